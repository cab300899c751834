"""Training for partners: courses to which one is invited, one's requests, one's delegates."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.training.actions import answering, asking, nominating
from roadstead.training.forms import offering as simple
from roadstead.training.forms import requests as forms
from roadstead.training.models import Nomination
from roadstead.training.presenters import calendars, lists, pages
from roadstead.training.queries import offerings as of_offerings
from roadstead.training.queries import requests as of_requests
from roadstead.training.views.acting import Page, acted
from roadstead.training.views.reading import (
    FORM,
    PARTNER,
    at_offering,
    at_request,
    home,
    partner,
    request_of,
    sent,
    told_offering_of,
)

READ, ASK, NOMINATE = Permission.READ_SHARED, Permission.ASK_TRAINING, Permission.NOMINATE_FOR_TRAINING
SAID = ("country", "course", "aims", "how_many", "language", "wanted_from", "wanted_until", "equipment")


@needs(READ)
@require_safe
def training(request: HttpRequest) -> HttpResponse:
    """Courses to which one is invited, and one's requests."""
    viewer = viewer_of(request)
    context = lists.offerings(request, of_offerings.told(viewer), counts=False)
    mine = of_requests.named(of_requests.requests(viewer)).order_by("-asked_at", "-pk")[:100]
    context |= {"mine": lists.request_lines(list(mine)), "may_ask": viewer.holds(ASK), "crumbs": partner()}
    return render(request, "training/partner/training.html", context)


@needs(READ)
@require_safe
def export(request: HttpRequest, form: str) -> HttpResponse:
    """The courses as a file."""
    return lists.offerings_file(request, of_offerings.told(viewer_of(request)), form, counts=False)


@needs(READ)
@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """The courses as a calendar."""
    rows = of_offerings.find_offerings(of_offerings.told(viewer_of(request)), lists.offerings_asked(request.GET))
    at = request.build_absolute_uri(f"{PARTNER}offerings/")
    return calendars.calendar(rows, lambda one: f"{at}{one.pk}/", "training")


@needs(READ)
@require_safe
def offering(request: HttpRequest, pk: int) -> HttpResponse:
    """One course with one's own delegates."""
    held = told_offering_of(request, pk)
    context = pages.partner_offering(held, viewer_of(request)) | {"crumbs": partner(home(PARTNER))}
    return render(request, "training/partner/offering.html", context)


@needs(READ)
@require_safe
def one_request(request: HttpRequest, pk: int) -> HttpResponse:
    """How one's request stands."""
    held = request_of(request, pk)
    context = pages.partner_request(held, viewer_of(request)) | {"crumbs": partner(home(PARTNER))}
    return render(request, "training/partner/request.html", context)


@needs(ASK)
@FORM
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for a course; `?course=` chooses it."""
    viewer = viewer_of(request)
    countries = forms.countries_for(viewer, ASK)
    initial = {"course": request.GET.get("course", "")[:40], "country": countries[0][0] if countries else ""}
    form = forms.RequestForm(sent(request), initial=initial, countries=countries)
    explain = _("What was asked for already for your country is not doubled: you see how it stands.")
    page = Page(_("Ask for training"), _("Ask"), PARTNER, partner(home(PARTNER)), explain)
    made: list[Any] = []

    def perform(said: dict[str, Any]) -> None:
        given = asking.RequestSaid(**{name: said[name] for name in SAID})
        made.append(asking.ask(uid=said["uid"], said=given, by=viewer))

    answer = acted(request, form, page, perform)
    if not made:
        return answer
    if made[0].again:
        messages.info(request, _("This was asked for already: here is the request that stands."))
    return HttpResponseRedirect(f"{PARTNER}requests/{made[0].request.pk}/")


@needs(ASK)
@FORM
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw a request."""
    viewer, held = viewer_of(request), request_of(request, pk)
    crumbs = partner(home(PARTNER), at_request(held, PARTNER))
    page = Page(_("Withdraw the request"), _("Withdraw it"), f"{PARTNER}requests/{pk}/", crumbs, "", True)
    return acted(
        request,
        simple.WhyForm(sent(request)),
        page,
        lambda said: answering.withdraw_request(request=held, why=said["why"], by=viewer),
    )


@needs(NOMINATE)
@FORM
def nominate(request: HttpRequest, pk: int) -> HttpResponse:
    """Nominate somebody."""
    viewer, held = viewer_of(request), told_offering_of(request, pk)
    countries = forms.countries_for(viewer, NOMINATE)
    initial = {"country": countries[0][0] if countries else ""}
    form = simple.DelegateForm(sent(request), initial=initial, countries=countries)
    explain = _("Only who runs training, and your own authority, see whom you nominate.")
    page = Page(_("Nominate a delegate"), _("Nominate"), _back(pk), _crumbs(held), explain)
    names = ("name", "position", "workplace", "language", "needs")
    return acted(
        request,
        form,
        page,
        lambda said: nominating.nominate(
            uid=said["uid"],
            offering=held,
            country=said["country"],
            delegate=nominating.Delegate(**{name: said[name] for name in names}),
            by=viewer,
        ),
    )


@needs(NOMINATE)
@FORM
def withdraw_delegate(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Withdraw a delegate; the place is free again."""
    viewer, held = viewer_of(request), told_offering_of(request, pk)
    one = _delegate(request, pk, number)
    heading = _("Withdraw %(name)s") % {"name": one.name}
    page = Page(heading, _("Withdraw"), _back(pk), _crumbs(held), _("The place is free for another delegate."), True)
    return acted(
        request,
        simple.WhyForm(sent(request)),
        page,
        lambda said: nominating.withdraw_nomination(nomination=one, why=said["why"], by=viewer),
    )


@needs(NOMINATE)
@FORM
def evaluate(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Say how useful the course was for a delegate."""
    viewer, held = viewer_of(request), told_offering_of(request, pk)
    one = _delegate(request, pk, number)
    form = simple.EvaluateForm(sent(request), initial={"useful": one.useful, "said": one.said})
    page = Page(_("How it was for %(name)s") % {"name": one.name}, _("Save"), _back(pk), _crumbs(held))
    return acted(request, form, page, lambda said: nominating.evaluate(nomination=one, by=viewer, **said))


def _delegate(request: HttpRequest, offering: int, number: int) -> Nomination:
    one = of_offerings.nomination_of(offering, number, viewer_of(request))
    if one is None:
        raise Http404(_("There is no such delegate."))
    return one


def _back(pk: int) -> str:
    return f"{PARTNER}offerings/{pk}/"


def _crumbs(held: Any) -> list[tuple[str, str]]:
    return partner(home(PARTNER), at_offering(held, PARTNER))
