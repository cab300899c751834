"""The two steps of a report's release: somebody asks, somebody else looks at what was asked for and releases it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.visits.actions.report_releasing import ask_release, release_report, return_report
from roadstead.visits.actions.report_shape import ReportError
from roadstead.visits.actions.shape import VisitError
from roadstead.visits.forms.report import ReturnForm
from roadstead.visits.presenters import report as presenter
from roadstead.visits.presenters import report_files
from roadstead.visits.presenters.report import TONES, may_write
from roadstead.visits.report_enums import ReleaseState, ReportText
from roadstead.visits.views.reading import one
from roadstead.visits.views.report_reading import back_with, below_report, page_of, release_or_404


@needs(Permission.WRITE_REPORT)
@require_POST
def ask(request: HttpRequest, pk: int, of: str) -> HttpResponse:
    """Ask for the release of a text as it stands."""
    visit = one(request, pk)
    if of not in ReportText.values:
        raise Http404(_("There is no such text."))
    try:
        ask_release(visit=visit, of=ReportText(of), by=viewer_of(request))
    except ReportError as error:
        return back_with(request, page_of(visit, of), str(error), refused=True)
    return back_with(request, page_of(visit, of), _("Its release is asked for. A second person releases it."))


@needs(Permission.READ_PROGRAMME)
@require_safe
def release(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """What was asked for, word by word, and how it stands."""
    viewer, visit = viewer_of(request), one(request, pk)
    held = release_or_404(request, visit, number)
    state = ReleaseState(held.state)
    context = {"visit": visit, "release": held, "text_word": ReportText(held.of).label, "state_word": state.label}
    context["named"] = presenter.named(visit, held, viewer)
    context |= {"tone": TONES[state], "form": ReturnForm(), "mine": held.asked_by_id == viewer.user_id}
    context["settles"] = state == ReleaseState.ASKED and may_write(visit, viewer)
    context |= {"crumbs": below_report(viewer, visit), "back": page_of(visit, held.of)}
    return render(request, "visits/report/release.html", context)


@needs(Permission.WRITE_REPORT)
@require_POST
def settle(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Release what somebody else asked for; `what=return`: say why it is not released."""
    viewer, visit = viewer_of(request), one(request, pk)
    held = release_or_404(request, visit, number)
    try:
        if request.POST.get("what") == "return":
            return_report(release=held, why=request.POST.get("why", ""), by=viewer)
            return back_with(request, page_of(visit, held.of), _("It was returned, with the reason."))
        release_report(release=held, by=viewer)
    except (ReportError, VisitError) as error:
        there = reverse("visits:report_release", args=[visit.pk, held.pk])
        return back_with(request, there, str(error), refused=True)
    return back_with(request, page_of(visit, held.of), _("It is released."))


@needs(Permission.READ_PROGRAMME)
@require_safe
def take(request: HttpRequest, pk: int, number: int, form: str) -> HttpResponse:
    """What was asked for or released, as a file."""
    visit = one(request, pk)
    held = release_or_404(request, visit, number)
    return report_files.answer(visit, ReportText(held.of), held.content, form, held)
