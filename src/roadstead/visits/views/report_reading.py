"""Reading the report of a visit for a page, and what its pages have in common."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.common.access.guards import viewer_of
from roadstead.common.access.viewer import Viewer
from roadstead.visits.models import Report, ReportRelease, ReportSection, Visit
from roadstead.visits.queries import reports
from roadstead.visits.report_enums import ReportText
from roadstead.visits.views import crumbs
from roadstead.visits.views.reading import one

Crumbs = list[tuple[str, str]]


def text_asked(request: HttpRequest) -> ReportText:
    """The text that `?text=` names; the programme's where it names none that there is."""
    said = request.GET.get("text", "")
    return ReportText(said) if said in ReportText.values else ReportText.PROGRAMME


def report_or_404(request: HttpRequest, pk: int) -> tuple[Visit, Report]:
    """A visit with its report. Raises Http404 where either may not be read, or none was begun."""
    visit = one(request, pk)
    report = reports.report_of(visit, viewer_of(request))
    if report is None:
        raise Http404(_("There is no report yet."))
    return visit, report


def section_or_404(request: HttpRequest, pk: int, number: int) -> tuple[Visit, ReportSection]:
    """A section of the report of a visit. Raises Http404."""
    visit, report = report_or_404(request, pk)
    section = reports.section_of(report, number)
    if section is None:
        raise Http404(_("There is no such section."))
    return visit, section


def release_or_404(request: HttpRequest, visit: Visit, number: int) -> ReportRelease:
    """A release of a visit's report. Raises Http404."""
    rows = ReportRelease.objects.visible_to(viewer_of(request)).filter(visit=visit.pk)
    found: ReportRelease = get_object_or_404(rows.select_related("asked_by", "settled_by"), pk=number)
    return found


def page_of(visit: Visit, of: str = ReportText.PROGRAMME) -> str:
    """The address of one text of the report."""
    return f"{reverse('visits:report', args=[visit.pk])}?text={of}"


def below_report(viewer: Viewer, visit: Visit) -> Crumbs:
    """Above a page below the report."""
    return [*crumbs.below_desk(viewer, visit), (_("Report"), reverse("visits:report", args=[visit.pk]))]


def back_with(request: HttpRequest, to: str, said: str, *, refused: bool = False) -> HttpResponse:
    """Back to a page, with a word."""
    (messages.error if refused else messages.success)(request, said)
    return HttpResponseRedirect(to)
