"""What changed between two lists, and what one edition changed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from roadstead.core.advisory import Edition, ListingKind, RuleBook
from roadstead.core.listed import AdvisoryOn, CountryOn, EditionRef, ExceptionOn, PlaceOn, WordingOn
from roadstead.core.listing import edition_ref, exceptions_of, in_part_said, spells_of
from roadstead.core.snapshot import Snapshot
from roadstead.core.truth import NO, UNKNOWN, YES, Truth

SCHEMA = "roadstead/advisory-difference/1"
Extent = tuple[str, str]  # a country's code, and the key of a place in it or ""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PSA = re.compile(r"(?:psa[\s_-]*)?(\d{1,2}-\d{2})", re.IGNORECASE)
_LOST = {"vanished", "unrecovered"}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two lists compared."""

    on: date
    known_at: date
    edition: EditionRef | None
    listed_count: int


@dataclass(frozen=True, slots=True)
class CountryChange:
    """A country whose standing differs. `by` is the edition that did it, where one is on record.

    place: of one port or facility alone (its key), which `name` then says too; "" for the whole country.
    """

    code: str
    name: str
    before: Truth
    after: Truth
    on: date | None
    not_before: date | None
    not_after: date | None
    why_unclear: str | None
    by: EditionRef | None
    place: str = ""


@dataclass(frozen=True, slots=True)
class ExceptionChange:
    """A facility whose exception differs. `with_country`: the country itself came or went."""

    facility: str
    country: str
    country_name: str
    name: str
    before: Truth
    after: Truth
    on: date | None
    not_before: date | None
    not_after: date | None
    why_unclear: str | None
    reason: str
    with_country: bool
    by: EditionRef | None


@dataclass(frozen=True, slots=True)
class WordingChange:
    """The words on boarding and guards before and after; None: not known."""

    before: WordingOn | None
    after: WordingOn | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What is different in list `b` from list `a`. Turned round, added becomes removed, and so on.

    added / removed: surely off before and surely on after, or the reverse. became_unclear / became_clear:
    to or from unknown. exceptions_vanished: unknown because a later printing lacks the row.
    editions: those that did it, in order of effect.
    """

    schema: str
    a: Side
    b: Side
    added: tuple[CountryChange, ...]
    removed: tuple[CountryChange, ...]
    became_unclear: tuple[CountryChange, ...]
    became_clear: tuple[CountryChange, ...]
    exceptions_added: tuple[ExceptionChange, ...]
    exceptions_withdrawn: tuple[ExceptionChange, ...]
    exceptions_vanished: tuple[ExceptionChange, ...]
    exceptions_unclear: tuple[ExceptionChange, ...]
    exceptions_clear: tuple[ExceptionChange, ...]
    recommendations_added: tuple[CountryChange, ...]
    recommendations_removed: tuple[CountryChange, ...]
    wording: WordingChange | None
    editions: tuple[EditionRef, ...]
    same: bool


@dataclass(frozen=True, slots=True)
class EditionChanges:
    """What one edition did: spells it opened and closed."""

    listed: tuple[CountryOn, ...]
    delisted: tuple[CountryOn, ...]
    recommended: tuple[CountryOn, ...]
    recommendations_ended: tuple[CountryOn, ...]
    excepted: tuple[ExceptionOn, ...]
    withdrawn: tuple[ExceptionOn, ...]
    vanished: tuple[ExceptionOn, ...]


def resolve(book: RuleBook, text: str) -> date:
    """The day that a date, an edition's id or an advisory's number stands for.

    An edition stands for its effective day; for the latest day it can have been where only bounds are
    known; for the day it was public where no effective day is on record. Raises ValueError, saying
    what would have been understood.
    """
    asked = text.strip()
    if _DAY.fullmatch(asked):
        try:
            return date.fromisoformat(asked)
        except ValueError:
            raise ValueError(f"“{asked}” is not a day of the calendar. Write it like 2019-05-30.") from None
    return stands_for(find_edition(book, asked))


def find_edition(book: RuleBook, text: str) -> Edition:
    """An edition by its id or its advisory's number (“2-19”, “PSA 2-19”). Raises ValueError."""
    asked = text.strip()
    found = next((edition for edition in book.editions if edition.id == asked.lower()), None)
    number = _PSA.fullmatch(asked)
    if found is None and number:
        found = next((edition for edition in book.editions if _same_number(edition.psa, number[1])), None)
    if found is None:
        raise ValueError(
            f"“{asked}” is neither a day nor an edition on record. Write a day like 2019-05-30, "
            "an advisory's number like 2-19, or an edition's id like 2019-05-30-psa-2-19."
        )
    return found


def stands_for(edition: Edition) -> date:
    """The day on which an edition's own list is read."""
    moment = edition.effective or edition.known
    day = moment.not_after or moment.not_before or edition.known.not_after
    if day is None:
        raise ValueError(f"No day is on record for the edition {edition.id}.")
    return day


def difference(a: AdvisoryOn, b: AdvisoryOn) -> Difference:
    """What changed from list `a` to list `b`, whichever is the earlier."""
    if (b.on, b.known_at) < (a.on, a.known_at):
        return _turned(_forward(b, a))
    return _forward(a, b)


def changes_of(snapshot: Snapshot, on: date, edition: str) -> EditionChanges:
    """What one edition changed, as known then; `on` is the day for which standing is told."""
    listings = [spell for spell in snapshot.book.listings if edition in (spell.opened_by, spell.closed_by)]
    touched = [spell for spell in snapshot.book.exceptions if edition in (spell.opened_by, spell.closed_by)]
    spells = [entry for code in sorted({s.country for s in listings}) for entry in spells_of(snapshot, on, code)]
    rows = [entry for code in sorted({s.country for s in touched}) for entry in exceptions_of(snapshot, on, code)]
    opened = [entry for entry in spells if entry.opened_by and entry.opened_by.id == edition]
    closed = [entry for entry in spells if entry.closed_by and entry.closed_by.id == edition]
    ended = [entry for entry in rows if entry.closed_by and entry.closed_by.id == edition]
    return EditionChanges(
        listed=tuple(entry for entry in opened if entry.kind is ListingKind.CONDITIONS),
        delisted=tuple(entry for entry in closed if entry.kind is ListingKind.CONDITIONS),
        recommended=tuple(entry for entry in opened if entry.kind is ListingKind.RECOMMENDATION),
        recommendations_ended=tuple(entry for entry in closed if entry.kind is ListingKind.RECOMMENDATION),
        excepted=tuple(entry for entry in rows if entry.opened_by and entry.opened_by.id == edition),
        withdrawn=tuple(entry for entry in ended if entry.end_reason not in _LOST),
        vanished=tuple(entry for entry in ended if entry.end_reason in _LOST),
    )


def edition_refs(book: RuleBook) -> tuple[EditionRef, ...]:
    """Every edition in short, the oldest first."""
    return tuple(edition_ref(edition) for edition in book.editions)


def _same_number(printed: str | None, asked: str) -> bool:
    return printed is not None and printed.lstrip("0") == asked.lstrip("0")


def _forward(a: AdvisoryOn, b: AdvisoryOn) -> Difference:
    countries = tuple(_country_changes(a.countries, b.countries, b.former, b.on))
    advice = tuple(_country_changes(a.recommendations, b.recommendations, (), b.on))
    rows = tuple(_exception_changes(a, b))
    wording = None if _wording_id(a) == _wording_id(b) else WordingChange(a.wording, b.wording)
    return Difference(
        schema=SCHEMA,
        a=_side(a),
        b=_side(b),
        added=_moved(countries, NO, YES),
        removed=_moved(countries, YES, NO),
        became_unclear=tuple(entry for entry in countries if entry.after is UNKNOWN),
        became_clear=tuple(entry for entry in countries if entry.before is UNKNOWN),
        exceptions_added=tuple(entry for entry in rows if (entry.before, entry.after) == (NO, YES)),
        exceptions_withdrawn=tuple(entry for entry in rows if (entry.before, entry.after) == (YES, NO)),
        exceptions_vanished=tuple(entry for entry in rows if entry.after is UNKNOWN and entry.reason in _LOST),
        exceptions_unclear=tuple(entry for entry in rows if entry.after is UNKNOWN and entry.reason not in _LOST),
        exceptions_clear=tuple(entry for entry in rows if entry.before is UNKNOWN),
        recommendations_added=tuple(entry for entry in advice if entry.before is NO),
        recommendations_removed=tuple(entry for entry in advice if entry.after is NO),
        wording=wording,
        editions=_editions((*(entry.by for entry in (*countries, *advice)), *(entry.by for entry in rows))),
        same=not (countries or advice or rows or wording),
    )


def _country_changes(
    a: tuple[CountryOn, ...], b: tuple[CountryOn, ...], former: tuple[CountryOn, ...], day: date
) -> Iterator[CountryChange]:
    before, after, gone = _extents(a), _extents(b), _gone((*b, *former))
    for code in sorted({*before, *after}, key=lambda code: ((after.get(code) or before[code]).name.casefold(), code)):
        old, new = before.get(code), after.get(code)
        was, is_now = old.listed if old else NO, new.listed if new else NO
        if was is is_now:
            continue
        source = new or gone.get(code) or old
        assert source is not None  # the code is in one of the two
        ended = new is None or _perhaps_over(new, day)
        bounds = _until(source) if ended else _since(source)
        by = source.closed_by if ended else source.opened_by
        name = (new or old or source).name
        yield CountryChange(code[0], name, was, is_now, *bounds, source.why_unclear, by, code[1])


def _exception_changes(a: AdvisoryOn, b: AdvisoryOn) -> Iterator[ExceptionChange]:
    before, after, ended = _rows(a), _rows(b), _ended_rows(b)
    names = {entry.code: entry.name for entry in (*a.countries, *b.countries)}
    a_codes, b_codes = _sure(a), _sure(b)
    for key in sorted({*before, *after}):
        old, new = before.get(key), after.get(key)
        was, is_now = old.in_force if old else NO, new.in_force if new else NO
        if was is is_now:
            continue
        source = new or ended.get(key) or old
        assert source is not None  # the key is in one of the two
        closing = new is None or _perhaps_over(new, b.on)
        yield ExceptionChange(
            source.facility,
            source.country,
            names[source.country],
            source.name,
            was,
            is_now,
            *(_until(source) if closing else _since(source)),
            source.why_unclear,
            source.end_reason if closing else "",
            (source.country in a_codes) != (source.country in b_codes),
            source.closed_by if closing else source.opened_by,
        )


def _perhaps_over(entry: CountryOn | PlaceOn | ExceptionOn, day: date) -> bool:
    """Whether it surely began, and what is unclear on the day is whether it has ended."""
    begun = entry.since_not_after is not None and entry.since_not_after <= day
    bounds = (entry.until_not_before, entry.until_not_after)
    return begun and any(bounds) and (bounds[0] is None or bounds[0] <= day)


def _turned(found: Difference) -> Difference:
    """The same difference read from the other end."""
    return replace(
        found,
        a=found.b,
        b=found.a,
        added=_swap(found.removed),
        removed=_swap(found.added),
        became_unclear=_swap(found.became_clear),
        became_clear=_swap(found.became_unclear),
        exceptions_added=_swap_rows(found.exceptions_withdrawn),
        exceptions_withdrawn=_swap_rows(found.exceptions_added),
        exceptions_vanished=(),
        exceptions_unclear=_swap_rows(found.exceptions_clear),
        exceptions_clear=_swap_rows((*found.exceptions_vanished, *found.exceptions_unclear)),
        recommendations_added=_swap(found.recommendations_removed),
        recommendations_removed=_swap(found.recommendations_added),
        wording=WordingChange(found.wording.after, found.wording.before) if found.wording else None,
    )


def _swap(entries: tuple[CountryChange, ...]) -> tuple[CountryChange, ...]:
    return tuple(replace(entry, before=entry.after, after=entry.before) for entry in entries)


def _swap_rows(entries: tuple[ExceptionChange, ...]) -> tuple[ExceptionChange, ...]:
    return tuple(replace(entry, before=entry.after, after=entry.before) for entry in entries)


def _moved(entries: tuple[CountryChange, ...], before: Truth, after: Truth) -> tuple[CountryChange, ...]:
    return tuple(entry for entry in entries if (entry.before, entry.after) == (before, after))


def _extents(entries: Iterable[CountryOn]) -> dict[Extent, CountryOn | PlaceOn]:
    """What is listed: a country, or each place of one that is listed only in part."""
    found: dict[Extent, CountryOn | PlaceOn] = {}
    for entry in entries:
        if not entry.in_part:
            found[entry.code, ""] = entry
        for place in entry.places:
            found[entry.code, place.key] = replace(place, name=in_part_said(place.country_name, (place,)))
    return found


def _gone(entries: Iterable[CountryOn]) -> dict[Extent, CountryOn | PlaceOn]:
    """What was listed and is no longer: of a place, its last time."""
    found: dict[Extent, CountryOn | PlaceOn] = {}
    for entry in entries:
        if entry.listed is NO and not entry.in_part:
            found[entry.code, ""] = entry
        found |= {(entry.code, place.key): place for place in entry.former_places}
    return found


def _sure(advisory: AdvisoryOn) -> set[str]:
    return {entry.code for entry in advisory.countries if entry.listed is YES}


def _rows(advisory: AdvisoryOn) -> dict[str, ExceptionOn]:
    return {row.facility: row for country in advisory.countries for row in country.exceptions}


def _ended_rows(advisory: AdvisoryOn) -> dict[str, ExceptionOn]:
    entries = (*advisory.countries, *advisory.former)
    return {row.facility: row for country in entries for row in country.former_exceptions}


def _since(entry: CountryOn | PlaceOn | ExceptionOn) -> tuple[date | None, date | None, date | None]:
    return entry.since, entry.since_not_before, entry.since_not_after


def _until(entry: CountryOn | PlaceOn | ExceptionOn) -> tuple[date | None, date | None, date | None]:
    return entry.until, entry.until_not_before, entry.until_not_after


def _wording_id(advisory: AdvisoryOn) -> str | None:
    return advisory.wording.id if advisory.wording else None


def _editions(found: Iterable[EditionRef | None]) -> tuple[EditionRef, ...]:
    """Each edition once, in order of effect."""
    distinct = {entry.id: entry for entry in found if entry}
    return tuple(sorted(distinct.values(), key=lambda entry: (entry.effective_not_after or date.min, entry.id)))


def _side(advisory: AdvisoryOn) -> Side:
    return Side(advisory.on, advisory.known_at, advisory.edition, advisory.listed_count)
