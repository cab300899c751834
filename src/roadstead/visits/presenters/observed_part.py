"""What was seen on a visit, as a part of its page: for the workspace, and for the page of its own."""

from typing import Any

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.visits.models import Visit
from roadstead.visits.observed_enums import ObservationKind
from roadstead.visits.presenters import observed, recommended
from roadstead.visits.queries import kit
from roadstead.visits.queries import observed as observations
from roadstead.visits.queries import recommended as recommendations


def part(visit: Visit, viewer: Viewer) -> dict[str, Any]:
    """What templates/visits/observed/part.html wants: what was observed and recommended, and what earlier ones left."""
    seen = observed.shown(observations.with_names(observations.of_visit(visit, viewer)), viewer)
    made = recommended.shown(recommendations.with_names(recommendations.made_on(visit, viewer)), viewer)
    left = recommendations.with_names(recommendations.left_open_for(visit, viewer))
    reviewed = recommended.reviewed(left, recommendations.reviews_of(visit, viewer), viewer)
    return {
        "observed_visit": visit,
        "observations": seen,
        "counts": {kind.value: sum(one.kind == kind for one in seen) for kind in ObservationKind},
        "recommendations": made,
        "reviewed": reviewed,
        "unreviewed": sum(one.review is None for one in reviewed),
        "notes_count": len(kit.notes_of(visit, viewer)),
        "may_observe": viewer.may(Permission.OBSERVE, country=visit.country_id),
    }
