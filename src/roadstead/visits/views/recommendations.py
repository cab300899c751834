"""Recommendations at the desk: the list, one, and how it goes on."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.registry.presenters.marked import mark_shown
from roadstead.visits.actions.progressing import move_recommendation, tell_progress
from roadstead.visits.forms.observed import blank
from roadstead.visits.forms.recommended import MoveForm
from roadstead.visits.models import Recommendation
from roadstead.visits.observed_enums import RecommendationState
from roadstead.visits.observed_shape import ObservedError
from roadstead.visits.presenters import observed_lists, recommended_page
from roadstead.visits.presenters.recommended import moves
from roadstead.visits.queries import recommended as queries
from roadstead.visits.views.observed_reading import FORM, desk, done, recommendation_of, tell

PAGE = "/desk/recommendations/"


@needs(Permission.READ_PROGRAMME)
@require_safe
def recommendation_list(request: HttpRequest) -> HttpResponse:
    """What either side recommended, as far as this person may read it."""
    viewer = viewer_of(request)
    context = observed_lists.recommendation_list(request, queries.recommendations(viewer))
    context |= {"crumbs": desk(viewer), "exports": "visits:desk_recommendations_export", "partner": False}
    context["make_at"] = f"{PAGE}new/" if viewer.holds(Permission.RECOMMEND) else ""
    return render(request, "visits/observed/recommendations.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def recommendation_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return observed_lists.recommendation_file(request, queries.recommendations(viewer_of(request)), form)


@needs(Permission.READ_PROGRAMME)
@FORM
def recommendation(request: HttpRequest, pk: int) -> HttpResponse:
    """One recommendation; sent: how it goes on."""
    viewer, record = viewer_of(request), recommendation_of(request, pk)
    form, moved = went_on(request, record)
    if moved:
        return done(request, _("It was noted."), f"{PAGE}{pk}/")
    keeps = viewer.may(Permission.OBSERVE, country=record.country_id)
    context = recommended_page.detail(record, viewer, form) | {
        "marked": mark_shown(record, viewer, keeps=keeps),
        "partner": False,
        "crumbs": desk(viewer, (_("Recommendations"), PAGE)),
    }
    return render(request, "visits/observed/recommendation.html", context, status=422 if form.errors else 200)


def went_on(request: HttpRequest, record: Recommendation) -> tuple[MoveForm, bool]:
    """The form with which it goes on, and whether it did so with what was sent."""
    viewer = viewer_of(request)
    sent = request.POST if request.method == "POST" else None
    form = MoveForm(sent, initial=blank(), moves=moves(record, viewer))
    if request.method != "POST" or not form.is_valid():
        again = sent is not None and queries.told_before(record, form.cleaned_data.get("uid"))
        return form, again  # the same form sent twice: what it says is no step onward any more
    said = form.cleaned_data
    try:
        told: dict[str, Any] = {"text": said["text"], "by": viewer, "uid": said["uid"]}
        if said["to"]:
            to = RecommendationState(said["to"])
            move_recommendation(recommendation=record, to=to, after=said["after"], **told)
        else:
            tell_progress(recommendation=record, **told)
    except ObservedError as error:
        tell(error, form)
        return form, False
    except PermissionDenied as error:
        form.add_error(None, str(error) or _("That is not yours to say."))
        return form, False
    return form, True
