"""Observations and recommendations as partners see them: what was shared about their own State."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.files import presenters as files
from roadstead.visits.actions.observed_parts import may_recommend, recommends_as
from roadstead.visits.actions.remarking import remark_on
from roadstead.visits.forms.observed import blank
from roadstead.visits.forms.remarks import RemarkForm
from roadstead.visits.observed_shape import ObservedError
from roadstead.visits.presenters import observed, observed_lists, recommended, recommended_page
from roadstead.visits.presenters.observed_fields import fields
from roadstead.visits.presenters.practice import lines as practice_lines
from roadstead.visits.queries import observed as observations
from roadstead.visits.queries import practice
from roadstead.visits.queries import recommended as recommendations
from roadstead.visits.views.observed_reading import FORM, done, observation_of, partner, recommendation_of, tell
from roadstead.visits.views.recommendations import went_on

SEEN, SAID = "/partner/observations/", "/partner/recommendations/"
HOSTS = (Permission.READ_SHARED, Permission.READ_OWN_FACILITY)


@needs(*HOSTS)
@require_safe
def observation_list(request: HttpRequest) -> HttpResponse:
    """What the programme observed, as far as it was shared."""
    rows = observations.shared_observations(viewer_of(request))
    context = observed_lists.observation_list(request, rows)
    context |= {"crumbs": partner(), "exports": "visits:partner_observations_export", "partner": True}
    return render(request, "visits/observed/observations.html", context)


@needs(*HOSTS)
@require_safe
def observation_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    rows = observations.shared_observations(viewer_of(request))
    return observed_lists.observation_file(request, rows, form)


@needs(*HOSTS)
@FORM
def observation(request: HttpRequest, pk: int) -> HttpResponse:
    """One observation, what was recommended for it, and best practice that helps; sent: what its host says of it."""
    viewer, record = viewer_of(request), observation_of(request, pk, shared=True)
    form = RemarkForm(request.POST if request.method == "POST" else None, initial=blank())
    if request.method == "POST" and form.is_valid():
        try:
            remark_on(observation=record, by=viewer, **form.cleaned_data)
        except ObservedError as error:
            tell(error, form)
        else:
            return done(request, _("Your remark stands beside it, and the programme was told."), f"{SEEN}{pk}/")
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
        "remarks": observed.remarks(record, viewer),
        "remarks_on": may_recommend(viewer, record.country_id, record.facility_id),
        "form": form,
        "fields": fields(form),
    }
    return render(request, "visits/observed/observation.html", context, status=422 if form.errors else 200)


@needs(*HOSTS)
@require_safe
def recommendation_list(request: HttpRequest) -> HttpResponse:
    """What was recommended between one's State and the programme, by either."""
    viewer = viewer_of(request)
    context = observed_lists.recommendation_list(request, recommendations.shared_recommendations(viewer))
    context |= {"crumbs": partner(), "exports": "visits:partner_recommendations_export", "partner": True}
    context["make_at"] = f"{SAID}new/" if viewer.holds(Permission.RECOMMEND) else ""
    return render(request, "visits/observed/recommendations.html", context)


@needs(*HOSTS)
@require_safe
def recommendation_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    rows = recommendations.shared_recommendations(viewer_of(request))
    return observed_lists.recommendation_file(request, rows, form)


@needs(*HOSTS)
@FORM
def recommendation(request: HttpRequest, pk: int) -> HttpResponse:
    """One recommendation; sent: how it goes on."""
    viewer, record = viewer_of(request), recommendation_of(request, pk, shared=True)
    if request.method == "POST":
        recommends_as(viewer, record.country_id, record.facility_id)
    form, moved = went_on(request, record)
    if moved:
        return done(request, _("It was noted, and the programme sees it."), f"{SAID}{pk}/")
    context = recommended_page.detail(record, viewer, form) | {
        "marked": None,
        "partner": True,
        "crumbs": partner((_("Recommendations"), SAID)),
    }
    return render(request, "visits/observed/recommendation.html", context, status=422 if form.errors else 200)
