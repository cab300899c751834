"""The match as a page shows it: every US port, the best first, each with its reasons in sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from roadstead.common.access.viewer import Viewer
from roadstead.hosting import matching, public_figures, reasons, traffic
from roadstead.hosting.enums import OfferState
from roadstead.hosting.matching import Match
from roadstead.hosting.models import HostingRequest
from roadstead.hosting.naming import name_of
from roadstead.hosting.queries.matches import matches
from roadstead.hosting.queries.requests import offers_of

SHOWN = 12  # ports with all their reasons; the others in a list
USUAL_DAYS = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One port. said: every reason with its points, of how many; short: the reasons that gave points."""

    code: str
    name: str
    zone: str
    unit: str
    rank: int
    points: int
    said: tuple[tuple[Any, int, int, str], ...]
    short: str
    against: tuple[str, ...]
    chosen: bool


@dataclass(frozen=True, slots=True)
class StepShown:
    """A step on a request as its page says it."""

    heading: Any
    button: Any
    explain: Any = ""
    warns: bool = False


def context(held: HostingRequest, viewer: Viewer, query: Mapping[str, str]) -> dict[str, Any]:
    """What the page of the match wants; `from` and `until` in the address are the days that are meant."""
    days = days_of(held)
    first, last = _day(query.get("from", "")) or days["first_on"], _day(query.get("until", "")) or days["last_on"]
    if first and last and last < first:
        first, last = days["first_on"], days["last_on"]
    taken = {one.port_id for one in offers_of([held], OfferState.WAITING, OfferState.ACCEPTED).get(held.pk, [])}
    lines = [_line(one, taken) for one in matches(held, viewer, first_on=first, last_on=last)]
    counted = traffic.of_country(held.country_id)
    return {
        "held": held,
        "name": name_of(held),
        "first": first,
        "last": last,
        "lines": lines[:SHOWN],
        "others": lines[SHOWN:],
        "weights": [(reasons.WORDS[kind], points) for kind, points in matching.WEIGHTS.items()],
        "record": counted,
        "sources": public_figures.sources(),
    }


def line_of(held: HostingRequest, viewer: Viewer, code: str) -> Line | None:
    """One port of the match by its code; None where it is none of it."""
    found = matches(held, viewer, **days_of(held))
    return next((_line(one, set()) for one in found if one.port.code == code.upper()), None)


def days_of(held: HostingRequest) -> dict[str, date | None]:
    """The days that are meant before any are set: the first that suit."""
    if held.first_on:
        return {"first_on": held.first_on, "last_on": held.last_on}
    if held.earliest is None:
        return {"first_on": None, "last_on": None}
    return {"first_on": held.earliest, "last_on": held.earliest + timedelta(days=(held.days or USUAL_DAYS) - 1)}


def programme_begins(held: HostingRequest) -> dict[str, Any]:
    """What the form of a programme begins with: the days of its ports, one day of headquarters before them."""
    hosts = offers_of([held], OfferState.ACCEPTED).get(held.pk, [])
    days = days_of(held)
    first = min((one.first_on for one in hosts), default=days["first_on"])
    last = max((one.last_on for one in hosts), default=days["last_on"])
    begins = {"revision": held.revision, "zone": "America/New_York", "language": ""}
    return begins | {"first_on": first, "last_on": last}


def steps() -> dict[str, StepShown]:
    """The steps that a reason goes with."""
    return {
        "decline": StepShown(_("Decline the request"), _("Decline it"), _("The State reads why."), warns=True),
        "withdraw": StepShown(_("Note that it was withdrawn"), _("Withdraw it"), _("Say what the State said."), True),
        "again": StepShown(
            _("Take it up again"), _("Take it up"), _("It begins anew: hosts and days are chosen again.")
        ),
        "hosted": StepShown(
            _("It took place"),
            _("Note it"),
            _("Where both sides have not agreed the programme, say why it took place."),
        ),
        "close": StepShown(_("Close it"), _("Close it"), _("Where nothing was taken away, say why.")),
    }


def _line(one: Match, taken: set[str]) -> Line:
    said = tuple(
        (reasons.WORDS[reason.kind], reason.points, matching.WEIGHTS[reason.kind], text)
        for reason, text in reasons.sentences(one)
    )
    port, unit = one.port, one.port.unit.name if one.port.unit else ""
    head = (port.code, port.name, port.zone, unit, one.rank, one.points)
    return Line(*head, said, reasons.in_short(one), tuple(reasons.against(one)), port.code in taken)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
