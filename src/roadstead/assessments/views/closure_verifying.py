"""What officers do in the closure room of a shortfall: say what closes it, look, close, open again, answer."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from roadstead.assessments.actions import closure_verifying as verifying
from roadstead.assessments.actions.closure_planning import say_wanted
from roadstead.assessments.actions.disputing import answer_dispute
from roadstead.assessments.closure_enums import Verdict
from roadstead.assessments.forms import closure as forms
from roadstead.assessments.queries.closures import Room
from roadstead.assessments.views.acting import Page, acted
from roadstead.assessments.views.closure_reading import DESK, ONE, room_at
from roadstead.assessments.views.reading import FORM, desk
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission

VERIFY = Permission.VERIFY_CLOSURE


@needs(VERIFY)
@FORM
def wanted(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which evidence closes it."""
    viewer, found = viewer_of(request), room_at(request, pk)
    initial = {"text": found.closure.wanted if found.closure else ""}
    page = _page(found, _("Which evidence closes it"), _("Save"))
    form = forms.WantedForm(_sent(request), initial=initial)
    return acted(request, form, page, lambda said: say_wanted(observation=pk, by=viewer, **said))


@needs(VERIFY)
@FORM
def step(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """Look at the evidence, close it as a second person, or open it again."""
    viewer, found = viewer_of(request), room_at(request, pk)
    steps: dict[str, tuple[str, str, Any]] = {
        "look": (_("The evidence suffices"), _("A second person of the programme closes it."), verifying.look_at),
        "close": (_("Close it"), _("You are the second person. The observation is settled."), verifying.close),
        "open": (_("Open it again"), _("The State reads what is still missing."), verifying.open_again),
    }
    if what not in steps:
        raise Http404(_("There is no such step."))
    heading, explain, perform = steps[what]
    kind = forms.OpenAgainForm if what == "open" else forms.StepForm
    form = kind(_sent(request), initial={"revision": found.closure.revision if found.closure else 1})
    page = _page(found, heading, heading, explain)
    return acted(request, form, page, lambda said: perform(observation=pk, by=viewer, **said))


@needs(VERIFY)
@FORM
def answer(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Answer a dispute."""
    viewer, found = viewer_of(request), room_at(request, pk)
    one = next((one for one in found.disputes if one.pk == number), None)
    if one is None:
        raise Http404(_("There is no such dispute."))
    page = _page(found, _("Answer the dispute"), _("Answer"), one.reason)
    return acted(
        request,
        forms.AnswerForm(_sent(request)),
        page,
        lambda said: answer_dispute(
            observation=pk, number=number, verdict=Verdict(said["verdict"]), answer=said["answer"], by=viewer
        ),
    )


def _page(found: Room, heading: str, button: str, explain: str = "") -> Page:
    seen, back = found.observation, f"{ONE}{found.observation.pk}/"
    crumbs = desk((_("Closure room"), DESK), (seen.country.name, f"{DESK}{seen.country_id}/"), (_("Shortfall"), back))
    return Page(heading, button, back, crumbs, explain)


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None
