"""The hand-over of a watch: what happened, in lines that stay as they were read; what is still to do."""

from typing import Any

from django.utils.translation import gettext as _

from roadstead.arrivals.acting_events import disposition_said
from roadstead.arrivals.enums import outcome_said
from roadstead.arrivals.models import Arrival, HandOver
from roadstead.arrivals.presenters.spans import left
from roadstead.arrivals.queries.handover import Happening, began, due, handovers, happened, unanswered, with_ships
from roadstead.arrivals.queries.queue import acting
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer

LONGEST = 300  # characters of what was written, in a line
BEFORE = 10  # hand-overs before this one, on its page


def lines(zone: str, since: Any, viewer: Viewer) -> list[dict[str, Any]]:
    """What happened, as plain rows that are kept with the hand-over."""
    return [_line(one) for one in happened(zone, since, viewer)]


def context(zone: str, viewer: Viewer) -> dict[str, Any]:
    """What the page of the present watch wants."""
    since, now = began(zone, viewer), clock.now()
    before = list(handovers(zone, viewer)[:BEFORE])
    return {
        "zone": zone,
        "since": since,
        "now": now,
        "lines": lines(zone, since, viewer),
        "due": [(one, left(one.eta, now)) for one in due(zone, viewer)],
        "unanswered": with_ships(unanswered(zone, viewer), viewer),
        "before": before,
        "last": before[0].pk if before else "",
        "may": acting(viewer, zone),
    }


def kept(handover: HandOver, viewer: Viewer) -> dict[str, Any]:
    """What the page of a hand-over wants."""
    waits = handover.taken_by_id is None
    return {"handover": handover, "may_take": waits and acting(viewer, str(handover.zone_id))}


def still_open(zone: str, viewer: Viewer) -> list[dict[str, Any]]:
    """What is still to do, as lines beside what happened."""
    now = clock.now()
    ships = [_row(one.eta, "due", one, _due(one, left(one.eta, now))) for one in due(zone, viewer)]
    waits = with_ships(unanswered(zone, viewer), viewer)
    asked = [_row(one.written_at, "waits", ship, one.text) for one, ship in waits]
    return [*ships, *asked]


def _due(arrival: Arrival, when: str) -> str:
    who = arrival.assigned_to.name if arrival.assigned_to else _("nobody")
    told = {"left": when, "why": arrival.why or _("not decided"), "who": who}
    return _("%(left)s: %(why)s (with %(who)s)") % told


def _line(one: Happening) -> dict[str, Any]:
    return _row(one.at, one.kind, one.arrival, _words(one.kind, one.what))


def _row(at: Any, kind: str, arrival: Arrival, words: str) -> dict[str, Any]:
    said = {"at": f"{at:%Y-%m-%d %H:%M}", "kind": kind, "ship": str(arrival), "arrival": arrival.pk}
    return said | {"words": words[:LONGEST]}


def _words(kind: str, what: tuple[str, ...]) -> str:
    """A line in words."""
    if kind == "decided":
        told = {"what": disposition_said(what[0]), "who": what[1], "why": f" “{what[2]}”" if what[2] else ""}
        return _("decided by %(who)s: %(what)s.%(why)s") % told
    if kind == "changed":
        told = {"before": outcome_said(what[0]), "after": outcome_said(what[1])}
        return _("the verdict changed from “%(before)s” to “%(after)s”") % told
    if kind == "new":
        return _("announced: %(outcome)s") % {"outcome": outcome_said(what[0])}
    if kind == "noted":
        return _("%(who)s noted: “%(text)s”") % {"who": what[0], "text": what[1]}
    if kind == "cancelled":
        return _("cancelled by the ship’s side")
    said = {
        "asked": _("the watch wrote: “%(text)s”"),
        "answered": _("answered: “%(text)s”"),
        "wrote": _("the ship’s side wrote: “%(text)s”"),
    }
    return said[kind] % {"text": what[0]}
