"""The facts of one call that rules read, and the ranking of calls by departure."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter

from roadstead.core.notice import Berth, Call
from roadstead.core.rules import Reader
from roadstead.core.truth import NO, YES


class CallFacts:
    """One call beside its arrival. Days are UTC days.

    slot_low, slot_high: best and worst place among the calls ranked (1 = the last before arrival); they
    differ where departures tie, or where a later stop may be no call.
    """

    __slots__ = (
        "arrival_day", "berths", "call", "country", "departed", "departed_day", "eta", "index", "port", "purpose",
        "slot_high", "slot_low",
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
        self.slot_low = self.slot_high = 0


def call_facts(calls: Sequence[Call], eta: datetime) -> list[CallFacts]:
    """The facts of every call, the most recent departure first.

    Calls that cannot be told apart by time stand in an order of their content, so that the order
    of the notice never shows.
    """
    day = eta.date()
    facts = [CallFacts(index, call, eta, day) for index, call in enumerate(calls)]
    facts.sort(key=_content)
    facts.sort(key=attrgetter("departed"), reverse=True)
    return facts


def rank(facts: Sequence[CallFacts], takes_place: Reader, is_call: Reader) -> None:
    """Write each call's place among those that take one, from `facts` in order of departure.

    A doubtful stop takes a place in the worst case only. Calls that departed at the same instant
    may stand in either order.
    """
    sure_later = possible_later = 0
    for _, tied in groupby(facts, key=attrgetter("departed")):
        group = [(entry, is_call(entry) is YES) for entry in tied if takes_place(entry) is not NO]
        for entry, _sure in group:
            entry.slot_low = sure_later + 1
            entry.slot_high = possible_later + len(group)
        possible_later += len(group)
        sure_later += sum(sure for _, sure in group)


def _content(facts: CallFacts) -> tuple[str, ...]:
    call = facts.call
    berths = "|".join(f"{berth.facility or ''}~{berth.facility_name or ''}" for berth in call.berths)
    arrived = call.arrived.isoformat() if call.arrived else ""
    return (call.country, call.port or "", arrived, call.purpose, berths, repr(call.measures))
