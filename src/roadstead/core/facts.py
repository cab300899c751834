"""The facts of one call that rules read, and the ranking of calls by departure."""

from collections.abc import Sequence
from datetime import date, datetime
from operator import attrgetter

from roadstead.core.country import country_name
from roadstead.core.notice import Berth, Call
from roadstead.core.truth import NO, UNKNOWN, YES, Truth

_departed = attrgetter("departed")


class CallFacts:
    """One call beside its arrival, and what was judged of it. Days are UTC days.

    slot_low, slot_high: best and worst place among the calls ranked (1 = the last before arrival); they
    differ where departures tie, or where a later stop may be no call; 0 where it takes no place.
    The names below `slot_low` are the steps of `core.conditions`; those of the consequences are there only
    where the call is caught or may be.
    """

    __slots__ = (
        "arrival_day",
        "berths",
        "brings",
        "call",
        "caught",
        "caught_on_arrival",
        "caught_on_visit",
        "counted",
        "country",
        "departed",
        "departed_day",
        "duties_met",
        "duties_only",
        "eta",
        "excepted",
        "guards_met",
        "index",
        "is_call",
        "listed",
        "listed_at_visit",
        "measures",
        "port",
        "purpose",
        "slot_high",
        "slot_low",
        "takes_place",
    )  # fmt: skip

    def __init__(self, index: int, call: Call, eta: datetime, arrival_day: date) -> None:
        self.index = index
        self.call = call
        self.country: str = call.country
        self.port: str | None = call.port
        self.purpose: str = call.purpose
        self.departed: datetime = call.departed
        self.departed_day: date = call.departed.date()
        self.eta = eta
        self.arrival_day = arrival_day
        self.berths: tuple[Berth, ...] = call.berths
        self.measures = call.measures
        self.slot_low = self.slot_high = 0
        self.is_call: Truth = UNKNOWN
        self.takes_place: Truth = UNKNOWN
        self.counted: Truth = UNKNOWN
        self.listed: Truth = UNKNOWN
        self.listed_at_visit: Truth = UNKNOWN
        self.excepted: Truth = UNKNOWN
        self.caught_on_arrival: Truth = UNKNOWN
        self.caught_on_visit: Truth = UNKNOWN
        self.caught: Truth = UNKNOWN  # by the test that the policy follows

    @property
    def name(self) -> str:
        """The port's code, or the country's name where no port was given."""
        return self.port or country_name(self.country)


def berth_path(facts: CallFacts, number: int) -> str:
    """Where in the notice as given one berth of a call says which facility it was."""
    several = len(facts.berths) if len(facts.berths) > 1 else 0
    listed = number < (facts.call.berths_listed or several)
    return f"calls[{facts.index}]." + (f"berths[{number}].facility" if listed else "facility")


def call_facts(calls: Sequence[Call], eta: datetime) -> list[CallFacts]:
    """The facts of every call, the most recent departure first.

    Calls that cannot be told apart by time stand in an order of their content, so that the order
    of the notice never shows.
    """
    day = eta.date()
    facts = [CallFacts(index, call, eta, day) for index, call in enumerate(calls)]
    if len({call.departed for call in calls}) < len(facts):
        facts.sort(key=_content)
    facts.sort(key=_departed, reverse=True)
    return facts


def rank(facts: Sequence[CallFacts]) -> None:
    """Write each call's place among those that take one, from `facts` in order of departure.

    A doubtful stop takes a place in the worst case only. Calls that departed at the same instant
    may stand in either order.
    """
    ranked = [entry for entry in facts if entry.takes_place is not NO]
    sure_later = possible_later = start = 0
    while start < len(ranked):
        end = start + 1
        while end < len(ranked) and ranked[end].departed == ranked[start].departed:
            end += 1
        for entry in ranked[start:end]:
            entry.slot_low = sure_later + 1
            entry.slot_high = possible_later + end - start
        possible_later += end - start
        sure_later += sum(entry.is_call is YES for entry in ranked[start:end])
        start = end


def doubtful_before(facts: CallFacts, others: Sequence[CallFacts]) -> list[CallFacts]:
    """The other stops that may be no call and, if they are one, push this call back."""
    return [
        entry
        for entry in others
        if entry is not facts
        and entry.is_call is UNKNOWN
        and entry.takes_place is not NO
        and entry.departed >= facts.departed
    ]


def tied_with(facts: CallFacts, others: Sequence[CallFacts]) -> list[CallFacts]:
    """The other stops that departed at the same instant and may stand on either side of this call."""
    return [
        entry
        for entry in others
        if entry is not facts and entry.takes_place is not NO and entry.departed == facts.departed
    ]


def _content(facts: CallFacts) -> tuple[str, ...]:
    call = facts.call
    arrived = call.arrived.isoformat() if call.arrived else ""
    stop = (call.country, call.port or "", arrived, call.purpose)
    return (*stop, repr(call.berths), str(call.berths_listed), repr(call.measures))
