"""vCards (3.0 and 4.0, and what older telephones write): cut into cards first, so that a bad one spoils no other."""

import binascii
import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from roadstead.engagement.addressbook.draft import Entry, FileError, Problem

LONGEST_CARD = 2_000_000  # characters; a picture in it may be large
_BEGIN, _END = re.compile(r"^BEGIN:VCARD\s*$", re.IGNORECASE), re.compile(r"^END:VCARD\s*$", re.IGNORECASE)
_WEIGHTY = re.compile(
    r"^(item\d+\.)?(PHOTO|LOGO|SOUND|KEY)[;:]", re.IGNORECASE
)  # pictures: not wanted, and often broken
_PLAIN = {"uid": "uid", "fn": "name", "x-local-name": "local_name", "title": "title", "note": "note"}


def read(text: str) -> Iterator[Entry]:
    """Entries, one after the other. Raises FileError where there is no card at all."""
    found = False
    for line, card in _cards(text):
        found = True
        yield _entry(line, card)
    if not found:
        raise FileError(_("The file holds no vCard: none begins with BEGIN:VCARD."))


def _cards(text: str) -> Iterator[tuple[int, str | None]]:
    """Each card with the line where it begins; None for one that never ends."""
    start, lines, weighty = 0, list[str](), False
    for number, line in enumerate(text.splitlines(), 1):
        if _BEGIN.match(line):
            if start:
                yield start, None
            start, lines, weighty = number, [], False
        if not start:
            continue
        weighty = weighty if weighty and line[:1] in (" ", "\t") else bool(_WEIGHTY.match(line))
        if not weighty:
            lines.append(line)
        if _END.match(line):
            yield start, "\r\n".join(lines) + "\r\n"
            start = 0
    if start:
        yield start, None


def _entry(line: int, card: str | None) -> Entry:
    made = Entry(line)
    if card is None or len(card) > LONGEST_CARD:
        words = _("The card never ends.") if card is None else _("The card is too long to be read.")
        made.problems.append(Problem("", words))
        return made
    import vobject  # a third of a second that no page needs

    try:
        read_card = vobject.readOne(card, allowQP=True)
        made.values |= _values(read_card)
    except (vobject.base.VObjectError, binascii.Error, ValueError, LookupError, TypeError, AttributeError) as error:
        words = _("The card cannot be read: %(error)s.") % {"error": " ".join(str(error).split())[:200]}
        made.problems.append(Problem("", words))
    return made


def _values(card: Any) -> dict[str, str]:
    found = {column: _first(card, name) for name, column in _PLAIN.items()}
    found["name"] = found["name"] or _name_of(card)
    for name, column in (("email", "emails"), ("tel", "phones")):
        found[column] = "\n".join(_points(card, name))
    languages = sorted(card.contents.get("lang", []), key=_preference)
    found["languages"] = ", ".join(str(one.value) for one in languages)
    organisation = card.contents.get("org")
    if organisation:
        value = organisation[0].value
        found["organisation"] = str(value if isinstance(value, str) else value[0] if value else "")
    found["country"] = _country(card)
    return {column: said.strip() for column, said in found.items() if said.strip()}


def _first(card: Any, name: str) -> str:
    rows = card.contents.get(name, [])
    return str(rows[0].value) if rows else ""


def _name_of(card: Any) -> str:
    """The name out of its parts, where the whole is not given."""
    rows = card.contents.get("n", [])
    if not rows:
        return ""
    parts = [getattr(rows[0].value, part, "") for part in ("prefix", "given", "additional", "family", "suffix")]
    words = [" ".join(one) if isinstance(one, list) else str(one) for one in parts]
    return " ".join(" ".join(words).split())


def _points(card: Any, name: str) -> Iterator[str]:
    for one in sorted(card.contents.get(name, []), key=_preference):
        value = str(one.value).strip().removeprefix("mailto:").removeprefix("tel:").replace(";ext=", " ext ")
        kinds = [kind.casefold() for each in one.params.get("TYPE", []) for kind in each.split(",")]
        kinds += [each.casefold() for each in one.singletonparams]
        label = next((kind for kind in kinds if kind in ("work", "home", "cell", "fax")), "")
        yield f"{value} ({label})" if label and value else value


def _preference(one: Any) -> int:
    """PREF=1 goes first (4.0); TYPE=pref, too (3.0); what says nothing goes last."""
    said = one.params.get("PREF", [""])[0] if one.params.get("PREF") else ""
    if said.isascii() and said.isdigit():
        return int(said[:4])
    kinds = [*one.singletonparams, *(kind for each in one.params.get("TYPE", []) for kind in each.split(","))]
    return 1 if "pref" in (kind.casefold() for kind in kinds) else 1_000


def _country(card: Any) -> str:
    for one in card.contents.get("adr", []):
        value = getattr(one.value, "country", "")
        said = " ".join(value) if isinstance(value, list) else str(value)
        if said.strip():
            return said
    return ""
