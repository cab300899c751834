"""Observations at the desk: the list, one, its state, mark and files."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.files import presenters as files
from roadstead.registry.presenters.marked import mark_shown
from roadstead.visits.actions.observing import change_observation, set_observation_state
from roadstead.visits.forms.observed import ObservationForm, StateForm, as_observed
from roadstead.visits.models import Visit
from roadstead.visits.observed_enums import ObservationState
from roadstead.visits.observed_shape import ObservedError, StaleError
from roadstead.visits.presenters import observed, observed_lists, recommended
from roadstead.visits.presenters.observed_fields import fields
from roadstead.visits.presenters.practice import lines as practice_lines
from roadstead.visits.queries import kit, practice
from roadstead.visits.queries import observed as queries
from roadstead.visits.queries import recommended as recommendations
from roadstead.visits.views.observed_reading import FORM, again, desk, done, form_page, observation_of, tell

PAGE = "/desk/observations/"


@needs(Permission.READ_PROGRAMME)
@require_safe
def observation_list(request: HttpRequest) -> HttpResponse:
    """What was observed on visits, as far as this person may read it."""
    viewer = viewer_of(request)
    context = observed_lists.observation_list(request, queries.observations(viewer))
    context |= {"crumbs": desk(viewer), "exports": "visits:desk_observations_export", "partner": False}
    return render(request, "visits/observed/observations.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def observation_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return observed_lists.observation_file(request, queries.observations(viewer_of(request)), form)


@needs(Permission.READ_PROGRAMME)
@FORM
def observation(request: HttpRequest, pk: int) -> HttpResponse:
    """One observation; sent: that it is settled or withdrawn, or stands again."""
    viewer, record = viewer_of(request), observation_of(request, pk)
    form = StateForm(request.POST if request.method == "POST" else None, initial={"state": record.state})
    if request.method == "POST" and form.is_valid():
        state = ObservationState(form.cleaned_data["state"])
        try:
            set_observation_state(observation=record, state=state, why=form.cleaned_data["why"], by=viewer)
        except ObservedError as error:
            tell(error, form)
        else:
            return done(request, _("It is %(state)s now.") % {"state": state.label}, f"{PAGE}{pk}/")
    keeps = viewer.may(Permission.OBSERVE, country=record.country_id)
    made = recommendations.recommendations(viewer).filter(observation=record.pk)
    context = {
        "record": record,
        "one": observed.shown([record], viewer)[0],
        "visit": kit.visits(viewer).filter(pk=record.visit_id).first(),
        "marked": mark_shown(record, viewer, keeps=keeps),
        "keeps": keeps,
        "form": form,
        "fields": fields(form),
        "made": recommended.shown(recommendations.with_names(made), viewer),
        "helping": practice_lines(practice.helping(viewer, [record]) if record.counts_against else [], viewer),
        "remarks": observed.remarks(record, viewer),
        "remarks_on": False,
        "attachments": files.rows(record, viewer),
        "crumbs": desk(viewer, (_("Observations"), PAGE)),
    }
    return render(request, "visits/observed/observation.html", context, status=422 if form.errors else 200)


@needs(Permission.OBSERVE)
@FORM
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an observation; where somebody else was faster, that is said and nothing typed is lost."""
    viewer, record = viewer_of(request), observation_of(request, pk)
    trip: Visit | None = kit.visits(viewer).filter(pk=record.visit_id).first()
    places = observed.places(kit.facilities_of(trip, viewer)) if trip else []
    sent = request.method == "POST"
    form = ObservationForm(request.POST if sent else None, initial=as_observed(record), places=places)
    said = {"heading": _("Change the observation"), "back": f"{PAGE}{pk}/"}
    above = desk(viewer, (_("Observations"), PAGE), (observed.cut(record.text), f"{PAGE}{pk}/"))
    if sent and form.is_valid():
        revision = form.cleaned_data["revision"] or 0
        try:
            change_observation(observation=record, revision=revision, observed=form.observed, by=viewer)
        except StaleError as error:
            again(form, error.current.revision)
            return form_page(request, form, crumbs=above, stale=str(error), theirs=error.current.text, **said)
        except ObservedError as error:
            tell(error, form)
        else:
            return done(request, _("It was changed."), f"{PAGE}{pk}/")
    return form_page(request, form, crumbs=above, **said)
