"""What a host unit has at hand for a delegation, on one page that can be printed."""

from typing import Any

from roadstead.common.access.viewer import Viewer
from roadstead.hosting import topics
from roadstead.hosting.models import HostingRequest
from roadstead.hosting.naming import name_of
from roadstead.hosting.presenters.request import arranged, offers_shown, programme
from roadstead.hosting.queries.requests import delegates_of, history_of
from roadstead.visits import isps
from roadstead.visits.presenters.kit import agenda_of_the_day
from roadstead.visits.queries.observed import shortfalls
from roadstead.visits.queries.practice import released

MOST_PRACTICES, MOST_READ = 8, 200


def context(held: HostingRequest, viewer: Viewer) -> dict[str, Any]:
    """What the page wants. The number of queries does not grow with people, items or steps."""
    found = programme(held, viewer)
    titles = isps.elements()
    elements = topics.elements_of(held.topics)
    best = released(viewer).order_by("title", "pk")[:MOST_READ]
    open_ones = shortfalls(viewer, country=held.country_id).order_by("element").values_list("element", flat=True)
    return {
        "held": held,
        "name": name_of(held),
        "topics": topics.labels(held.topics),
        "people": delegates_of(held, viewer),
        "agenda": agenda_of_the_day(found["visit"]) if found["visit"] is not None else [],
        "visit": found["visit"],
        "offers": [one for one in offers_shown(held, viewer) if one.stands],
        "open": [titles[code].label for code in dict.fromkeys(open_ones) if code in titles],
        "elements": [one.label for code, one in titles.items() if code in elements],
        "practices": [one for one in best if set(one.elements) & elements][:MOST_PRACTICES],
        "history_of": [one for one in history_of(held.country_id, viewer) if one.pk != held.pk],
        **arranged(held),
    }
