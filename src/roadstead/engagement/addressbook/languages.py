"""Languages: codes of ISO 639, written by code or English name."""

from functools import cache


@cache
def code_of(text: str) -> str:
    """The two-letter code of a language, or three letters where there is none; "" for what is no language."""
    import pycountry  # eight thousand languages, which most pages do not need

    said = text.strip().replace("_", "-").split("-")[0].casefold()
    found = pycountry.languages.get(**{f"alpha_{len(said)}": said}) if len(said) in (2, 3) else None
    try:
        found = found or pycountry.languages.lookup(said)  # “en” is also the name of a language
    except LookupError:
        return ""
    return str(getattr(found, "alpha_2", "") or found.alpha_3)


@cache
def name_of(code: str) -> str:
    """The English name of a language; the code itself where there is none."""
    import pycountry

    found = pycountry.languages.get(**{"alpha_2" if len(code) == 2 else "alpha_3": code})
    return str(found.name).partition(" (")[0] if found else code
