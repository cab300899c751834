"""What a company sees first: what is open, the next arrivals, its ships, and what the advisory changed for them."""

from typing import Any

from roadstead.arrivals.enums import Attention, Side
from roadstead.arrivals.models import Message
from roadstead.arrivals.presenters.ships.fleet import with_arrivals
from roadstead.arrivals.queries.arrivals import JUST_IN, readable
from roadstead.arrivals.queries.fleets import ships
from roadstead.arrivals.queries.measures import OPEN, LogsAsked, find, logs
from roadstead.arrivals.touched import news
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

MOST = 25


def at_the_ships(viewer: Viewer) -> dict[str, Any]:
    """The home of the ships' face. Who reads the whole programme is shown no company's affairs here."""
    if not viewer.holds(Permission.REPORT_MEASURES) or viewer.holds(Permission.READ_PROGRAMME):
        return {"next": [], "questions": [], "open_logs": [], "fleet": [], "news": []}
    rows = readable(viewer).filter(eta__gte=clock.now() - JUST_IN).exclude(attention=Attention.CANCELLED)
    waiting = Message.objects.visible_to(viewer).filter(side=Side.WATCH, settled_at__isnull=True)
    keys = {one.arrival_id: one for one in waiting.exclude(field="", link="").order_by("-pk")}
    asked = readable(viewer).in_bulk(list(keys))
    return {
        "next": list(rows.order_by("eta", "pk")[:MOST]),
        "questions": [(asked[key], one) for key, one in keys.items() if key in asked],
        "open_logs": list(find(logs(viewer), LogsAsked(state=OPEN))[:MOST]),
        "fleet": with_arrivals(list(ships(viewer)[:MOST]), viewer),
        "news": news(viewer),
    }
