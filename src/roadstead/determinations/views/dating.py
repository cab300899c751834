"""The days of a case, its clock, and the signatures."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.acting import FORM
from roadstead.core.determination import Step
from roadstead.determinations import bridge
from roadstead.determinations.actions import dating, signing
from roadstead.determinations.enums import Part
from roadstead.determinations.forms.cases import DayForm, SignForm, StartForm, StopForm, WhyForm
from roadstead.determinations.models import Case
from roadstead.determinations.queries.cases import procedure_of, whole
from roadstead.determinations.views.acting import acted, one, page_of


@needs(Permission.OPEN_CASES)
@FORM
def day(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    """Enter the day of a step, or correct it."""
    viewer, record = viewer_of(request), one(request, pk)
    law = _step(record, step)
    entry = next((one for one in whole(record).days if one.step == step), None)
    initial = {"revision": record.revision, "day": entry.day if entry else None, "told": entry.told if entry else ""}
    form = DayForm(request.POST if request.method == "POST" else None, initial=initial)
    page = page_of(record, law.title, _("Enter the day"), explain=law.text, law=law.law)
    return acted(request, form, page, lambda said: dating.enter_day(case=record, step=step, by=viewer, **said))


@needs(Permission.OPEN_CASES)
@FORM
def leave(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    """Say why an optional step is not taken."""
    viewer, record = viewer_of(request), one(request, pk)
    law = _step(record, step)
    form = WhyForm(request.POST if request.method == "POST" else None, initial={"revision": record.revision})
    heading = _("Leave out: %(step)s") % {"step": law.title}
    page = page_of(record, heading, _("Leave it out"), explain=law.text, law=law.law)
    return acted(request, form, page, lambda said: dating.leave_out(case=record, step=step, by=viewer, **said))


@needs(Permission.OPEN_CASES)
@FORM
def stop_clock(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the clock stand still, with why."""
    viewer, record = viewer_of(request), one(request, pk)
    form = StopForm(request.POST if request.method == "POST" else None, initial={"revision": record.revision})
    page = page_of(record, _("Stop the clock"), _("Stop it"), explain=_("Its days do not run until it starts again."))
    return acted(request, form, page, lambda said: dating.stop_clock(case=record, by=viewer, **said))


@needs(Permission.OPEN_CASES)
@FORM
def start_clock(request: HttpRequest, pk: int) -> HttpResponse:
    """Let it run again."""
    viewer, record = viewer_of(request), one(request, pk)
    form = StartForm(request.POST if request.method == "POST" else None, initial={"revision": record.revision})
    page = page_of(record, _("Start the clock again"), _("Start it"))
    return acted(request, form, page, lambda said: dating.start_clock(case=record, by=viewer, **said))


@needs(Permission.READ_PROGRAMME)
@FORM
def sign(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """Do one part of the decision: propose, review, sign. Who may is asked by the action."""
    viewer, record = viewer_of(request), one(request, pk)
    if part not in Part.values:
        raise Http404(_("There is no such part."))
    words = {
        Part.PROPOSER: (_("Propose the decision"), _("Propose it")),
        Part.REVIEWER: (_("Review the decision"), _("I have reviewed it")),
        Part.SIGNER: (_("Sign the decision"), _("Sign it")),
    }[Part(part)]
    form = SignForm(
        request.POST if request.method == "POST" else None, initial={"digest": bridge.digest(whole(record))}
    )
    explain = _("You sign the case exactly as it is shown. If anything in it changes, your signature ends.")
    page = page_of(record, *words, explain=explain)
    return acted(request, form, page, lambda said: signing.sign_case(case=record, part=Part(part), by=viewer, **said))


@needs(Permission.READ_PROGRAMME)
@FORM
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own signature back."""
    viewer, record = viewer_of(request), one(request, pk)
    form = WhyForm(request.POST if request.method == "POST" else None, initial={"revision": record.revision})
    explain = _("Those who signed after you sign anew, too.")
    page = page_of(record, _("Take your signature back"), _("Take it back"), explain=explain, warns=True)
    return acted(request, form, page, lambda said: signing.withdraw_signature(case=record, why=said["why"], by=viewer))


def _step(case: Case, code: str) -> Step:
    """A step of the procedure. Raises Http404."""
    found = next((step for step in procedure_of(case).steps if step.code == code), None)
    if found is None:
        raise Http404(_("There is no such step."))
    return found
