"""Writing information and changing it."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.engagement.actions.shape import InformationError, StaleError
from roadstead.engagement.actions.writing import change_information, write_information
from roadstead.engagement.forms.content import InformationForm, as_it_stands, blank
from roadstead.engagement.forms.marking import MarkForm
from roadstead.engagement.presenters.shown import shown
from roadstead.engagement.views import crumbs
from roadstead.engagement.views.reading import one
from roadstead.registry.reach import MarkError

FORM = require_http_methods(["GET", "HEAD", "POST"])


@needs(Permission.WRITE_INFORMATION)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Write a note or document. The same form sent twice writes once."""
    viewer = viewer_of(request)
    if request.method != "POST":
        return _form(request, InformationForm(initial=blank()), MarkForm(viewer=viewer))
    content, mark = InformationForm(request.POST), MarkForm(request.POST, viewer=viewer)
    if content.is_valid() & mark.is_valid():
        uid = content.cleaned_data["uid"] or blank()["uid"]
        try:
            written = write_information(uid=uid, content=content.content, by=viewer, **mark.said)
        except (InformationError, MarkError) as error:
            _tell(error, content, mark)
        else:
            messages.success(request, _("It was written."))
            return HttpResponseRedirect(reverse("engagement:desk_information", args=[written.pk]))
    return _form(request, content, mark)


@needs(Permission.WRITE_INFORMATION)
@FORM
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what was written; where somebody else was faster, both texts are shown and nothing is lost."""
    viewer, record = viewer_of(request), one(request, pk)
    if request.method != "POST":
        return _form(request, InformationForm(initial=as_it_stands(record)), record=record)
    content = InformationForm(request.POST)
    if content.is_valid():
        revision = content.cleaned_data["revision"] or 0
        try:
            change_information(information=record, revision=revision, content=content.content, by=viewer)
        except StaleError as error:
            return _stale(request, content, error)
        except InformationError as error:
            _tell(error, content)
        else:
            messages.success(request, _("It was changed."))
            return HttpResponseRedirect(reverse("engagement:desk_information", args=[record.pk]))
    return _form(request, content, record=record)


def _stale(request: HttpRequest, content: InformationForm, error: StaleError) -> HttpResponse:
    """The page once more: what was typed, beside what the other wrote; sending it again is a decision."""
    again = request.POST.copy()
    again["revision"] = str(error.current.revision)
    content.data = again
    theirs = shown(error.current, viewer_of(request))
    return _form(request, content, record=error.current, theirs=theirs, stale=str(error), status=409)


def _form(
    request: HttpRequest,
    content: InformationForm,
    mark: MarkForm | None = None,
    *,
    status: int = 0,
    **context: Any,
) -> HttpResponse:
    wrong = content.errors if content.is_bound else {}
    wrong = wrong or (mark.errors if mark is not None and mark.is_bound else {})
    said = {"form": content, "mark_form": mark, "record": None, "theirs": None, "stale": ""} | context
    said["crumbs"] = crumbs.below_desk(viewer_of(request), said["record"])
    return render(request, "engagement/desk/form.html", said, status=status or (422 if wrong else 200))


def _tell(error: InformationError | MarkError, *forms: Form) -> None:
    """Put what an action refused beside the field that it names."""
    for form in forms:
        if error.field in form.fields:
            form.add_error(error.field, str(error))
            return
    forms[0].add_error(None, str(error))
