"""What a visit found of the recommendations that earlier ones left open."""

from typing import Any

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.observed_parts import person_of, visit_to_note
from roadstead.visits.models import Recommendation, Review, Visit
from roadstead.visits.models.observations import LONGEST_OBSERVATION
from roadstead.visits.observed_enums import Found
from roadstead.visits.observed_shape import ObservedError, text_of
from roadstead.visits.recommended_events import RecommendationReviewed


@action
def review_recommendation(
    *, visit: Visit, recommendation: Recommendation, found: Found, by: Viewer, before: str = "", after: str = ""
) -> Review:
    """Say what became of a recommendation; said again, the later one stands. It closes nothing by itself.

    Raises PermissionDenied, ObservedError; DoesNotExist where either may not be read.
    """
    trip = visit_to_note(visit, by)
    held: Recommendation = Recommendation.objects.visible_to(by).select_for_update().get(pk=recommendation.pk)
    if held.country_id != trip.country_id:
        raise ObservedError(_("The recommendation belongs to another country."))
    if held.visit_id == trip.pk:
        raise ObservedError(_("This visit made it: a later one reviews it."))
    said: dict[str, Any] = {
        "before": text_of(before, most=LONGEST_OBSERVATION, field="before") or held.before,
        "after": text_of(after, most=LONGEST_OBSERVATION, field="after"),
    }
    if found in (Found.DONE, Found.PARTLY) and not said["after"]:
        raise ObservedError(_("Say how it is now."), "after")
    said |= {"found": found, "by_id": person_of(by), "at": clock.now()}
    rows: Any = Review.objects.filter(recommendation=held).stated()
    made: Review
    made, _new = rows.update_or_create(visit=trip, recommendation=held, defaults=said)
    record(RecommendationReviewed(visit=trip.pk, found=found.value), subject=held, by=by)
    return made
