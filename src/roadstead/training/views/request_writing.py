"""Requests at the desk: asked by an officer, answered, held against the law; links; experts chosen."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.training import mail
from roadstead.training.actions import answering, asking, linking
from roadstead.training.actions import experts as sending
from roadstead.training.catalogue import gates
from roadstead.training.enums import REQUEST_WAYS, RequestState, Says
from roadstead.training.forms import offering as simple
from roadstead.training.forms import requests as forms
from roadstead.training.models import Expert, Request, RequestLink
from roadstead.training.naming import name_of_offering
from roadstead.training.queries import offerings as of_offerings
from roadstead.training.queries.experts import ExpertsAsked, experts, fits
from roadstead.training.views.acting import Page, acted
from roadstead.training.views.reading import DESK, FORM, at_request, desk, home, request_of, sent
from roadstead.visits.queries.observed import observations

KEEP, ASK = Permission.KEEP_TRAINING, Permission.ASK_TRAINING
SAID = ("country", "course", "aims", "how_many", "language", "wanted_from", "wanted_until", "equipment")


@needs(Permission.KEEP_TRAINING)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Ask for a country; `?observation=` fills in what answers it, `?country=` and `?course=` choose."""
    viewer = viewer_of(request)
    form = forms.DeskRequestForm(sent(request), initial=_initial(request), countries=forms.countries_for(viewer, ASK))
    explain = _("What is open already for the country and the course is not doubled: it gets one voice more.")
    page = Page(_("Ask for training"), _("Ask"), f"{DESK}requests/", desk(home(DESK)), explain)
    made: list[Any] = []

    def perform(said: dict[str, Any]) -> None:
        given = asking.RequestSaid(**{name: said[name] for name in (*SAID, "body", "observation")})
        made.append(asking.ask(uid=said["uid"], said=given, shared=said["shared"], by=viewer))

    answer = acted(request, form, page, perform)
    if not made:
        return answer
    if made[0].again:
        messages.info(request, _("This was asked for already: here is the request that stands."))
    return HttpResponseRedirect(f"{DESK}requests/{made[0].request.pk}/")


@needs(KEEP)
@FORM
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it up, name the offering that answers it, say that it is done, or decline."""
    viewer, held = viewer_of(request), request_of(request, pk)
    named = [(one.pk, name_of_offering(one)) for one in of_offerings.fitting(held.course, viewer)]
    ways = [one for one in REQUEST_WAYS[RequestState(held.state)] if one != RequestState.WITHDRAWN]
    initial = {"revision": held.revision, "offering": held.offering_id}
    form = forms.AnswerForm(sent(request), initial=initial, ways=ways, offerings=named)
    offered = {one.pk: one for one in of_offerings.fitting(held.course, viewer)}
    return acted(
        request,
        form,
        _page(_("Answer the request"), _("Answer"), held, _("The State is told.")),
        lambda said: answering.answer_request(
            request=held,
            to=RequestState(said["to"]),
            why=said["why"],
            offering=offered.get(said["offering"] or 0),
            revision=said["revision"],
            by=viewer,
        ),
    )


@needs(ASK)
@FORM
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw a request for the country."""
    viewer, held = viewer_of(request), request_of(request, pk)
    page = _page(_("Withdraw the request"), _("Withdraw it"), held, warns=True)
    return acted(
        request,
        simple.WhyForm(sent(request)),
        page,
        lambda said: answering.withdraw_request(request=held, why=said["why"], by=viewer),
    )


@needs(KEEP)
@FORM
def gate(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Say whether a condition of the law is met."""
    viewer, held = viewer_of(request), request_of(request, pk)
    found = next((one for one in gates().gates if one.code == code), None)
    if found is None:
        raise Http404(_("The law has no such condition."))
    page = _page(_("A condition of the law"), _("Save"), held, f"{found.text} {gates().law.text}")
    return acted(
        request,
        forms.GateForm(sent(request)),
        page,
        lambda said: answering.say_gate(request=held, gate=code, says=Says(said["says"]), why=said["why"], by=viewer),
    )


@needs(KEEP)
@FORM
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose an expert of the roster, those that fit best first."""
    viewer, held = viewer_of(request), request_of(request, pk)
    asked = ExpertsAsked(subject=held.course, country=held.country_id, first=held.wanted_from, last=held.wanted_until)
    found = fits(asked, viewer)
    people: dict[int, Expert] = {one.expert.pk: one.expert for one in found}
    named = [(one.expert.pk, _fit_said(one)) for one in found]
    initial = {"first_on": held.wanted_from, "last_on": held.wanted_until, "role": _("instructor")}
    form = forms.SendForm(sent(request), initial=initial, experts=named)
    return acted(
        request,
        form,
        _page(_("Choose an expert"), _("Choose"), held),
        lambda said: sending.send_expert(
            expert=people[said["expert"]],
            request=held,
            body=said["body"],
            role=said["role"],
            first_on=said["first_on"],
            last_on=said["last_on"],
            by=viewer,
        ),
    )


@needs(KEEP)
@FORM
def link(request: HttpRequest) -> HttpResponse:
    """Give somebody of a country a link by which to ask once; it goes out by e-mail."""
    viewer = viewer_of(request)
    initial = {"country": request.GET.get("country", "")[:2]}
    form = forms.LinkForm(sent(request), initial=initial, countries=forms.countries_for(viewer, ASK))
    explain = _(
        "For a country whose people have no account. The link asks once, and then shows how the request stands."
    )
    page = Page(_("Give a link"), _("Send the link"), f"{DESK}requests/links/", desk(home(DESK)), explain)
    return acted(request, form, page, lambda said: _given(request, said))


@needs(KEEP)
@require_POST
def revoke_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a link worthless."""
    found = RequestLink.objects.filter(pk=pk).first()
    if found is None:
        raise Http404(_("There is no such link."))
    linking.revoke_request_link(link=found, by=viewer_of(request))
    messages.success(request, _("The link was revoked."))
    return HttpResponseRedirect(f"{DESK}requests/links/")


@needs(KEEP)
@FORM
def after(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Say how it was with an expert."""
    viewer = viewer_of(request)
    found = experts(viewer).filter(pk=pk).first()
    if found is None:
        raise Http404(_("There is no such expert."))
    back = f"{DESK}experts/{pk}/"
    page = Page(_("How it was: %(name)s") % {"name": found.name}, _("Save"), back, desk(home(DESK)))
    return acted(
        request,
        forms.AfterForm(sent(request)),
        page,
        lambda said: sending.say_after(expert=found, number=number, after=said["after"], by=viewer),
    )


def _initial(request: HttpRequest) -> dict[str, Any]:
    initial: dict[str, Any] = {name: request.GET.get(name, "")[:40] for name in ("country", "course")}
    number = request.GET.get("observation", "")
    if number.isascii() and number.isdigit() and len(number) < 18:
        seen: Any = observations(viewer_of(request)).filter(pk=int(number)).first()
        if seen is not None:
            initial |= {"observation": seen.pk, "country": seen.country_id}
            shared = any(one.pk == seen.country_id for one in seen.states.all())
            initial |= {"shared": shared}
    return initial


def _given(request: HttpRequest, said: dict[str, Any]) -> None:
    made, secret = linking.give_request_link(by=viewer_of(request), **said)
    if not secret:
        return
    at = request.build_absolute_uri(reverse("training:open_link", args=[secret]))
    try:
        mail.send_link(made, at)
    except OSError:
        lost = _("The link for %(name)s was made, but the message could not be sent. Revoke it and give another.")
        messages.error(request, lost % {"name": made.name})


def _fit_said(one: Any) -> str:
    lacks = [
        word
        for word, met in (
            (_("another subject"), one.subject),
            (_("not for this country"), one.region),
            (_("elsewhere on these days"), one.away is None),
            (_("not free on these days"), one.free is not False),
        )
        if not met
    ]
    return f"{one.expert.name}: {', '.join(lacks)}" if lacks else _("%(name)s: fits") % {"name": one.expert.name}


def _page(heading: str, button: str, held: Request, explain: str = "", *, warns: bool = False) -> Page:
    crumbs = desk(home(DESK), (_("Requests"), f"{DESK}requests/"), at_request(held))
    return Page(heading, button, f"{DESK}requests/{held.pk}/", crumbs, explain, warns)
