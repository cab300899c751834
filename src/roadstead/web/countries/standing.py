"""What the advisory says of each country today, in one word for lists and maps."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from roadstead.advisories import queries as advisories
from roadstead.core.advisory import ListingKind
from roadstead.core.listed import CountryOn
from roadstead.core.truth import UNKNOWN

LISTED, UNCLEAR, ADVISED, FORMER, NEVER = "listed", "unknown", "recommended", "former", "never"
WORDS: Mapping[str, str | Promise] = {
    LISTED: _("On the list"),
    UNCLEAR: _("Not known whether on the list"),
    ADVISED: _("Measures only recommended"),
    FORMER: _("Was on the list"),
    NEVER: _("Not on the list, as far as is known"),
}
TONES = {LISTED: "alarm", UNCLEAR: "ask", ADVISED: "ask", FORMER: "quiet", NEVER: "quiet"}
ORDER = {value: place for place, value in enumerate(WORDS)}


@dataclass(frozen=True, slots=True)
class Standing:
    """A country's place on the list. since: the day it was put on it, None where that is not known or it is not."""

    value: str
    since: date | None = None
    spell: CountryOn | None = None

    @property
    def word(self) -> str | Promise:
        return WORDS[self.value]

    @property
    def tone(self) -> str:
        return TONES[self.value]


def standings(on: date) -> dict[str, Standing]:
    """Every country that an advisory ever named, as known today; who is not among them was never named."""
    document = advisories.advisory(on, on)
    found = {one.code: Standing(FORMER, spell=one) for one in document.former}
    found |= {one.code: Standing(ADVISED, one.since, one) for one in document.recommendations}
    found |= {one.code: _listed(one) for one in document.countries if one.kind is ListingKind.CONDITIONS}
    return found


def _listed(one: CountryOn) -> Standing:
    return Standing(UNCLEAR if one.listed is UNKNOWN else LISTED, one.since, one)
