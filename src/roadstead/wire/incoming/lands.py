"""Countries as notices write them: codes, and names in capitals with what stands first put last."""

from functools import lru_cache

from roadstead.core.country import COUNTRIES, WITHDRAWN, is_country
from roadstead.core.names import fold

_STOP = frozenset(("the", "of", "and", "rep", "republic", "democratic", "peoples", "islamic", "federation", "kingdom"))
# Names that share no word order or spelling with ours; as lists of flags and nationalities print them.
_OTHERS = {
    "BN": "brunei darussalam",
    "BO": "bolivia plurinational state of",
    "BS": "bahamas the",
    "CD": "congo democratic republic of the",
    "CG": "congo republic of the",
    "CI": "cote d ivoire; ivory coast",
    "CV": "cape verde",
    "CZ": "czech republic",
    "FM": "micronesia federated states of",
    "GB": "great britain; united kingdom of great britain and northern ireland",
    "GM": "gambia the",
    "HK": "hong kong",
    "IR": "iran islamic republic of; iran",
    "KN": "st kitts and nevis",
    "KP": "korea north; korea democratic people s republic of; korea democratic peoples republic of",
    "KR": "korea south; korea republic of; republic of korea",
    "LA": "lao people s democratic republic",
    "LC": "st lucia",
    "MD": "moldova republic of",
    "MK": "macedonia",
    "MM": "burma; myanmar burma",
    "MO": "macau; macao",
    "NL": "holland",
    "RU": "russia; russian federation",
    "SY": "syrian arab republic",
    "SZ": "swaziland",
    "TL": "timor leste; east timor",
    "TR": "turkey; turkiye",
    "TW": "taiwan province of china; taiwan",
    "TZ": "tanzania united republic of",
    "US": "united states of america; usa; u s a",
    "VC": "st vincent and the grenadines; saint vincent and the grenadines",
    "VE": "venezuela bolivarian republic of",
    "VG": "virgin islands british",
    "VI": "virgin islands u s",
    "VN": "viet nam",
}


@lru_cache(maxsize=4_096)
def country(text: str) -> str | None:
    """The ISO alpha-2 code that a code or a name means; None where it is not known or could be several."""
    plain = text.strip()
    if len(plain) == 2:
        code = plain.upper() if plain.isascii() else ""
        return code if is_country(code) else None
    folded = fold(plain)
    return _BY_OTHERS.get(folded) or _BY_NAME.get(folded) or _BY_WORDS.get(_words(folded))


def _words(folded: str) -> frozenset[str]:
    return frozenset(folded.split()) - _STOP


def _by_words() -> dict[frozenset[str], str]:
    """Names as sets of words, for “VIRGIN ISLANDS, BRITISH”; sets that two countries share are left out."""
    found: dict[frozenset[str], str] = {}
    shared: set[frozenset[str]] = {frozenset()}
    for code, name in COUNTRIES.items():
        words = _words(fold(name))
        if words in found:
            shared.add(words)
        found[words] = code
    return {words: code for words, code in found.items() if words not in shared}


_BY_OTHERS = {name: code for code, names in _OTHERS.items() for name in names.split("; ")}
_BY_NAME = {fold(name): code for code, name in (WITHDRAWN | COUNTRIES).items()}
_BY_WORDS = _by_words()
