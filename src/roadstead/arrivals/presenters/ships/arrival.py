"""An arrival as its operator sees it: the verdict, what is owed and missing, the watch's letters and questions."""

from typing import Any

from django.utils.translation import gettext as _

from roadstead.arrivals.models import Arrival, Letter, Verdict
from roadstead.arrivals.presenters import arrival_calls
from roadstead.arrivals.presenters.acting import said
from roadstead.arrivals.presenters.letters import lines
from roadstead.arrivals.queries.measures import logs_of
from roadstead.arrivals.relieving import relief_of
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.core.relief import SHIP
from roadstead.core.texts import DUTIES
from roadstead.registry.queries.ports import ports_by_code

DONE = {"reduced": "good", "if_shown": "good", "not_reduced": "alarm", "open": "ask", "depends": "ask"}


def context(arrival: Arrival, viewer: Viewer) -> dict[str, Any]:
    """What the template wants."""
    notice, decision, found = relief_of(arrival, clock.today())
    ports = ports_by_code({one.port for one in notice.calls if one.port} | {arrival.port})
    letters = Letter.objects.visible_to(viewer).filter(arrival=arrival, signed_at__isnull=False)
    return {
        "arrival": arrival,
        "port": ports.get(arrival.port),
        "decision": decision,
        "calls": arrival_calls.shown(notice, decision, ports, [], arrival_calls.applied(arrival)),
        "relief": found,
        "relief_tone": DONE.get(found.state, "quiet"),
        "yours": [one.text for one in found.missing if one.by == SHIP],
        "theirs": [one.text for one in found.missing if one.by != SHIP],
        "credits": [f"{DUTIES[one.duty]} ({one.port})" for one in found.credits],
        "logs": logs_of(arrival, viewer),
        "verdicts": list(Verdict.objects.filter(arrival=arrival).stated()),
        "thread": said(arrival, viewer),
        "letters": lines(list(letters.defer("paper", "content"))),
        "may_write": bool(arrival.company) and viewer.may(Permission.REPORT_MEASURES, company=arrival.company),
        "crumbs": [(_("Ships"), "/ships/")],
    }
