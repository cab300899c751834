"""Finding hosts for a delegation: the match, a port chosen out of it, and what its unit answers; the programme."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.hosting.actions.after import close_request
from roadstead.hosting.actions.answering import decline_request, take_up_again, withdraw_request
from roadstead.hosting.actions.offering import answer_offer, offer_port
from roadstead.hosting.actions.planning import note_hosted, plan_programme
from roadstead.hosting.enums import OfferState
from roadstead.hosting.forms.after import WhyForm
from roadstead.hosting.forms.hosts import AnswerForm, ChooseForm
from roadstead.hosting.forms.programme import ProgrammeForm
from roadstead.hosting.presenters import matches as presenter
from roadstead.hosting.queries.requests import offers_of
from roadstead.hosting.views.acting import FORM, Page, acted, sent
from roadstead.hosting.views.reading import DESK, above, request_of

HOST = Permission.HOST_VISITS
ACTIONS: dict[str, Any] = {
    "decline": decline_request,
    "withdraw": withdraw_request,
    "again": take_up_again,
    "hosted": note_hosted,
    "close": close_request,
}


@needs(HOST)
@require_safe
def hosts(request: HttpRequest, pk: int) -> HttpResponse:
    """Every US port, ranked for this delegation, with its reasons; `?from=` and `?until=` the days that are meant."""
    held = request_of(request, pk)
    context = presenter.context(held, viewer_of(request), request.GET) | {"crumbs": above(held)}
    return render(request, "hosting/desk/hosts.html", context)


@needs(HOST)
@FORM
def choose(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Choose one port."""
    viewer, held = viewer_of(request), request_of(request, pk)
    line = presenter.line_of(held, viewer, code)
    if line is None:
        raise Http404(_("There is no such US port."))
    form = ChooseForm(sent(request), initial=presenter.days_of(held))
    page = Page(
        _("Choose %(port)s") % {"port": line.name},
        _("Ask its unit"),
        f"{DESK}{pk}/",
        above(held),
        more={"line": line},
        template="hosting/desk/choose.html",
    )
    return acted(
        request, form, page, lambda said: offer_port(request=held, uid=said["uid"], choice=form.choice(code), by=viewer)
    )


@needs(HOST)
@FORM
def answer(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Note what a unit answered, or take the choice back."""
    viewer, held = viewer_of(request), request_of(request, pk)
    offer = next((one for one in offers_of([held]).get(held.pk, []) if one.pk == number), None)
    if offer is None:
        raise Http404(_("This port is not chosen."))
    form = AnswerForm(sent(request))
    page = Page(
        _("Answer of %(port)s") % {"port": offer.port.name}, _("Save"), f"{DESK}{pk}/", above(held), offer.reasons
    )
    return acted(
        request,
        form,
        page,
        lambda said: answer_offer(
            request=held, offer=number, state=OfferState(said["state"]), answer=said["answer"], by=viewer
        ),
    )


@needs(HOST)
@FORM
def programme(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin the programme, with its agenda."""
    viewer, held = viewer_of(request), request_of(request, pk)
    form = ProgrammeForm(sent(request), initial=presenter.programme_begins(held))
    explain = _(
        "A visit of the kind “reciprocal visit” is planned, shared with the State, with an agenda of both sides."
    )
    page = Page(_("Begin the programme"), _("Begin it"), f"{DESK}{pk}/", above(held), explain)
    return acted(request, form, page, lambda said: plan_programme(request=held, **said, by=viewer))


@needs(HOST)
@FORM
def step(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """Decline it, note that it was withdrawn, take it up again; note that it took place; close it."""
    viewer, held = viewer_of(request), request_of(request, pk)
    known = presenter.steps().get(what)
    if known is None:
        raise Http404(_("There is no such step."))
    form = WhyForm(sent(request), initial={"revision": held.revision})
    page = Page(known.heading, known.button, f"{DESK}{pk}/", above(held), known.explain, warns=known.warns)
    return acted(request, form, page, lambda said: ACTIONS[what](request=held, **said, by=viewer))
