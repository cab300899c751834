"""The name of a country in the host's language, from the ISO 3166 catalogues that pycountry carries."""

import gettext
from functools import cache
from typing import Any

from roadstead.visits.agenda.words import Both


def country(code: str, english: str, language: str) -> Both:
    """A country in both languages; one without a translation is called as in English."""
    return Both(english, _named(code, language) if language else "", language)


@cache
def _named(code: str, language: str) -> str:
    import pycountry

    known: Any = pycountry.countries.get(alpha_2=code)
    said = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True)
    for name in (getattr(known, "common_name", ""), getattr(known, "name", "")):
        if name and said.gettext(name) != name:
            return said.gettext(name)
    return ""
