"""What one edition changed, as the difference of the list before it and after it, in lines that can be told."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from roadstead.advisories import books, queries
from roadstead.core import diff
from roadstead.core.advisory import Tier
from roadstead.core.listed import AdvisoryOn, EditionRef
from roadstead.core.truth import Truth

KEPT = 24  # editions
OF_COUNTRIES = (
    "added",
    "removed",
    "became_unclear",
    "became_clear",
    "recommendations_added",
    "recommendations_removed",
)
OF_FACILITIES = (
    "exceptions_added",
    "exceptions_withdrawn",
    "exceptions_vanished",
    "exceptions_unclear",
    "exceptions_clear",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One change. sort: the name of the part of `core.diff.Difference` that it stands in.

    facility: its name, "" for a change of the country. after: how it stands now. tier: what an exception frees from.
    with_country: the exception came or went with its country. on, low, high: the day, or its bounds.
    """

    sort: str
    country: str
    country_name: str
    facility: str
    after: Truth
    tier: Tier | None
    with_country: bool
    on: date | None
    low: date | None
    high: date | None


@dataclass(frozen=True, slots=True)
class Changed:
    """An edition and what it changed.

    day: on which its own list is read. basis: what its day counts for (the arrival in the US, the call, mixed, or
    not_stated). wording: the words on boarding and guards, where they are new with it; else "".
    """

    ref: EditionRef
    day: date
    basis: str
    lines: tuple[Line, ...]
    wording: str
    duties: tuple[tuple[str, str], ...]

    @property
    def countries(self) -> frozenset[str]:
        return frozenset(one.country for one in self.lines)

    def about(self, countries: Collection[str] | None) -> "Changed":
        """What of it is about some countries; about all for None."""
        if countries is None:
            return self
        return replace(self, lines=tuple(one for one in self.lines if one.country in countries))

    @property
    def says_something(self) -> bool:
        return bool(self.lines or self.wording)


@books.of_book(maxsize=KEPT)
def changed(edition: str) -> Changed | None:
    """What an edition changed; None for one that is not on record."""
    found = next((one for one in queries.rule_book().editions if one.id == edition), None)
    if found is None:
        return None
    day = diff.stands_for(found)
    known = found.known.exact or found.known.not_after or day
    before, after = queries.advisory(day, known - timedelta(days=1)), queries.advisory(day, known)
    told = diff.difference(before, after)
    lines = [*_of_countries(told, edition), *_of_facilities(told, edition, after)]
    duties = tuple((one.code, one.text) for one in after.duties)
    ref = next(one for one in diff.edition_refs(queries.rule_book()) if one.id == edition)
    return Changed(ref, day, found.effective_basis, tuple(lines), _wording(after, day, known), duties)


def _of_countries(told: diff.Difference, edition: str) -> Iterator[Line]:
    for sort in OF_COUNTRIES:
        for one in getattr(told, sort):
            if _did(one.by, edition):
                days = (one.on, one.not_before, one.not_after)
                yield Line(sort, one.code, one.name, "", one.after, None, False, *days)


def _of_facilities(told: diff.Difference, edition: str, after: AdvisoryOn) -> Iterator[Line]:
    tiers = {row.facility: row.tier for country in after.countries for row in country.exceptions}
    for sort in OF_FACILITIES:
        for one in getattr(told, sort):
            if _did(one.by, edition):
                days, tier = (one.on, one.not_before, one.not_after), tiers.get(one.facility)
                yield Line(sort, one.country, one.country_name, one.name, one.after, tier, one.with_country, *days)


def _wording(after: AdvisoryOn, day: date, known: date) -> str:
    """The words on boarding and guards, where they are in force since this very day and others were the day before."""
    new, old = after.wording, queries.advisory(day - timedelta(days=1), known).wording
    if new is None or new.since != day or (old is not None and old.id == new.id):
        return ""
    return " ".join(filter(None, (new.boarding_text, new.guards_text)))


def _did(by: EditionRef | None, edition: str) -> bool:
    """Whether a change is this edition's: what another did on the same day is told with that one."""
    return by is None or by.id == edition
