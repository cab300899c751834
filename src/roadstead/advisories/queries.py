"""What the advisory says: the rule book of this installation, as known on a day, and its judge."""

from dataclasses import dataclass
from datetime import date

from roadstead.advisories import books
from roadstead.core import diff, listed, listing
from roadstead.core.advisory import Conflict, Edition, ListingKind, RuleBook
from roadstead.core.judge import Judge
from roadstead.core.snapshot import Snapshot
from roadstead.core.truth import NO, Truth

SNAPSHOTS_KEPT = 24  # days asked about; each is a few hundred kilobytes
LISTS_KEPT = 256  # pairs of days asked about; each is about a hundred kilobytes


@dataclass(frozen=True, slots=True)
class Entry:
    """One edition with what it changed. `day` is the day on which its own list is read."""

    edition: Edition
    ref: listed.EditionRef
    day: date
    changes: diff.EditionChanges

    @property
    def countries(self) -> frozenset[str]:
        """The countries that it touched, one way or another."""
        changes = self.changes
        named = (*changes.listed, *changes.delisted, *changes.recommended, *changes.recommendations_ended)
        rows = (*changes.excepted, *changes.withdrawn, *changes.vanished)
        return frozenset((*(one.code for one in named), *(row.country for row in rows)))


@dataclass(frozen=True, slots=True)
class CountryFile:
    """Everything on record about one country on a day: `now` is None where it never was on the list.

    advice: an advisory that only recommended and stands (or may stand) on the day.
    """

    code: str
    name: str
    standing: Truth
    now: listed.CountryOn | None
    advice: listed.CountryOn | None
    spells: tuple[listed.CountryOn, ...]
    exceptions: tuple[listed.ExceptionOn, ...]
    entries: tuple[Entry, ...]
    conflicts: tuple[Conflict, ...]


def rule_book() -> RuleBook:
    """The rule book as shipped, with the editions that this installation has published."""
    return books.in_force()


@books.of_book(maxsize=SNAPSHOTS_KEPT)
def snapshot(known_at: date) -> Snapshot:
    """The rule book as known on a day."""
    return Snapshot(rule_book(), known_at)


@books.of_book(maxsize=SNAPSHOTS_KEPT)
def judge(known_at: date) -> Judge:
    """The judge who knows what was known on a day."""
    return Judge(snapshot(known_at))


@books.of_book(maxsize=LISTS_KEPT)
def advisory(on: date, known_at: date) -> listed.AdvisoryOn:
    """The list in force on one day as known on another."""
    return listing.advisory_on(snapshot(known_at), on)


def first_day() -> date:
    """The first day of which the rule book knows anything."""
    return min(edition.known.not_after for edition in rule_book().editions if edition.known.not_after)


@books.of_book(maxsize=SNAPSHOTS_KEPT)
def entries(known_at: date) -> tuple[Entry, ...]:
    """Every edition that was, or may have been, public by a day: the newest first."""
    view = snapshot(known_at)
    found = [
        Entry(
            edition, listing.edition_ref(edition), diff.stands_for(edition), diff.changes_of(view, known_at, edition.id)
        )
        for edition in rule_book().editions
        if edition.known.reached(known_at) is not NO
    ]
    return tuple(sorted(found, key=lambda entry: (entry.day, entry.edition.id), reverse=True))


def entries_until(on: date, known_at: date) -> tuple[Entry, ...]:
    """Every edition whose own day had come by `on`, as known on a day: the newest first."""
    return tuple(entry for entry in entries(known_at) if entry.day <= on)


def country_file(code: str, on: date, known_at: date) -> CountryFile:
    """A country's place on the list and its whole history, as known on a day."""
    view, document = snapshot(known_at), advisory(on, known_at)
    spells = listing.spells_of(view, on, code)
    touching = tuple(entry for entry in entries(known_at) if code in entry.countries)
    past = next((spell for spell in spells if spell.kind is ListingKind.CONDITIONS), None)
    return CountryFile(
        code=code,
        name=listing.name_of(view, code),
        standing=view.listed(code, on),
        now=next((one for one in document.countries if one.code == code), None) or past,
        advice=next((one for one in document.recommendations if one.code == code), None),
        spells=spells,
        exceptions=listing.exceptions_of(view, on, code),
        entries=touching,
        conflicts=tuple(one for entry in touching for one in entry.edition.conflicts if _concerns(one, code)),
    )


def resolve(text: str) -> date:
    """The day that a day, an edition or an advisory's number stands for. Raises ValueError, in words for people."""
    return diff.resolve(rule_book(), text)


def difference(a: date, b: date, known_at: date) -> diff.Difference:
    """What changed between the lists of two days."""
    return diff.difference(advisory(a, known_at), advisory(b, known_at))


def _concerns(conflict: Conflict, code: str) -> bool:
    """Whether a conflict is about this country, or names none."""
    book = rule_book()
    named = {country for country, names in book.country_names if any(name in conflict.field for name in names)}
    named |= {facility.country for facility in book.facilities if facility.key in conflict.field}
    return not named or code in named
