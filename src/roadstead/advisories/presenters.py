"""Values made ready for a page: what a template loops over, and the words for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from roadstead.advisories import queries, summary
from roadstead.advisories.forms import Asked
from roadstead.advisories.queries import CountryFile, Entry
from roadstead.core.advisory import Edition, ListingKind, Regime, RuleBook, Sanction
from roadstead.core.country import COUNTRIES
from roadstead.core.diff import CountryChange, Difference, ExceptionChange
from roadstead.core.listed import AdvisoryOn, CountryOn, EditionRef, ExceptionOn
from roadstead.core.listing import name_of
from roadstead.core.snapshot import Snapshot
from roadstead.core.truth import NO, UNKNOWN, YES

Text = str | Promise
BASES: dict[str, Text] = {
    "arrival_in_us": _("Ships that arrive in the United States on or after the day"),
    "visit_to_listed_port": _("Ships that called at the listed ports on or after the day"),
    "mixed": _("Both: arrivals in one part, visits in another"),
}
CONFIDENCE: dict[str, Text] = {
    "high": _("High: the official text, or two independent sources"),
    "medium": _("Medium: one good secondary source"),
    "low": _("Low: read from other facts"),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """One point of a country's history. `low` and `high` are the bounds where `on` is not known."""

    on: date | None
    low: date | None
    high: date | None
    heading: Text
    tone: str
    spell: CountryOn
    ends: bool

    @property
    def order(self) -> date:
        """Where it stands in the history."""
        return self.high or self.low or date.max


@dataclass(frozen=True, slots=True)
class Line:
    """One edition in the list of all: what it is called and what it changed, in words."""

    edition: Edition
    ref: EditionRef
    called: str
    told: str


@dataclass(frozen=True, slots=True)
class Section:
    """One group of changes of a comparison."""

    heading: Text
    tone: str
    countries: tuple[CountryChange, ...] = ()
    rows: tuple[ExceptionChange, ...] = ()
    note: Text = ""


def sorts() -> list[tuple[str, Text]]:
    """The orders that the table of the list knows."""
    return [("name", _("Name")), ("newest", _("Newest first")), ("exceptions", _("Most exceptions"))]


def unconfirmed_days(document: AdvisoryOn) -> int:
    """How long before the day asked for the whole list was last printed or spoken to."""
    return (document.on - document.last_confirmed_on).days if document.last_confirmed_on else 0


def places() -> list[tuple[str, str]]:
    """Every country, to choose one from."""
    return sorted(((code, name) for code, name in COUNTRIES.items()), key=lambda pair: pair[1].casefold())


def map_data(document: AdvisoryOn, ask: Asked) -> list[dict[str, str]]:
    """What the map draws: a country, its status, the words for it, and where its page is."""
    listed = {entry.code for entry in document.countries}
    only_advised = [entry for entry in document.recommendations if entry.code not in listed]
    return [
        {
            "iso": entry.code,
            "name": entry.name,
            "status": _map_status(entry),
            "words": _map_words(entry),
            "href": reverse("advisories:country", args=[entry.code]) + ask.query,
        }
        for entry in (*document.countries, *only_advised)
    ]


def _map_status(entry: CountryOn) -> str:
    if entry.kind is ListingKind.RECOMMENDATION:
        return "recommended"
    if entry.listed is UNKNOWN:
        return "unknown"
    return "part" if entry.exceptions or entry.in_part else "all"


def _map_words(entry: CountryOn) -> str:
    if entry.in_part and entry.listed is YES:
        return gettext("On the list, only in part")
    count = len(entry.exceptions)
    words = {
        "recommended": gettext("Measures only recommended"),
        "unknown": gettext("Not known whether on the list"),
        "all": gettext("On the list, no exception"),
        "part": ngettext("On the list, %(n)d exception", "On the list, %(n)d exceptions", count) % {"n": count},
    }
    return words[_map_status(entry)]


def moments(file: CountryFile) -> list[Moment]:
    """The spells of a country as points in time, the latest first."""
    found = []
    for spell in file.spells:
        conditions = spell.kind is ListingKind.CONDITIONS
        only = ", ".join(place.name for place in spell.places)
        began: Text = _("Put on the list") if conditions else _("Measures recommended, not on the list")
        began = _("Put on the list: %(only)s alone") % {"only": only} if only else began
        bounds = (spell.since, spell.since_not_before, spell.since_not_after)
        found.append(Moment(*bounds, began, "alarm" if conditions else "ask", spell, False))
        if spell.until_not_before or spell.until_not_after:
            ended: Text = _("Taken off the list") if conditions else _("Recommendation gone")
            ended = _("Taken off the list: %(only)s") % {"only": only} if only else ended
            bounds = (spell.until, spell.until_not_before, spell.until_not_after)
            found.append(Moment(*bounds, ended, "good" if conditions else "", spell, True))
    return sorted(found, key=lambda moment: (moment.order, moment.ends), reverse=True)


def exception_groups(file: CountryFile) -> list[tuple[Text, Text, tuple[ExceptionOn, ...]]]:
    """Exceptions by their standing on the day: heading, what it means, rows."""
    rows = file.exceptions
    began = [row for row in rows if row.in_force is NO and row.end_reason and _over(row)]
    groups: list[tuple[Text, Text, tuple[ExceptionOn, ...]]] = [
        (_("In force"), "", tuple(row for row in rows if row.in_force is YES)),
        (
            _("Not known whether in force"),
            _("Ask the Captain of the Port before you rely on one of these."),
            tuple(row for row in rows if row.in_force is UNKNOWN),
        ),
        (_("Ended"), _("A call at one of these counts like any other."), tuple(began)),
        (_("Not yet in force"), "", tuple(row for row in rows if row.in_force is NO and row not in began)),
    ]
    return [group for group in groups if group[2]]


def _over(row: ExceptionOn) -> bool:
    """Whether a row that is not in force has ended; otherwise it had not begun."""
    return bool(row.until_not_before or row.until_not_after)


def sanctions(view: Snapshot, code: str, day: date) -> tuple[Sanction, ...]:
    """Other rules that outrank conditions of entry for a country."""
    return view.sanctions(code, day)


def by_year(entries: Sequence[Entry]) -> list[tuple[int, list[Line]]]:
    """Editions under the year of their day, as they come."""
    return [
        (year, [Line(entry.edition, entry.ref, summary.number(entry), summary.sentence(entry)) for entry in group])
        for year, group in groupby(entries, key=lambda entry: entry.day.year)
    ]


def edition_words(entry: Entry) -> dict[str, object]:
    """What the page of an edition says beside its own values."""
    view = queries.snapshot(entry.edition.known.not_after or entry.day)
    names = {code: name_of(view, code) for code in entry.countries}
    return {
        "called": summary.number(entry),
        "changed": summary.parts(entry),
        "countries": sorted(names.items(), key=lambda pair: pair[1]),
        "facilities": facility_lists(entry, names),
        "basis": BASES.get(entry.edition.effective_basis, ""),
        "confidence": CONFIDENCE.get(entry.edition.confidence, entry.edition.confidence),
    }


def wording_of(entry: Entry, book: RuleBook) -> Regime | None:
    """The wording of consequences that began with an edition, if one did."""
    return next((regime for regime in book.regimes if regime.start.not_after == entry.day), None)


def facility_lists(entry: Entry, names: dict[str, str]) -> list[tuple[Text, list[tuple[ExceptionOn, str]]]]:
    """The rows of exceptions that an edition touched, each with its country's name, under what it did to them."""
    changes = entry.changes
    lists: list[tuple[Text, tuple[ExceptionOn, ...]]] = [
        (_("Facilities excepted"), changes.excepted),
        (_("Exceptions ended"), changes.withdrawn),
        (_("Exceptions that can no longer be confirmed"), changes.vanished),
    ]
    return [(heading, [(row, names[row.country]) for row in rows]) for heading, rows in lists if rows]


def difference_parts(found: Difference) -> dict[str, object]:
    """What the page of a comparison loops over."""
    before, after = gettext("Before"), gettext("After")
    words = [(before, found.wording.before), (after, found.wording.after)] if found.wording else []
    return {
        "sections": difference_sections(found),
        "sides": [(gettext("From"), found.a), (gettext("To"), found.b)],
        "wordings": words,
    }


def difference_sections(found: Difference) -> list[Section]:
    """The groups of a comparison that hold anything, the gravest first."""
    own = _own_rows
    lost = _("No source says that these were withdrawn. Ask the Captain of the Port before you rely on one.")
    sections = [
        Section(_("Added to the list"), "alarm", found.added),
        Section(_("Taken off the list"), "good", found.removed),
        Section(_("No longer certain"), "ask", found.became_unclear),
        Section(_("Now certain"), "quiet", found.became_clear),
        Section(_("Facilities excepted"), "good", rows=own(found.exceptions_added)),
        Section(_("Exceptions gone"), "alarm", rows=own(found.exceptions_withdrawn)),
        Section(_("Exceptions that can no longer be confirmed"), "ask", rows=own(found.exceptions_vanished), note=lost),
        Section(_("Exceptions no longer certain"), "ask", rows=own(found.exceptions_unclear)),
        Section(_("Exceptions now certain"), "quiet", rows=own(found.exceptions_clear)),
        Section(_("Measures recommended, not on the list"), "ask", found.recommendations_added),
        Section(_("Recommendations gone"), "quiet", found.recommendations_removed),
    ]
    return [section for section in sections if section.countries or section.rows]


def _own_rows(rows: Iterable[ExceptionChange]) -> tuple[ExceptionChange, ...]:
    """Those of countries that stayed, first; the rows of one that came or went follow it anyway."""
    return tuple(sorted(rows, key=lambda row: (row.with_country, row.country_name, row.name)))
