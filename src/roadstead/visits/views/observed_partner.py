"""Observations and recommendations as partners see them: what was shared about their own State."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.files import presenters as files
from roadstead.visits.presenters import observed, observed_lists, recommended, recommended_page
from roadstead.visits.presenters.practice import lines as practice_lines
from roadstead.visits.queries import observed as observations
from roadstead.visits.queries import practice
from roadstead.visits.queries import recommended as recommendations
from roadstead.visits.views.observed_reading import FORM, done, observation_of, partner, recommendation_of
from roadstead.visits.views.recommendations import went_on

SEEN, SAID = "/partner/observations/", "/partner/recommendations/"


@needs(Permission.READ_SHARED)
@require_safe
def observation_list(request: HttpRequest) -> HttpResponse:
    """What the programme observed, as far as it was shared."""
    rows = observations.shared_observations(viewer_of(request))
    context = observed_lists.observation_list(request, rows)
    context |= {"crumbs": partner(), "exports": "visits:partner_observations_export", "partner": True}
    return render(request, "visits/observed/observations.html", context)


@needs(Permission.READ_SHARED)
@require_safe
def observation_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    rows = observations.shared_observations(viewer_of(request))
    return observed_lists.observation_file(request, rows, form)


@needs(Permission.READ_SHARED)
@require_safe
def observation(request: HttpRequest, pk: int) -> HttpResponse:
    """One observation, what was recommended for it, and best practice that helps."""
    viewer, record = viewer_of(request), observation_of(request, pk, shared=True)
    made = recommendations.shared_recommendations(viewer).filter(observation=record.pk)
    context = {
        "record": record,
        "one": observed.shown([record], viewer)[0],
        "made": recommended.shown(recommendations.with_names(made), viewer),
        "helping": practice_lines(practice.helping(viewer, [record]) if record.counts_against else [], viewer),
        "attachments": files.rows(record, viewer),
        "crumbs": partner((_("Observations"), SEEN)),
        "keeps": False,
        "visit": None,
        "marked": None,
    }
    return render(request, "visits/observed/observation.html", context)


@needs(Permission.READ_SHARED)
@require_safe
def recommendation_list(request: HttpRequest) -> HttpResponse:
    """What was recommended between one's State and the programme, by either."""
    viewer = viewer_of(request)
    context = observed_lists.recommendation_list(request, recommendations.shared_recommendations(viewer))
    context |= {"crumbs": partner(), "exports": "visits:partner_recommendations_export", "partner": True}
    context["make_at"] = f"{SAID}new/" if viewer.holds(Permission.RECOMMEND) else ""
    return render(request, "visits/observed/recommendations.html", context)


@needs(Permission.READ_SHARED)
@require_safe
def recommendation_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    rows = recommendations.shared_recommendations(viewer_of(request))
    return observed_lists.recommendation_file(request, rows, form)


@needs(Permission.READ_SHARED)
@FORM
def recommendation(request: HttpRequest, pk: int) -> HttpResponse:
    """One recommendation; sent: how it goes on."""
    viewer, record = viewer_of(request), recommendation_of(request, pk, shared=True)
    if request.method == "POST":
        viewer.must(Permission.RECOMMEND, country=record.country_id)
    form, moved = went_on(request, record)
    if moved:
        return done(request, _("It was noted, and the programme sees it."), f"{SAID}{pk}/")
    context = recommended_page.detail(record, viewer, form) | {
        "marked": None,
        "partner": True,
        "crumbs": partner((_("Recommendations"), SAID)),
    }
    return render(request, "visits/observed/recommendation.html", context, status=422 if form.errors else 200)
