"""The rule book as it was known on one day: the tables that rules ask.

Nothing that became public after that day is seen. What became public on a day known only between
bounds makes an answer unknown between them.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import TypeVar

from roadstead.core.advisory import (
    Edition,
    ExceptionSpell,
    Gap,
    Listing,
    ListingKind,
    MissingRows,
    PlaceListing,
    Regime,
    RuleBook,
    Sanction,
    Tier,
)
from roadstead.core.berths import NO_EXCEPTIONS, BerthVerdict, judge_berth
from roadstead.core.matching import FacilityIndex
from roadstead.core.moment import Moment
from roadstead.core.notice import Berth
from roadstead.core.places import PlaceVerdict, judge_places
from roadstead.core.standing import NEVER_LISTED, Spell, Standing
from roadstead.core.truth import NO, UNKNOWN, YES, Truth, conjunction, disjunction, negate

DELISTED = "delisted"
BERTHS_REMEMBERED = 4_096  # their names are whatever people send
OfCountry = TypeVar("OfCountry", Listing, ExceptionSpell, Sanction)


class Snapshot:
    """A rule book as known on `known_at`.

    last_confirmation: the latest day on which a source spoke to the whole list, as known. remarkable: the
    countries of which there is anything to say.
    For each country the days on which anything may change cut time into stretches; its standing is
    worked out once for each stretch.
    """

    def __init__(self, book: RuleBook, known_at: date) -> None:
        self.book = book
        self.known_at = known_at
        self._listings = _by_country(spell for spell in book.listings if _known(spell.start_known, known_at) is not NO)
        self._exceptions = _by_country(
            spell for spell in book.exceptions if _known(spell.start_known, known_at) is not NO
        )
        self.facilities = {facility.key: FacilityIndex(facility) for facility in book.facilities}
        self._names = {code: names[0] for code, names in book.country_names}
        self._cuts = {country: self._cuts_of(country) for country in self._listings}
        self._standings: dict[tuple[str, int], Standing] = {}
        self._changes = {country: self._sure_changes(country) for country in self._listings}
        self._sanctions = _by_country(book.sanctions)
        self.remarkable = frozenset(self._listings) | frozenset(self._sanctions)
        known = [entry for entry in book.confirmations if entry.known <= known_at]
        self.last_confirmation = max(known, key=lambda entry: entry.on, default=None)

        @lru_cache(maxsize=BERTHS_REMEMBERED)
        def berth(standing: Standing, port: str | None, berth: Berth) -> BerthVerdict:
            return judge_berth(standing, port, berth, self.facilities)

        @lru_cache(maxsize=BERTHS_REMEMBERED)
        def places(standing: Standing, port: str | None, berth: Berth) -> tuple[PlaceVerdict, ...]:
            return judge_places(standing, port, berth, self.facilities)

        self._berth = berth
        self._places = places
        self.edition_on = lru_cache(maxsize=8_192)(self._edition_on)
        self.regime_on = lru_cache(maxsize=8_192)(self._regime_on)

    @property
    def countries(self) -> frozenset[str]:
        """Countries that were ever listed, or recommended against, as known."""
        return frozenset(self._listings)

    def cuts(self, country: str) -> tuple[date, ...]:
        """The days, in order, on which the country's standing may change."""
        return self._cuts.get(country, ())

    def standing(self, country: str, day: date) -> Standing:
        """How a country stands on a day."""
        cuts = self._cuts.get(country)
        if cuts is None:
            return NEVER_LISTED
        stretch = bisect_right(cuts, day)
        found = self._standings.get((country, stretch))
        if found is None:
            found = self._standings[country, stretch] = self._standing(country, day)
        return found

    def berth(self, country: str, day: date, port: str | None, berth: Berth) -> BerthVerdict:
        """Whether one berth of a call is excepted, and by what."""
        standing = self.standing(country, day)
        if not standing.exceptions and not standing.missing_rows:
            return NO_EXCEPTIONS
        return self._berth(standing, port if standing.carve_outs else None, berth)

    def places(self, country: str, day: date, port: str | None, berth: Berth) -> tuple[PlaceVerdict, ...]:
        """Whether each listing of the country reaches one berth of a call, in the order of its standing."""
        return self._places(self.standing(country, day), port, berth)

    def listed(self, country: str, day: date) -> Truth:
        """Whether the country, or some place in it, is on the list on that day."""
        return self.standing(country, day).listed

    # The tables of `core.conditions`.

    def listed_there(self, country: str, day: date, port: str | None, berths: tuple[Berth, ...]) -> Truth:
        """Whether the call's place is on the list on that day; any berth that is will do."""
        standing = self.standing(country, day)
        if not standing.places:
            return standing.listed
        return disjunction([found.listed for berth in berths for found in self._places(standing, port, berth)])

    def listed_at_visit(
        self, country: str, day: date, visit: date, port: str | None, berths: tuple[Berth, ...]
    ) -> Truth:
        """Whether it is on the list on that day, and the visit was on or after that listing's effective date."""
        standing = self.standing(country, day)
        if not standing.listings:
            return NO
        if not standing.places:
            return disjunction([conjunction((truth, spell.start.reached(visit))) for spell, truth in standing.listings])
        found = [entry for berth in berths for entry in self._places(standing, port, berth)]
        return disjunction([conjunction((entry.listed, entry.spell.start.reached(visit))) for entry in found])

    def excepted(self, country: str, day: date, port: str | None, berths: tuple[Berth, ...]) -> Truth:
        """Whether every berth of the call is excepted; one that is not catches the call."""
        if self.standing(country, day) is NEVER_LISTED:
            return NO
        return conjunction([self.berth(country, day, port, berth).truth for berth in berths])

    def duties_only(self, country: str, day: date, port: str | None, berths: tuple[Berth, ...]) -> Truth:
        """Whether every berth of the call is one where at most the duties in port are owed."""
        verdicts = [self.berth(country, day, port, berth) for berth in berths]
        return conjunction([YES if verdict.truth is YES else verdict.duties_only for verdict in verdicts])

    # What else there is to say.

    def country_name(self, code: str) -> str | None:
        """The name the advisories print for a country, if they ever named it."""
        return self._names.get(code)

    def recommendation(self, country: str, day: date) -> Listing | None:
        """An advisory that only recommended, which stands (or may stand) for the country on that day."""
        standing = self.standing(country, day)
        return standing.recommendations[0][0] if standing.recommendations else None

    def gap_on(self, day: date) -> Gap | None:
        """The stretch without a printed list that holds the day; only later printings show that it was one."""
        return next(
            (gap for gap in self.book.gaps if gap.start <= day and (gap.end is None or day <= gap.end < self.known_at)),
            None,
        )

    def sanctions(self, country: str, day: date) -> tuple[Sanction, ...]:
        """Other rules that outrank conditions of entry for a country on a day."""
        entries = self._sanctions.get(country, ())
        return tuple([entry for entry in entries if entry.since is None or entry.since <= day])

    def changes_near(self, country: str, day: date) -> tuple[date, ...]:
        """The known days around a day on which the country surely went on or off the list: last and next."""
        days = self._changes.get(country, ())
        place = bisect_right(days, day)
        return tuple(days[max(place - 1, 0) : place + 1])

    def _sure_changes(self, country: str) -> tuple[date, ...]:
        return tuple(
            sorted(
                moment.not_after
                for spell in self._conditions(country)
                for moment, known in ((spell.start, spell.start_known), (spell.end, spell.end_known))
                if moment and moment.exact and moment.not_after and _known(known, self.known_at) is YES
            )
        )

    def _cuts_of(self, country: str) -> tuple[date, ...]:
        """Every day on which an answer for the country may change."""
        entries: list[Listing | ExceptionSpell | MissingRows] = [
            *self._listings.get(country, ()),
            *self._exceptions.get(country, ()),
            *(rows for rows in self.book.missing_rows if rows.country == country),
        ]
        moments = (moment for entry in entries for moment in (entry.start, entry.end))
        days = (day for moment in moments if moment for day in (moment.not_before, moment.not_after) if day)
        return tuple(sorted(set(days)))

    def last_end(self, country: str, day: date) -> Listing | None:
        """The latest spell on the list that had surely ended by a day, as known."""
        ended = [
            spell
            for spell in self._conditions(country)
            if spell.end and conjunction((_known(spell.end_known, self.known_at), spell.end.reached(day))) is YES
        ]
        return max(ended, key=lambda spell: spell.start.not_after or date.min, default=None)

    def next_start(self, country: str, day: date) -> Listing | None:
        """The first known spell on the list that had surely not begun by a day."""
        coming = [spell for spell in self._conditions(country) if spell.start.reached(day) is NO]
        return min(coming, key=lambda spell: spell.start.not_before or date.min, default=None)

    def _conditions(self, country: str) -> list[Listing]:
        return [spell for spell in self._listings.get(country, ()) if spell.kind is ListingKind.CONDITIONS]

    def _standing(self, country: str, day: date) -> Standing:
        spells = [(spell, self._in_force(spell, day)) for spell in self._listings.get(country, ())]
        standing = [(spell, truth) for spell, truth in spells if truth is not NO]
        listings = tuple(entry for entry in standing if entry[0].kind is ListingKind.CONDITIONS)
        possible = ((spell, self._in_force(spell, day)) for spell in self._exceptions.get(country, ()))
        exceptions = tuple(entry for entry in possible if entry[1] is not NO)
        return Standing(
            country=country,
            listed=disjunction(truth for _, truth in listings),
            listings=listings,
            recommendations=tuple(entry for entry in standing if entry[0].kind is ListingKind.RECOMMENDATION),
            exceptions=exceptions,
            missing_rows=tuple(
                rows
                for rows in self.book.missing_rows
                if rows.country == country
                and rows.start.reached(day) is not NO
                and (rows.end is None or rows.end.reached(day) is not YES)
            ),
            carve_outs=any(spell.tier is Tier.CARVED_OUT for spell, _ in exceptions),
            places=any(isinstance(spell, PlaceListing) for spell, _ in listings),
        )

    def _in_force(self, spell: Spell, day: date) -> Truth:
        begun = conjunction((_known(spell.start_known, self.known_at), spell.start.reached(day)))
        if spell.end is None or begun is NO:
            return begun
        # An end that nobody dated is possible from its first possible day on, once it is known.
        ended = conjunction((_known(spell.end_known, self.known_at), spell.end.reached(day)))
        if ended is UNKNOWN and isinstance(spell, ExceptionSpell) and spell.end_reason == DELISTED:
            # It ends on the very day on which its country leaves the list: a call is free before and after.
            return begun
        return conjunction((begun, negate(ended)))

    def _edition_on(self, day: date) -> Edition | None:
        in_force = [
            edition
            for edition in self.book.editions
            if edition.kind == "edition"
            and edition.effective is not None
            and edition.effective.reached(day) is YES
            and edition.known.reached(self.known_at) is YES
        ]
        return max(in_force, key=lambda edition: (edition.effective.not_after, edition.id), default=None)  # type: ignore[union-attr]

    def _regime_on(self, day: date) -> Regime | None:
        """The wording in force; None where two wordings may be (or none is on record)."""
        found: Regime | None = None
        for regime in sorted(self.book.regimes, key=lambda entry: entry.start.not_before or date.min):
            truth = conjunction((_known(regime.start_known, self.known_at), regime.start.reached(day)))
            if truth is YES:
                found = regime
            elif truth is UNKNOWN:
                return None
        return found


def _known(moment: Moment | None, known_at: date) -> Truth:
    return YES if moment is None else moment.reached(known_at)


def _by_country(entries: Iterable[OfCountry]) -> dict[str, tuple[OfCountry, ...]]:
    found: dict[str, list[OfCountry]] = defaultdict(list)
    for entry in entries:
        found[entry.country].append(entry)
    return {country: tuple(group) for country, group in found.items()}
