"""What was seen at a facility, and best practice for there, as a part of its page: for either side."""

from typing import Any

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.visits.observed_enums import ObservationState
from roadstead.visits.presenters import observed, recommended
from roadstead.visits.presenters.practice import lines
from roadstead.visits.queries import observed as observations
from roadstead.visits.queries import practice
from roadstead.visits.queries import recommended as recommendations

MOST = 8  # of each, the latest


def part(facility: Any, viewer: Viewer) -> dict[str, Any]:
    """What the part wants; partners are shown what was shared with them. Six queries, however much there is."""
    staff = viewer.holds(Permission.READ_PROGRAMME)
    seen = observations.observations(viewer) if staff else observations.shared_observations(viewer)
    said = recommendations.recommendations(viewer) if staff else recommendations.shared_recommendations(viewer)
    stand = seen.filter(facility=facility.pk, state=ObservationState.STANDS).order_by("-noted_at", "-pk")[:MOST]
    ahead = said.filter(facility=facility.pk).exclude(state__in=recommendations.ENDED).order_by("due_on", "pk")[:MOST]
    pages = "/desk/recommendations/improvements/" if staff else "/partner/recommendations/improvements/"
    return {
        "seen": observed.shown(observations.with_names(stand), viewer),
        "said": recommended.shown(recommendations.with_names(ahead), viewer),
        "practices": lines(practice.helping_here(viewer, facility=facility.pk), viewer),
        "improvements_at": f"{pages}?facility={facility.pk}",
    }
