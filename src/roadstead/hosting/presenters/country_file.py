"""The reciprocal visits of a country as its file shows them."""

from typing import Any

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.hosting.enums import AHEAD, TOOK_PLACE, OfferState, State
from roadstead.hosting.queries.requests import offers_of, requests

MOST = 4


def hosted(country: str, viewer: Viewer) -> dict[str, Any]:
    """What is open, and the visits that took place, the latest first, with their ports; two queries."""
    rows = list(requests(viewer).filter(country=country, state__in=(*AHEAD, *TOOK_PLACE)).order_by("-first_on", "-pk"))
    past = [one for one in rows if one.state in TOOK_PLACE]
    ports = offers_of(past[:MOST], OfferState.ACCEPTED)
    return {
        "open": [one for one in rows if one.state in AHEAD or one.state == State.HOSTED],
        "past": [(one, [each.port.name for each in ports.get(one.pk, ())]) for one in past[:MOST]],
        "count": len(past),
        "may_invite": viewer.may(Permission.HOST_VISITS, country=country),
    }
