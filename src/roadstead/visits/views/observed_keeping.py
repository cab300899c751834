"""Who may see observations and recommendations, and their files: the same for both."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.files.errors import FilesError
from roadstead.files.forms import UploadForm
from roadstead.files.presenters import said_of
from roadstead.registry.forms.marking import MarkForm, as_marked
from roadstead.registry.presenters.marked import label
from roadstead.registry.reach import MarkError
from roadstead.visits.actions.observed_marking import attach_to, mark_observed
from roadstead.visits.presenters.observed import cut
from roadstead.visits.views.observed_reading import (
    FORM,
    Crumbs,
    desk,
    done,
    form_page,
    observation_of,
    partner,
    recommendation_of,
    tell,
)


@needs(Permission.OBSERVE)
@FORM
def mark_observation(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who may see an observation from now on, and why."""
    return _mark(request, observation_of(request, pk), f"/desk/observations/{pk}/")


@needs(Permission.OBSERVE)
@FORM
def mark_recommendation(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who may see a recommendation from now on, and why."""
    return _mark(request, recommendation_of(request, pk), f"/desk/recommendations/{pk}/")


@needs(Permission.OBSERVE)
@FORM
def attach_to_observation(request: HttpRequest, pk: int) -> HttpResponse:
    """Attach a picture or a document to an observation."""
    back = f"/desk/observations/{pk}/"
    return _attach(request, observation_of(request, pk), back, desk(viewer_of(request)))


@needs(Permission.OBSERVE)
@FORM
def attach_to_recommendation(request: HttpRequest, pk: int) -> HttpResponse:
    """Attach evidence to a recommendation, at the desk."""
    back = f"/desk/recommendations/{pk}/"
    return _attach(request, recommendation_of(request, pk), back, desk(viewer_of(request)))


@needs(Permission.RECOMMEND)
@FORM
def attach_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Attach evidence to a recommendation, as a partner."""
    back = f"/partner/recommendations/{pk}/"
    return _attach(request, recommendation_of(request, pk, shared=True), back, partner())


def _mark(request: HttpRequest, record: Any, back: str) -> HttpResponse:
    viewer, sent = viewer_of(request), request.method == "POST"
    form = MarkForm(request.POST, viewer=viewer) if sent else MarkForm(initial=as_marked(record), viewer=viewer)
    if sent and form.is_valid():
        try:
            reached = mark_observed(marked=record, by=viewer, seen_marked_at=form.cleaned_data["seen"], **form.said)
        except MarkError as error:
            tell(error, form)
        else:
            return done(request, _("It is marked: %(mark)s.") % {"mark": reached.mark.label}, back)
    context = {"form": form, "record": record, "label": label(record), "back": back, "name": cut(record.text)}
    context |= {"crumbs": desk(viewer), "looked": None, "found": []}
    return render(request, "visits/observed/mark.html", context, status=422 if form.errors else 200)


def _attach(request: HttpRequest, record: Any, back: str, crumbs: Crumbs) -> HttpResponse:
    sent = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if sent else UploadForm()
    if sent and form.is_valid():
        said = form.cleaned_data
        try:
            made = attach_to(marked=record, upload=said["file"], description=said["description"], by=viewer_of(request))
        except FilesError as error:
            form.add_error("file", str(error))
        else:
            return done(request, said_of(made, said["file"].given), back)
    heading = _("Attach a file to “%(name)s”") % {"name": cut(record.text)}
    return form_page(request, form, heading=heading, crumbs=[*crumbs, (cut(record.text), back)], back=back, upload=True)
