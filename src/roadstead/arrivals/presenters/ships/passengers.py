"""A notice to passengers: the countries of a voyage that are on the list, in words that the law and the list support.

The statute has the Secretary give the notice (46 USC 70110(a)(3)); no source prescribes a wording, nor has a ship
display one. So the page gives words and says so.
"""

from typing import Any

from django.http import HttpRequest

from roadstead.advisories import queries as advisories
from roadstead.arrivals import bridge
from roadstead.arrivals.models import Arrival, Received
from roadstead.arrivals.queries.arrivals import readable
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

MOST_COUNTRIES = 20


def context(request: HttpRequest, viewer: Viewer) -> dict[str, Any]:
    """What the template wants. `?country=GH` may be repeated; `?arrival=` is one of one's own."""
    today = clock.today()
    advisory = advisories.advisory(today, today)
    listed = {one.code: one for one in advisory.countries}
    asked = [one.upper() for one in request.GET.getlist("country")[:MOST_COUNTRIES]]
    arrival = _arrival(request.GET.get("arrival", ""), viewer)
    if arrival is not None:
        asked = _called(arrival)
    chosen = [listed[code] for code in dict.fromkeys(asked) if code in listed]
    return {
        "today": today,
        "listed": sorted(listed.values(), key=lambda one: str(one.name)),
        "chosen": chosen,
        "codes": {one.code for one in chosen},
        "asked": bool(asked),
        "arrival": arrival,
        "edition": advisory.edition,
    }


def _arrival(key: str, viewer: Viewer) -> Arrival | None:
    if not (key.isdecimal() and len(key) < 19 and viewer.holds(Permission.READ_OWN_ARRIVALS)):
        return None
    return readable(viewer).filter(pk=int(key)).first()


def _called(arrival: Arrival) -> list[str]:
    """The countries of the calls that the judge looks at."""
    held = Received.objects.filter(arrival=arrival, current=True).stated().get()
    notice = bridge.notice_of(held.content)
    decision = advisories.judge(clock.today()).decide(notice)
    return [one.country for one in decision.calls if one.slot is not None]
