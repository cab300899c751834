"""Steps of a visit from one state to another: notice, onward and back, cancelling, taking up again."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.visits.actions import advancing, cancelling
from roadstead.visits.enums import ONWARD, VisitState
from roadstead.visits.forms.visits import NoticeForm, StepForm, WhyForm, as_it_stands
from roadstead.visits.views.acting import FORM, acted
from roadstead.visits.views.reading import one
from roadstead.visits.views.writing import page_of


@needs(Permission.PLAN_VISITS)
@FORM
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that the host was given notice."""
    viewer, record = viewer_of(request), one(request, pk)
    initial = as_it_stands(record) | {"on": record.notice_on or clock.today()}
    form = NoticeForm(request.POST if request.method == "POST" else None, initial=initial)
    explain = _("Before notice is given, each overlap with visits of others has an answer.")
    page = page_of(record, viewer, _("Notice to the host"), _("Record the notice"), explain=explain)
    return acted(request, form, page, lambda said: advancing.give_notice(visit=record, by=viewer, **said))


@needs(Permission.PLAN_VISITS)
@FORM
def step(request: HttpRequest, pk: int, state: str) -> HttpResponse:
    """Take a visit onward, or back with a reason."""
    viewer, record = viewer_of(request), one(request, pk)
    if state not in VisitState.values:
        raise Http404(_("There is no such state of a visit."))
    to, here = VisitState(state), VisitState(record.state)
    back = to in advancing.BACK.get(here, ())
    data = request.POST if request.method == "POST" else None
    kind = WhyForm if back else StepForm
    form = kind(data, initial={"revision": record.revision})
    words = {"before": here.label, "after": to.label}
    explain = _("From “%(before)s” to “%(after)s”.") % words
    if to not in ONWARD[here]:
        explain = _("A visit that is “%(before)s” does not become “%(after)s”.") % words
    elif to == VisitState.MADE and not back:
        explain = _("If its last day is still to come, it ends today: the clocks count from then.")
    heading = _("The visit becomes: %(after)s") % words
    page = page_of(record, viewer, heading, _("Record it"), explain=explain)
    return acted(request, form, page, lambda said: advancing.advance_visit(visit=record, to=to, by=viewer, **said))


@needs(Permission.PLAN_VISITS)
@FORM
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Cancel a visit with its why."""
    viewer, record = viewer_of(request), one(request, pk)
    form = WhyForm(request.POST if request.method == "POST" else None, initial={"revision": record.revision})
    explain = _("It stays in the list with its why, and can be taken up again. Those with whom it is shared are told.")
    page = page_of(record, viewer, _("Cancel the visit"), _("Cancel it"), explain=explain, warns=True)
    return acted(request, form, page, lambda said: cancelling.cancel_visit(visit=record, by=viewer, **said))


@needs(Permission.PLAN_VISITS)
@FORM
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a cancelled visit up again."""
    viewer, record = viewer_of(request), one(request, pk)
    form = WhyForm(request.POST if request.method == "POST" else None, initial={"revision": record.revision})
    explain = _("It becomes a proposal again; why it was cancelled stays with that step.")
    page = page_of(record, viewer, _("Take the visit up again"), _("Take it up"), explain=explain)
    return acted(request, form, page, lambda said: cancelling.resume_visit(visit=record, by=viewer, **said))
