"""Steps of a visit from one state to another: notice, onward and back, cancelling, taking up again."""

from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from roadstead.common import clock
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.visits.actions import advancing, asking, benefiting, cancelling
from roadstead.visits.enums import ONWARD, VisitState
from roadstead.visits.forms.visits import AskForm, BenefitForm, NoticeForm, StepForm, WhyForm, as_it_stands
from roadstead.visits.models import Visit
from roadstead.visits.queries.asking import asked_of, how_many
from roadstead.visits.queries.overlaps import overlaps_of
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
    explain = _("It waits until it is recorded what the host gains, and until each overlap with others has an answer.")
    page = page_of(record, viewer, _("Notice to the host"), _("Record the notice"), explain=explain)
    return acted(request, form, page, lambda said: advancing.give_notice(visit=record, by=viewer, **said))


@needs(Permission.PLAN_VISITS)
@FORM
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the embassy and agencies about the days of a visit."""
    viewer, record = viewer_of(request), one(request, pk)
    initial = {"revision": record.revision, "answer_by": _until(record)}
    form = AskForm(request.POST if request.method == "POST" else None, initial=initial)
    number = how_many(record.country_id)
    explain = ngettext(
        "%(count)s person of embassies and agencies is told, and answers: come along, combine, other days, or nothing.",
        "%(count)s people of embassies and agencies are told, and answer: come along, combine, other days, or nothing.",
        number,
    ) % {"count": number}
    page = page_of(record, viewer, _("Ask the embassy and agencies"), _("Ask them"), explain=explain)
    return acted(request, form, page, lambda said: asking.ask_others(visit=record, by=viewer, **said))


@needs(Permission.PLAN_VISITS)
@FORM
def benefit(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what the host gains, and how nobody comes twice."""
    viewer, record = viewer_of(request), one(request, pk)
    form = BenefitForm(request.POST if request.method == "POST" else None, initial=as_it_stands(record))
    asked = asked_of(record)
    explain = _("Benefit to the host, less redundancy: clearance and notice wait for this step.")
    page = page_of(record, viewer, _("Benefit and redundancy"), _("Record it"), explain=explain)
    return acted(
        request,
        form,
        page,
        lambda said: benefiting.record_benefit(visit=record, by=viewer, **said),
        beside="visits/parts/asked.html",
        more={"asked": asked, "overlaps": overlaps_of(record, viewer)},
    )


def _until(record: Visit) -> date:
    """A week from today, or the day before the visit where that is sooner."""
    soon = clock.today() + timedelta(days=7)
    return min(soon, record.first_on) if record.first_on else soon


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
    elif to == VisitState.UNDER_WAY and here == VisitState.NOTIFIED:
        explain = _("Both sides have not agreed the agenda. Say why the visit begins all the same.")
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
