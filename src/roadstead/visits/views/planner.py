"""The planner of a year, and the two clocks of every country."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common import clock as time
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.registry import queries as registry
from roadstead.visits.actions import suspending
from roadstead.visits.enums import Clock
from roadstead.visits.forms.others import ResumeForm, SuspendForm, today
from roadstead.visits.presenters import clock_list, clocks, planner, planner_files
from roadstead.visits.queries.clocks import suspension
from roadstead.visits.views import crumbs
from roadstead.visits.views.acting import FORM, Page, acted


@needs(Permission.READ_PROGRAMME)
@require_safe
def year(request: HttpRequest) -> HttpResponse:
    """A year of visits, as table and bars."""
    viewer = viewer_of(request)
    context = planner.context(request.GET, viewer)
    context |= {"may_plan": viewer.holds(Permission.PLAN_VISITS), "crumbs": crumbs.below_desk(viewer)}
    return render(request, "visits/desk/planner.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def year_export(request: HttpRequest, form: str) -> HttpResponse:
    """What the page shows, as a file."""
    rows = planner.found(planner.read(request.GET), viewer_of(request))
    return planner_files.table(rows, form, request.build_absolute_uri("/").rstrip("/"))


@needs(Permission.READ_PROGRAMME)
@require_safe
def year_ics(request: HttpRequest) -> HttpResponse:
    """What the page shows, as calendar entries."""
    rows = planner.found(planner.read(request.GET), viewer_of(request))
    return planner_files.calendar(rows, request.build_absolute_uri("/").rstrip("/"))


@needs(Permission.READ_PROGRAMME)
@require_safe
def clock_page(request: HttpRequest) -> HttpResponse:
    """Both clocks of every country that is to be visited."""
    viewer = viewer_of(request)
    context = clock_list.context(request, viewer) | {"crumbs": crumbs.below_desk(viewer)}
    return render(request, "visits/desk/clocks.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def clock_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same as a file, for headquarters."""
    return clocks.answer(clock_list.found(request, viewer_of(request)), form)


@needs(Permission.SUSPEND_CLOCKS)
@FORM
def suspend(request: HttpRequest, code: str, clock: str) -> HttpResponse:
    """Record why a clock stands still."""
    viewer, country = viewer_of(request), registry.country(code)
    if country is None or clock not in Clock.values or code != country.code:
        raise Http404(_("There is no such clock."))
    initial = {"since": time.today()}
    form = SuspendForm(request.POST if request.method == "POST" else None, initial=initial)
    words = {"country": country.name, "clock": clocks.NAMES[Clock(clock)]}
    explain = _("What is overdue stays so, and has this reason wherever it is shown.")
    heading, back = _("%(country)s: suspend the clock of %(clock)s") % words, reverse("visits:clocks")
    page = Page(heading, _("Suspend it"), "", back, crumbs.clocks(viewer), explain)
    return acted(
        request,
        form,
        page,
        lambda said: suspending.suspend_clock(country=country.code, clock=Clock(clock), by=viewer, **said),
    )


@needs(Permission.SUSPEND_CLOCKS)
@FORM
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Say when a clock goes again."""
    viewer, held = viewer_of(request), suspension(pk)
    if held is None:
        raise Http404(_("There is no such suspension."))
    form = ResumeForm(request.POST if request.method == "POST" else None, initial=today())
    words = {"country": held.country.name, "clock": clocks.NAMES[Clock(held.clock)]}
    heading, back = _("%(country)s: resume the clock of %(clock)s") % words, reverse("visits:clocks")
    page = Page(heading, _("Resume it"), "", back, crumbs.clocks(viewer), held.why)
    return acted(request, form, page, lambda said: suspending.resume_clock(suspension=held, by=viewer, **said))
