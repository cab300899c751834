"""Observations and recommendations, as a timeline has them."""

from collections.abc import Iterator

from django.db.models.functions import Coalesce
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common.access.viewer import Viewer
from roadstead.registry.timeline import Moment, Row, Source
from roadstead.visits.observed_enums import ObservationKind, ObservationState, RecommendationState, Side
from roadstead.visits.queries.observed import observations
from roadstead.visits.queries.recommended import ENDED, recommendations

LONGEST = 120  # characters of a text
OBSERVATION, RECOMMENDATION = gettext_lazy("observation"), gettext_lazy("recommendation")
TONES = {ObservationKind.SHORTFALL: "ask", ObservationKind.STRENGTH: "good", ObservationKind.BEYOND: "good"}


def _observations(rows: list[Row], viewer: Viewer) -> Iterator[Moment]:
    """Each on the day when it was noted."""
    for on, pk, text, kind, reference, state in rows:
        stands = state == ObservationState.STANDS
        said = [ObservationKind(kind).label, reference, "" if stands else ObservationState(state).label]
        note, tone = ", ".join(str(one) for one in said if one), TONES[ObservationKind(kind)] if stands else "quiet"
        yield Moment(on, "observation", OBSERVATION, _short(text), f"/desk/observations/{pk}/", note, tone)


def _recommendations(rows: list[Row], viewer: Viewer) -> Iterator[Moment]:
    """Each on the day when it ended, else when it was made."""
    for on, pk, text, toward, state, due in rows:
        open_ = state not in ENDED
        to = _("to %(side)s") % {"side": Side(toward).label}
        said = [to, str(RecommendationState(state).label)]
        said += [_("due %(day)s") % {"day": date_format(due, "j F Y")}] if open_ else []
        href, tone = f"/desk/recommendations/{pk}/", "ask" if open_ else "good"
        tone = "quiet" if state == RecommendationState.WITHDRAWN else tone
        yield Moment(on, "recommendation", RECOMMENDATION, _short(text), href, ", ".join(said), tone)


def _short(text: str) -> str:
    return Truncator(" ".join(text.split())).chars(LONGEST)


OBSERVATIONS = Source(
    "observation",
    OBSERVATION,
    lambda country, viewer: observations(viewer).filter(country=country),
    "noted_at",
    ("text", "kind", "reference", "state"),
    _observations,
)
RECOMMENDATIONS = Source(
    "recommendation",
    RECOMMENDATION,
    lambda country, viewer: recommendations(viewer).filter(country=country),
    Coalesce("ended_at", "made_at"),
    ("text", "toward", "state", "due_on"),
    _recommendations,
)
