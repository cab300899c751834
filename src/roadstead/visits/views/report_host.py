"""The report of a visit as its host reads it and comments on it, and the public lines."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from roadstead.common.access.guards import needs, open_to_all, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.visits.actions.report_commenting import comment_report
from roadstead.visits.actions.report_shape import ReportError
from roadstead.visits.forms.report import CommentForm
from roadstead.visits.models import ReportRelease, Visit
from roadstead.visits.presenters import report as presenter
from roadstead.visits.presenters import report_files
from roadstead.visits.presenters.shown import name_of
from roadstead.visits.queries import reports
from roadstead.visits.report_enums import ReportText
from roadstead.visits.views import crumbs
from roadstead.visits.views.reading import shared_one
from roadstead.visits.views.report_reading import back_with


@needs(Permission.READ_SHARED)
@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """What was released to the host, with its comments beside each section."""
    viewer, visit = viewer_of(request), shared_one(request, pk)
    context = presenter.host(visit, reports.released(visit, ReportText.HOST, viewer), viewer)
    context["crumbs"] = [*crumbs.partner(), (name_of(visit), reverse("visits:partner_visit", args=[visit.pk]))]
    return render(request, "visits/report/host.html", context)


@needs(Permission.COMMENT_REPORT)
@require_POST
def comment(request: HttpRequest, pk: int) -> HttpResponse:
    """Say something beside a section."""
    visit, release = _released(request, pk)
    form, back = CommentForm(request.POST), reverse("visits:report_host", args=[visit.pk])
    if not form.is_valid():
        return back_with(request, back, _("Write the comment first."), refused=True)
    try:
        comment_report(release=release, by=viewer_of(request), **form.cleaned_data)
    except ReportError as error:
        return back_with(request, back, str(error), refused=True)
    return back_with(request, f"{back}#{form.cleaned_data['section']}", _("Your comment was sent to the programme."))


@needs(Permission.READ_SHARED)
@require_safe
def take(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The same as a file."""
    visit, release = _released(request, pk)
    return report_files.answer(visit, ReportText.HOST, release.content, form, release)


@open_to_all
@require_safe
def public(request: HttpRequest) -> HttpResponse:
    """The public lines that were released, of the newest visit first; `?country=` narrows them to one."""
    return render(request, "visits/report/public.html", presenter.public(request.GET))


def _released(request: HttpRequest, pk: int) -> tuple[Visit, ReportRelease]:
    visit = shared_one(request, pk)
    release = reports.released(visit, ReportText.HOST, viewer_of(request))
    if release is None:
        raise Http404(_("No report was released yet."))
    return visit, release
