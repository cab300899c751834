"""The advisory as a document: the list on one day, as it was known on one day.

Every value here is plain, so that a JSON encoder can write it as it stands (`roadstead/advisory/1`).
Nothing that became public after `known_at` is in it: an end that nobody knew of then is left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from roadstead.core.advisory import (
    Citation,
    Confirmation,
    Edition,
    ExceptionSpell,
    Facility,
    Listing,
    ListingKind,
    MissingRows,
    PlaceListing,
)
from roadstead.core.country import country_name
from roadstead.core.listed import (
    AdvisoryOn,
    CountryOn,
    DutyOn,
    EditionRef,
    ExceptionOn,
    MissingOn,
    NumberOn,
    PlaceOn,
    SanctionOn,
    WordingOn,
)
from roadstead.core.moment import Moment
from roadstead.core.reasons import why_unclear
from roadstead.core.snapshot import Snapshot
from roadstead.core.standing import Spell, Standing
from roadstead.core.truth import NO, UNKNOWN, YES, Truth

__all__ = [
    "AdvisoryOn",
    "CountryOn",
    "EditionRef",
    "ExceptionOn",
    "advisory_on",
    "edition_ref",
    "exceptions_of",
    "in_part_said",
    "name_of",
    "spells_of",
]

SCHEMA = "roadstead/advisory/1"


def advisory_on(snapshot: Snapshot, on: date) -> AdvisoryOn:
    """The list on a day, from a rule book as known on another."""
    writer = _Writer(snapshot, on)
    countries = writer.standing(ListingKind.CONDITIONS)
    before, after = _confirmations(snapshot, on)
    stale_after = snapshot.book.policy.stale_after_days
    return AdvisoryOn(
        schema=SCHEMA,
        on=on,
        known_at=snapshot.known_at,
        edition=_maybe_ref(snapshot.edition_on(on)),
        last_confirmed_on=before.on if before else None,
        last_confirmed_by=before.citation.text if before else None,
        last_confirmed_url=before.citation.url if before else None,
        next_confirmed_on=after.on if after else None,
        stale=after is None and (before is None or (on - before.on).days > stale_after),
        stale_after_days=stale_after,
        gap=_gap(snapshot, on),
        wording=_wording(snapshot, on),
        duties=tuple(DutyOn(duty.code, duty.text) for duty in snapshot.book.duties),
        listed_count=sum(country.listed is YES for country in countries),
        unclear_count=sum(country.listed is UNKNOWN for country in countries),
        countries=countries,
        recommendations=writer.standing(ListingKind.RECOMMENDATION),
        former=writer.former({country.code for country in countries}),
        rule_book=snapshot.book.digest,
    )


def edition_ref(edition: Edition) -> EditionRef:
    """An edition in short."""
    effective = edition.effective
    return EditionRef(
        id=edition.id,
        psa=edition.psa,
        psa_status=edition.psa_status,
        kind=edition.kind,
        title=edition.title,
        effective_on=effective.exact if effective else None,
        effective_not_before=effective.not_before if effective else None,
        effective_not_after=effective.not_after if effective else None,
        known_on=edition.known.exact,
        published_on=edition.published_on,
        citation=edition.citation.text,
        citation_url=edition.citation.url,
    )


def name_of(snapshot: Snapshot, country: str) -> str:
    """The country's name as the advisories print it, else its usual short name."""
    return snapshot.country_name(country) or country_name(country)


def spells_of(snapshot: Snapshot, on: date, country: str) -> tuple[CountryOn, ...]:
    """Every spell of a country, on the list or only recommended, known by then: the latest first."""
    writer = _Writer(snapshot, on)
    spells = [spell for spell in snapshot.book.listings if spell.country == country and writer.known(spell)]
    return tuple(writer.country(spell, writer.in_force(spell)) for spell in sorted(spells, key=_start, reverse=True))


def exceptions_of(snapshot: Snapshot, on: date, country: str) -> tuple[ExceptionOn, ...]:
    """Every exception a country ever had, known by then, in order of time and name."""
    writer = _Writer(snapshot, on)
    spells = [spell for spell in snapshot.book.exceptions if spell.country == country and writer.known(spell)]
    found = [writer.exception(spell, writer.in_force(spell)) for spell in spells]
    return tuple(sorted(found, key=lambda entry: (entry.since_not_after or date.min, entry.name.casefold())))


class _Writer:
    """Turns the spells of a snapshot into lines of the document."""

    def __init__(self, snapshot: Snapshot, on: date) -> None:
        self.snapshot = snapshot
        self.on = on
        self._editions = {edition.id: edition_ref(edition) for edition in snapshot.book.editions}

    def standing(self, kind: ListingKind) -> tuple[CountryOn, ...]:
        """The countries with a spell of a kind that is in force, or may be; one line for each, by name."""
        found: dict[str, CountryOn] = {}
        for country in sorted({spell.country for spell in self.snapshot.book.listings}):
            standing = self.snapshot.standing(country, self.on)
            entries = standing.listings if kind is ListingKind.CONDITIONS else standing.recommendations
            if entries:
                spell, truth = min(entries, key=_first_said)
                found[country] = self._whole(spell, truth, entries)
        return tuple(sorted(found.values(), key=lambda entry: entry.name.casefold()))

    def former(self, current: set[str]) -> tuple[CountryOn, ...]:
        """The countries that were on the list and have left it, the latest first."""
        found: dict[str, Listing] = {}
        for spell in sorted(self.snapshot.book.listings, key=_start):
            if spell.kind is ListingKind.CONDITIONS and spell.country not in current and self.ended(spell):
                found[spell.country] = spell
        entries = [
            replace(self.country(spell, NO), former_places=self._former_places(spell.country))
            for spell in found.values()
        ]
        return tuple(sorted(entries, key=lambda entry: entry.until_not_after or date.min, reverse=True))

    def _whole(self, spell: Listing, truth: Truth, entries: Sequence[tuple[Listing, Truth]]) -> CountryOn:
        """The line of a country: of the spell that says most, with every place that is listed by itself."""
        places = tuple(self.place(one, how) for one, how in entries if isinstance(one, PlaceListing))
        line = self.country(spell, truth)
        if not places:
            return replace(line, former_places=self._former_places(spell.country))
        in_part = len(places) == len(entries)
        places = tuple(sorted(places, key=lambda entry: entry.name.casefold()))
        name = in_part_said(name_of(self.snapshot, spell.country), places) if in_part else line.name
        former = self._former_places(spell.country)
        return replace(line, name=name, in_part=in_part, places=places, former_places=former)

    def place(self, spell: PlaceListing, listed: Truth) -> PlaceOn:
        """One port or facility that is listed by itself, or was."""
        end = self.end(spell)
        facility = self.snapshot.facilities[spell.facility].facility if spell.facility else None
        return PlaceOn(
            key=spell.place,
            kind="facility" if facility else "port",
            country=spell.country,
            country_name=name_of(self.snapshot, spell.country),
            name=facility.name if facility else spell.place,
            numbers=_numbers(facility) if facility else (),
            ports=facility.ports if facility else (spell.place,),
            listed=listed,
            why_unclear=why_unclear(spell, self.on, self.snapshot.known_at) if listed is UNKNOWN else None,
            since=spell.start.exact,
            since_not_before=spell.start.not_before,
            since_not_after=spell.start.not_after,
            until=end.exact if end else None,
            until_not_before=end.not_before if end else None,
            until_not_after=end.not_after if end else None,
            opened_by=self._editions.get(spell.opened_by),
            closed_by=self._editions.get(spell.closed_by or "") if end else None,
            citation=spell.citation.text,
            citation_url=spell.citation.url,
        )

    def _former_places(self, country: str) -> tuple[PlaceOn, ...]:
        spells = (one for one in self.snapshot.book.listings if isinstance(one, PlaceListing))
        return tuple(self.place(one, NO) for one in spells if one.country == country and self.ended(one))

    def known(self, spell: Spell) -> bool:
        """Whether its beginning was, or may have been, public."""
        return spell.start_known.reached(self.snapshot.known_at) is not NO

    def ended(self, spell: Spell) -> bool:
        """Whether it was in force and surely is no longer."""
        end = self.end(spell)
        return self.known(spell) and end is not None and self.in_force(spell) is NO and end.reached(self.on) is YES

    def end(self, spell: Spell) -> Moment | None:
        """Its end, as far as anyone could know of it."""
        if spell.end_known and spell.end_known.reached(self.snapshot.known_at) is NO:
            return None
        return spell.end

    def in_force(self, spell: Spell) -> Truth:
        """Its standing on the day, as the snapshot judges it; no where the snapshot leaves it out."""
        standing = self.snapshot.standing(spell.country, self.on)
        pairs: Iterator[tuple[Spell, Truth]] = iter(
            (*standing.listings, *standing.recommendations, *standing.exceptions)
        )
        return next((truth for entry, truth in pairs if entry is spell), NO)

    def country(self, spell: Listing, listed: Truth) -> CountryOn:
        end = self.end(spell)
        standing = self.snapshot.standing(spell.country, self.on)
        conditions = spell.kind is ListingKind.CONDITIONS
        current = conditions and listed is not NO
        exceptions = self._exceptions(standing) if current else ()
        former = self._former_exceptions(spell) if conditions else ()
        places = (self.place(spell, listed),) if isinstance(spell, PlaceListing) else ()
        name = name_of(self.snapshot, spell.country)
        return CountryOn(
            code=spell.country,
            name=in_part_said(name, places) if places else name,
            kind=spell.kind,
            listed=listed,
            why_unclear=why_unclear(spell, self.on, self.snapshot.known_at) if listed is UNKNOWN else None,
            since=spell.start.exact,
            since_not_before=spell.start.not_before,
            since_not_after=spell.start.not_after,
            until=end.exact if end else None,
            until_not_before=end.not_before if end else None,
            until_not_after=end.not_after if end else None,
            ground=spell.ground,
            confidence=spell.confidence,
            note=self._note(spell),
            citation=spell.citation.text,
            citation_url=spell.citation.url,
            end_citation=_text(spell.end_citation) if end else None,
            end_citation_url=_url(spell.end_citation) if end else None,
            opened_by=self._editions.get(spell.opened_by),
            closed_by=self._editions.get(spell.closed_by or "") if end else None,
            exceptions=_by_name(exceptions),
            former_exceptions=_by_name(former),
            missing_rows=tuple(_missing(rows) for rows in standing.missing_rows) if current else (),
            sanctions=self.sanctions(spell.country),
            in_part=bool(places),
            places=places,
        )

    def exception(self, spell: ExceptionSpell, in_force: Truth) -> ExceptionOn:
        end = self.end(spell)
        facility = self.snapshot.facilities[spell.facility].facility
        return ExceptionOn(
            facility=facility.key,
            country=facility.country,
            name=facility.name,
            other_names=facility.other_names,
            numbers=_numbers(facility),
            number_note=facility.number_note,
            ports=facility.ports,
            offshore=facility.offshore,
            tier=spell.tier,
            in_force=in_force,
            why_unclear=why_unclear(spell, self.on, self.snapshot.known_at) if in_force is UNKNOWN else None,
            since=spell.start.exact,
            since_not_before=spell.start.not_before,
            since_not_after=spell.start.not_after,
            until=end.exact if end else None,
            until_not_before=end.not_before if end else None,
            until_not_after=end.not_after if end else None,
            end_reason=spell.end_reason if end else "",
            opened_by=self._editions.get(spell.opened_by),
            closed_by=self._editions.get(spell.closed_by or "") if end else None,
            confidence=spell.confidence,
            note=" ".join(filter(None, (self._note(spell), facility.note))),
            citation=spell.citation.text,
            citation_url=spell.citation.url,
            end_citation=_text(spell.end_citation) if end else None,
            end_citation_url=_url(spell.end_citation) if end else None,
        )

    def sanctions(self, country: str) -> tuple[SanctionOn, ...]:
        found = self.snapshot.sanctions(country, self.on)
        return tuple(SanctionOn(entry.text, entry.citation.text, entry.citation.url) for entry in found)

    def _exceptions(self, standing: Standing) -> Iterator[ExceptionOn]:
        """One line for each facility: where a doubtful spell was followed by a sure one, the sure one."""
        spells = {spell.facility: (spell, truth) for spell, truth in sorted(standing.exceptions, key=_sure_last)}
        return (self.exception(spell, truth) for spell, truth in spells.values())

    def _former_exceptions(self, listing: Listing) -> Iterator[ExceptionOn]:
        for spell in self.snapshot.book.exceptions:
            if spell.country == listing.country and self.ended(spell) and _overlap(spell, listing):
                yield self.exception(spell, NO)

    def _note(self, spell: Spell) -> str:
        """Its note, unless that may tell of an end that nobody knew of then."""
        return "" if spell.end and self.end(spell) is None else spell.note


def _confirmations(snapshot: Snapshot, on: date) -> tuple[Confirmation | None, Confirmation | None]:
    known = [entry for entry in snapshot.book.confirmations if entry.known <= snapshot.known_at]
    before = max((entry for entry in known if entry.on <= on), key=lambda entry: entry.on, default=None)
    after = min((entry for entry in known if entry.on > on), key=lambda entry: entry.on, default=None)
    return before, after


def _gap(snapshot: Snapshot, on: date) -> str | None:
    """What is missing around the day, where it was known to be missing."""
    gap = snapshot.gap_on(on)
    return gap.text if gap and gap.start <= snapshot.known_at else None


def _wording(snapshot: Snapshot, on: date) -> WordingOn | None:
    regime = snapshot.regime_on(on)
    if regime is None:
        return None
    return WordingOn(
        id=regime.id,
        title=regime.title,
        since=regime.start.exact,
        since_not_before=regime.start.not_before,
        since_not_after=regime.start.not_after,
        boarding=regime.boarding,
        boarding_text=regime.boarding_text,
        guards_when_met=regime.guards_when_met,
        guards_when_unmet=regime.guards_when_unmet,
        guards_text=regime.guards_text,
        non_compliance_text=regime.non_compliance_text,
        records_text=regime.records_text,
        confidence=regime.confidence,
        citation=regime.citation.text,
        citation_url=regime.citation.url,
    )


def in_part_said(country: str, places: Sequence[PlaceOn]) -> str:
    """A country of which only some places are listed: “Ghana (only Invented Quay)”."""
    return f"{country} (only {', '.join(dict.fromkeys(entry.name for entry in places))})"


def _numbers(facility: Facility) -> tuple[NumberOn, ...]:
    return tuple(NumberOn(entry.printed, entry.normalised, entry.certain) for entry in facility.numbers)


def _first_said(entry: tuple[Listing, Truth]) -> tuple[bool, bool, int]:
    """The surest spell, of the whole country rather than of a place; of several the newest, of places the oldest."""
    place, day = isinstance(entry[0], PlaceListing), _start(entry[0]).toordinal()
    return entry[1] is not YES, place, day if place else -day


def _missing(rows: MissingRows) -> MissingOn:
    return MissingOn(rows.settled, rows.text, rows.citation.text, rows.citation.url)


def _maybe_ref(edition: Edition | None) -> EditionRef | None:
    return edition_ref(edition) if edition else None


def _overlap(spell: ExceptionSpell, listing: Listing) -> bool:
    """Whether an exception belongs to this spell of its country: it had begun by the listing's end, not before it."""
    began, opened = _start(spell), listing.start.not_before or date.min
    closed = listing.end.not_after if listing.end and listing.end.not_after else date.max
    return opened <= began <= closed


def _sure_last(entry: tuple[ExceptionSpell, Truth]) -> tuple[bool, date]:
    return entry[1] is YES, _start(entry[0])


def _start(spell: Spell) -> date:
    return spell.start.not_after or date.min


def _by_name(entries: Iterable[ExceptionOn]) -> tuple[ExceptionOn, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.name.casefold()))


def _text(citation: Citation | None) -> str | None:
    return citation.text if citation else None


def _url(citation: Citation | None) -> str | None:
    return citation.url if citation else None
