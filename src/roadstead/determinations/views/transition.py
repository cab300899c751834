"""What a decision does to ships, counted before it is signed; and who is told when."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.common.acting import FORM
from roadstead.determinations import traffic
from roadstead.determinations.actions import counting, telling
from roadstead.determinations.actions.shape import CaseError
from roadstead.determinations.forms.cases import RevisionForm, WhyForm
from roadstead.determinations.forms.transition import CountForm, DoneForm, TellingForm
from roadstead.determinations.models import Case
from roadstead.determinations.queries.traffic import draft_of
from roadstead.determinations.views.acting import acted, one, page_of


@needs(Permission.OPEN_CASES)
@FORM
def count(request: HttpRequest, pk: int) -> HttpResponse:
    """Count what the decision would do to the voyages on record, and keep it in the case."""
    viewer, record = viewer_of(request), one(request, pk)
    form = CountForm(request.POST if request.method == "POST" else None, initial={"revision": record.revision})
    explain = _("The decision is tried on the voyages on record, as the what-if does it. What it says is signed, too.")
    page = page_of(record, _("Count what it does to ships"), _("Count and keep"), explain=explain)
    return acted(request, form, page, lambda said: _counted(record, said, viewer))


@needs(Permission.OPEN_CASES)
@FORM
def uncounted(request: HttpRequest, pk: int) -> HttpResponse:
    """Say why nothing is counted."""
    viewer, record = viewer_of(request), one(request, pk)
    form = WhyForm(request.POST if request.method == "POST" else None, initial={"revision": record.revision})
    page = page_of(record, _("Say why no ships are counted"), _("Save"), explain=_("Who signs reads it."))
    return acted(request, form, page, lambda said: counting.leave_uncounted(case=record, by=viewer, **said))


@needs(Permission.OPEN_CASES)
@FORM
def tell(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a line to the transition plan."""
    viewer, record = viewer_of(request), one(request, pk)
    form = TellingForm(request.POST if request.method == "POST" else None, initial={"revision": record.revision})
    explain = _("Ships at sea, agents, the government, the Captains of the Port: who is told before it takes effect.")
    page = page_of(record, _("Add a line to the transition plan"), _("Add it"), explain=explain)
    return acted(request, form, page, lambda said: telling.plan_telling(case=record, by=viewer, **said))


@needs(Permission.OPEN_CASES)
@FORM
def untell(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take a line out of the plan."""
    viewer, record = viewer_of(request), one(request, pk)
    form = RevisionForm(request.POST if request.method == "POST" else None, initial={"revision": record.revision})
    heading = _("Take line %(number)s out of the plan") % {"number": number}
    page = page_of(record, heading, _("Take it out"), warns=True)
    return acted(
        request, form, page, lambda said: telling.unplan_telling(case=record, number=number, by=viewer, **said)
    )


@needs(Permission.OPEN_CASES)
@FORM
def told(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Say that a line of the plan was done."""
    viewer, record = viewer_of(request), one(request, pk)
    form = DoneForm(request.POST if request.method == "POST" else None, initial={"revision": record.revision})
    heading = _("Line %(number)s of the plan was done") % {"number": number}
    page = page_of(record, heading, _("Save"), explain=_("The signatures stay."))
    return acted(request, form, page, lambda said: telling.telling_done(case=record, number=number, by=viewer, **said))


def _counted(case: Case, said: dict[str, Any], viewer: Viewer) -> Case:
    """Raises CaseError where nothing can be counted, besides what the action raises."""
    draft = draft_of(case, viewer, said["since"])
    if not draft:
        raise CaseError(_("The what-if knows no such change. Say why nothing is counted."))
    try:
        found = traffic.count(draft)
    except traffic.CannotCountError as error:
        raise CaseError(str(error)) from error
    return counting.keep_count(case=case, revision=said["revision"], counted=found, by=viewer)
