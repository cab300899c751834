"""What other pages show of training: the file of a country, and the page of a shortfall."""

from typing import Any

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.training.catalogue import catalogue, title_of
from roadstead.training.enums import OPEN_REQUESTS
from roadstead.training.queries import effect
from roadstead.training.queries import offerings as of_offerings
from roadstead.training.queries import requests as of_requests
from roadstead.visits.observed_enums import ObservationKind

LATEST = 5


def trained(country: str, viewer: Viewer) -> dict[str, Any]:
    """What was built, what it changed, what is asked for; eight queries at most."""
    built = sorted(of_offerings.attended(viewer, country=country), key=lambda one: one[2], reverse=True)
    found = effect.outcomes(viewer, country) if built else []
    rows: Any = of_requests.requests(viewer).filter(country=country, state__in=OPEN_REQUESTS)
    return {
        "built": [(title_of(course), last, people) for _code, course, last, people in built[:LATEST]],
        "changed": effect.together(found),
        "open": [(one, title_of(one.course)) for one in rows.order_by("asked_at", "pk")[:LATEST]],
        "keeps": viewer.holds(Permission.KEEP_TRAINING),
    }


def courses_for(observation: Any, viewer: Viewer) -> dict[str, Any]:
    """The courses about the element of a shortfall, and what was asked for to close it; one query."""
    if observation.kind != ObservationKind.SHORTFALL or not viewer.holds(Permission.READ_PROGRAMME):
        return {"courses": [], "asked": []}
    asked = of_requests.for_observation(observation.pk, viewer)
    return {
        "courses": catalogue().answering(observation.element) if observation.element else [],
        "asked": [(one, title_of(one.course)) for one in asked],
        "keeps": viewer.holds(Permission.KEEP_TRAINING),
    }
