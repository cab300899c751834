"""The report of a visit at the desk: read, drafted from the records, edited, compared, taken away."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.visits.actions.report_shape import ReportError, StaleSectionError
from roadstead.visits.actions.report_writing import draft_report, restore_section, write_section
from roadstead.visits.forms.report import RestoreForm, SectionForm
from roadstead.visits.models import ReportSection, ReportVersion, Visit
from roadstead.visits.presenters import report as presenter
from roadstead.visits.presenters import report_files, report_versions
from roadstead.visits.queries import reports
from roadstead.visits.report.comparing import compared
from roadstead.visits.views import crumbs
from roadstead.visits.views.reading import one
from roadstead.visits.views.report_reading import (
    back_with,
    below_report,
    page_of,
    report_or_404,
    section_or_404,
    text_asked,
)


@needs(Permission.READ_PROGRAMME)
@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """One text of the report, section by section."""
    viewer, visit = viewer_of(request), one(request, pk)
    context = presenter.desk(visit, reports.report_of(visit, viewer), text_asked(request), viewer)
    return render(request, "visits/report/page.html", context | {"crumbs": crumbs.below_desk(viewer, visit)})


@needs(Permission.WRITE_REPORT)
@require_POST
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """Write what nobody has edited from the records as they are now."""
    visit = one(request, pk)
    try:
        draft_report(visit=visit, by=viewer_of(request))
    except ReportError as error:
        return back_with(request, page_of(visit), str(error), refused=True)
    return back_with(request, page_of(visit), _("Written from what was noted. What people edited stays as it was."))


@needs(Permission.WRITE_REPORT)
@require_POST
def write(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Keep a section: for the page’s own script as JSON, for a form with a page."""
    visit, section = section_or_404(request, pk, number)
    form, back = SectionForm(request.POST), f"{page_of(visit, section.of)}#section-{section.pk}"
    if not form.is_valid():
        return _refused(request, back, _("What was sent is no section of a report."))
    try:
        made = write_section(visit=visit, section=number, by=viewer_of(request), **form.cleaned_data)
    except StaleSectionError as error:
        return _stale(request, visit, error, form.cleaned_data["text"])
    except ReportError as error:
        return _refused(request, back, str(error))
    return JsonResponse({"revision": made.revision}) if _by_script(request) else back_with(request, back, _("Saved."))


def _stale(request: HttpRequest, visit: Visit, error: StaleSectionError, mine: str) -> HttpResponse:
    """Both texts, to whoever came second."""
    now: ReportSection = error.current
    if _by_script(request):
        told = {"problem": str(error), "theirs": now.text, "by": now.changed_by.name, "revision": now.revision}
        return JsonResponse(told, status=409)
    context = {"visit": visit, "section": now, "mine": mine, "lines": compared(now.text, mine), "problem": str(error)}
    context |= {"crumbs": below_report(viewer_of(request), visit), "back": page_of(visit, now.of)}
    return render(request, "visits/report/stale.html", context, status=409)


def _refused(request: HttpRequest, back: str, problem: str) -> HttpResponse:
    if _by_script(request):
        return JsonResponse({"problem": problem}, status=422)
    return back_with(request, back, problem, refused=True)


def _by_script(request: HttpRequest) -> bool:
    return "application/json" in request.headers.get("Accept", "")


@needs(Permission.READ_PROGRAMME)
@require_safe
def versions(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Every version of a section, and two of them against each other."""
    viewer, (visit, section) = viewer_of(request), section_or_404(request, pk, number)
    context = report_versions.context(section, visit, request.GET.dict(), writes=presenter.may_write(visit, viewer))
    context |= {"crumbs": below_report(viewer, visit), "back": page_of(visit, section.of)}
    return render(request, "visits/report/versions.html", context)


@needs(Permission.WRITE_REPORT)
@require_POST
def restore(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Write a section as an earlier version had it; that one, and what stood since, stay as they were."""
    visit, section = section_or_404(request, pk, number)
    form, back = RestoreForm(request.POST), reverse("visits:report_versions", args=[visit.pk, section.pk])
    if not form.is_valid():
        return back_with(request, back, _("Choose a version that there is."), refused=True)
    try:
        restore_section(visit=visit, section=section.pk, by=viewer_of(request), **form.cleaned_data)
    except ReportError as error:
        return back_with(request, back, str(error), refused=True)
    except ReportVersion.DoesNotExist:
        return back_with(request, back, _("Choose a version that there is."), refused=True)
    words = {"number": form.cleaned_data["version"]}
    return back_with(request, back, _("The section reads as version %(number)s did.") % words)


@needs(Permission.READ_PROGRAMME)
@require_safe
def take(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """One text as a file: as it stands now, said to be a draft."""
    visit, report = report_or_404(request, pk)
    of = text_asked(request)
    return report_files.answer(visit, of, reports.content_of(reports.sections_of(report, of)), form)
