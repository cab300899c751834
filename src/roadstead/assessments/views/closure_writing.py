"""What the host does in the closure room of a shortfall: reply, plan, prove, say closed, dispute."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from roadstead.assessments.actions.closure_planning import drop_step, plan_step
from roadstead.assessments.actions.closure_proving import prove
from roadstead.assessments.actions.closure_verifying import say_closed
from roadstead.assessments.actions.disputing import dispute as dispute_it
from roadstead.assessments.errors import AssessmentError
from roadstead.assessments.forms import closure as forms
from roadstead.assessments.queries.closures import Room, recommendations_for
from roadstead.assessments.views.acting import Page, acted
from roadstead.assessments.views.closure_reading import PARTNER, room_at
from roadstead.assessments.views.reading import FORM, partner
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.visits.actions.remarking import remark_on
from roadstead.visits.observed_shape import ObservedError
from roadstead.visits.presenters.observed import cut

WORK = Permission.WORK_ON_CLOSURE


@needs(WORK)
@FORM
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what one thinks of it: the host’s remark on the observation, which stands beside it everywhere."""
    viewer, found = viewer_of(request), room_at(request, pk)

    def said(typed: dict[str, Any]) -> None:
        try:
            remark_on(observation=found.observation, by=viewer, **typed)
        except ObservedError as error:
            raise AssessmentError(str(error), error.field) from error

    page = _page(found, _("Reply"), _("Send"), _("Your words stand beside the observation. The programme is told."))
    return acted(request, forms.ReplyForm(_sent(request)), page, said)


@needs(WORK)
@FORM
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a step into the plan."""
    viewer, found = viewer_of(request), room_at(request, pk)
    known = [(one.pk, cut(one.text)) for one in recommendations_for(found.observation, viewer)]
    form = forms.PlanForm(_sent(request), recommended=known)
    page = _page(found, _("A step of the plan"), _("Put it into the plan"))
    return acted(request, form, page, lambda said: plan_step(observation=pk, by=viewer, **said))


@needs(WORK)
@FORM
def drop(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Take a step out of the plan."""
    viewer, found = viewer_of(request), room_at(request, pk)
    if all(one.pk != item for one in found.plan):
        raise Http404(_("There is no such step in the plan."))
    page = _page(found, _("Drop a step"), _("Drop it"), _("It stays to be read, with why."), warns=True)
    form = forms.DropForm(_sent(request))
    return acted(request, form, page, lambda said: drop_step(observation=pk, item=item, by=viewer, **said))


@needs(WORK)
@FORM
def evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Add evidence; `?replaces=` a piece of which this is a newer version."""
    viewer, found = viewer_of(request), room_at(request, pk)
    wanted = request.GET.get("replaces", "")
    older = next((one for one in found.evidence if str(one.pk) == wanted), None)
    if wanted and older is None:
        raise Http404(_("There is no such evidence."))
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    heading = _("Replace evidence by a newer file") if older else _("Add evidence")
    page = _page(found, heading, _("Add"), found.closure.wanted if found.closure else "")
    return acted(
        request,
        forms.ProofForm(*data),
        page,
        lambda said: prove(
            observation=pk,
            uid=said["uid"],
            upload=said["file"],
            dated_on=said["dated_on"],
            what=said["what"],
            replaces=older.pk if older else None,
            by=viewer,
        ),
    )


@needs(WORK)
@FORM
def say(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it is closed."""
    viewer, found = viewer_of(request), room_at(request, pk)
    form = forms.StepForm(_sent(request), initial={"revision": found.closure.revision if found.closure else 1})
    explain = _("Two people of the programme look at the evidence before it is closed.")
    page = _page(found, _("Say that it is closed"), _("It is closed"), explain)
    return acted(request, form, page, lambda said: say_closed(observation=pk, by=viewer, **said))


@needs(WORK)
@FORM
def dispute(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that one does not agree, and why."""
    viewer, found = viewer_of(request), room_at(request, pk)
    page = _page(
        found, _("Dispute it"), _("Dispute it"), _("The programme answers. Until then the observation stands.")
    )
    form = forms.DisputeForm(_sent(request))
    return acted(request, form, page, lambda said: dispute_it(observation=pk, by=viewer, **said))


def _page(found: Room, heading: str, button: str, explain: str = "", *, warns: bool = False) -> Page:
    back = f"{PARTNER}{found.observation.pk}/"
    crumbs = partner((_("Closure room"), PARTNER), (cut(found.observation.text), back))
    return Page(heading, button, back, crumbs, explain, warns)


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None
