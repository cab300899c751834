"""A typed draft read against the list of today: a draft to compute, or what is wrong and beside which field."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from roadstead.analytics.typed import Change, Typed
from roadstead.common.dates import said
from roadstead.core.country import country_name, is_country
from roadstead.core.listed import CountryOn
from roadstead.core.truth import YES
from roadstead.screening.drafts import Draft, Excepted, Put

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field. field: its id on the page."""

    field: str
    message: str


@dataclass(frozen=True, slots=True)
class TheList:
    """What a draft is read against: the countries on the list today, and those whose ports are US ports."""

    countries: Mapping[str, CountryOn]
    domestic: frozenset[str]

    def listed(self, code: str) -> bool:
        """Whether a country is surely on the list, and as a whole."""
        entry = self.countries.get(code)
        return entry is not None and entry.listed is YES and not entry.in_part


@dataclass(frozen=True, slots=True)
class Reading:
    """One draft as read. draft: None where something is wrong with it."""

    letter: str
    typed: Typed
    draft: Draft | None
    problems: tuple[Problem, ...]


def read(letter: str, typed: Typed, the_list: TheList) -> Reading:
    """Read a draft whole, so that everything that is wrong is said at once."""
    return _Reader(letter, typed, the_list).reading()


class _Reader:
    """Turns rows into parts of a draft and gathers what is wrong, in the form's order."""

    def __init__(self, letter: str, typed: Typed, the_list: TheList) -> None:
        self.letter, self.typed, self.the_list = letter, typed, the_list
        self.problems: list[Problem] = []
        self.named: set[tuple[str, str]] = set()

    def reading(self) -> Reading:
        since = self._day(f"{self.letter}_since", self.typed.since, None)
        for part in self.typed.unread:
            message = _("“%(part)s” in the address is no change that we can read. Write it like add:EG:2026-10-01.")
            self._wrong(f"{self.letter}_since", message % {"part": part})
        puts = {kind: self._puts(kind, since) for kind in ("add", "remove")}
        exceptions = tuple(
            self._excepted(f"{self.letter}_except_{number}", change, since)
            for number, change in enumerate(self.typed.of("except"), start=1)
        )
        places = {kind: self._places(kind, since) for kind in ("list", "delist")}
        draft = Draft(puts["add"] + places["list"], puts["remove"] + places["delist"], exceptions)
        return Reading(self.letter, self.typed, None if self.problems else draft, tuple(self.problems))

    def _puts(self, kind: str, since: date | None) -> tuple[Put, ...]:
        check = self._addable if kind == "add" else self._removable
        puts = []
        for number, change in enumerate(self.typed.of(kind), start=1):
            field = f"{self.letter}_{kind}_{number}"
            code = self._country(field, change.country)
            if code:
                check(field, code)
                self._once(field, "put", code)
            puts.append(Put(code, self._day(f"{field}_since", change.since, since)))
        return tuple(puts)

    def _places(self, kind: str, since: date | None) -> tuple[Put, ...]:
        """Single ports and facilities put on the list or taken off it."""
        check = self._addable if kind == "list" else self._removable
        puts = []
        for number, change in enumerate(self.typed.of(kind), start=1):
            field = f"{self.letter}_{kind}_{number}"
            code = self._country(field, change.country)
            if not change.facility:
                self._wrong(f"{field}_facility", _("Give the port as in GHTEM, or the facility’s number or name."))
            elif code:
                check(field, code)
                self._once(f"{field}_facility", code, change.facility.casefold())
            puts.append(Put(code, self._day(f"{field}_since", change.since, since), change.facility or None))
        return tuple(puts)

    def _excepted(self, field: str, change: Change, since: date | None) -> Excepted:
        code = self._country(field, change.country)
        if not change.facility:
            self._wrong(f"{field}_facility", _("Give the facility’s number, as in NGAPP-0001, or its name."))
        elif code:
            self._exceptable(field, code)
            self._once(f"{field}_facility", code, change.facility.casefold())
        return Excepted(code, change.facility, self._day(f"{field}_since", change.since, since))

    def _country(self, field: str, text: str) -> str:
        """The country's code; "" where there is none."""
        code = text.upper()
        if not code:
            self._wrong(field, _("Choose a country."))
        elif not is_country(code):
            self._wrong(
                field, _("“%(code)s” is no country code. Choose a country from the list.") % {"code": text[:20]}
            )
        elif code in self.the_list.domestic:
            message = _("%(country)s is under United States rule; an advisory never names it. Choose another country.")
            self._wrong(field, message % {"country": country_name(code)})
        else:
            return code
        return ""

    def _addable(self, field: str, code: str) -> None:
        if self.the_list.listed(code):
            message = _("%(country)s is on the list already%(since)s. Leave it out, or take it off instead.")
            since = self.the_list.countries[code].since
            told = _(", since %(day)s") % {"day": said(since).text} if since else ""
            self._wrong(field, message % {"country": country_name(code), "since": told})

    def _removable(self, field: str, code: str) -> None:
        if code not in self.the_list.countries:
            message = _("%(country)s is not on the list, so it cannot be taken off. Choose a country that is.")
            self._wrong(field, message % {"country": country_name(code)})

    def _exceptable(self, field: str, code: str) -> None:
        adding = {change.country.upper() for change in self.typed.of("add")}
        if code not in self.the_list.countries and code not in adding:
            message = _("%(country)s is not on the list and this draft does not add it: nothing to except there.")
            self._wrong(field, message % {"country": country_name(code)})

    def _once(self, field: str, group: str, name: str) -> None:
        if (group, name) in self.named:
            self._wrong(field, _("This stands in the draft already. Take out one of the two."))
        self.named.add((group, name))

    def _day(self, field: str, text: str, otherwise: date | None) -> date | None:
        if not text:
            return otherwise
        try:
            day = date.fromisoformat(text) if len(text) == len("2026-10-01") else None
        except ValueError:
            day = None
        if day is None or not FIRST_DAY <= day <= LAST_DAY:
            message = _("“%(text)s” is no day that we can read. Write it like 2026-10-01, between 2000 and 2100.")
            self._wrong(field, message % {"text": text[:40]})
        return day

    def _wrong(self, field: str, message: str) -> None:
        self.problems.append(Problem(field, message))
