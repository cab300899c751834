"""Offerings at the desk: offered, changed, opened, marked; delegates selected, entered, certified."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.registry.forms.marking import MarkForm, as_marked
from roadstead.registry.presenters.marked import label
from roadstead.registry.reach import MarkError
from roadstead.training.actions import certifying, forgetting, marking, offering, selecting
from roadstead.training.enums import NominationState, OfferingState
from roadstead.training.forms import offering as forms
from roadstead.training.models import Nomination, Offering
from roadstead.training.naming import name_of_offering
from roadstead.training.queries.offerings import nomination_of
from roadstead.training.views.acting import Page, acted
from roadstead.training.views.reading import DESK, FORM, at_offering, desk, home, offering_of, sent

KEEP = Permission.KEEP_TRAINING
STEPS = {
    "open": OfferingState.OPEN,
    "close": OfferingState.CLOSED,
    "held": OfferingState.HELD,
    "cancel": OfferingState.CANCELLED,
    "plan": OfferingState.PLANNED,
}
WORDS = {
    "open": gettext_lazy("Open it for nominations"),
    "close": gettext_lazy("Close nominations"),
    "held": gettext_lazy("It was held"),
    "cancel": gettext_lazy("Cancel it"),
    "plan": gettext_lazy("Plan it again"),
}
FIELDS = ("course", "body", "place", "first_on", "last_on", "seats", "nominate_by")
MORE = ("title", "country", "language", "paid_by", "note")


@needs(KEEP)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Offer a course; `?course=` chooses it."""
    viewer, initial = viewer_of(request), {"course": request.GET.get("course", "")[:40], "body": "programme"}
    form = forms.OfferingForm(sent(request), initial=initial)
    page = Page(_("Offer a course"), _("Offer it"), DESK, desk(home(DESK)))
    made: list[Any] = []
    answer = acted(
        request, form, page, lambda said: made.append(offering.offer(uid=said["uid"], said=_said(said), by=viewer))
    )
    return HttpResponseRedirect(f"{DESK}offerings/{made[0].pk}/") if made else answer


@needs(KEEP)
@FORM
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an offering."""
    viewer, held = viewer_of(request), offering_of(request, pk)
    initial = {name: getattr(held, name) for name in ("revision", *FIELDS, *MORE)} | {"country": held.country_id or ""}
    form = forms.OfferingForm(sent(request), initial=initial)
    page = _page(_("Change the offering"), _("Save"), held)
    return acted(
        request,
        form,
        page,
        lambda said: offering.change_offering(
            offering=held, revision=said["revision"] or 0, said=_said(said), by=viewer
        ),
    )


@needs(KEEP)
@FORM
def step(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """Open it for nominations, close them, say that it was held, cancel it."""
    viewer, held = viewer_of(request), offering_of(request, pk)
    if what not in STEPS:
        raise Http404(_("There is no such step."))
    to = STEPS[what]
    form = forms.StepForm(sent(request), initial={"revision": held.revision})
    explain, warns = f"{name_of_offering(held)}.", to == OfferingState.CANCELLED
    if warns:
        explain = f"{explain} {_('States that nominated are told why.')}"
    page = _page(str(WORDS[what]), str(WORDS[what]), held, explain, warns)
    return acted(request, form, page, lambda said: offering.step_offering(offering=held, to=to, by=viewer, **said))


@needs(KEEP)
@FORM
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who may see it: everyone, some States, the programme."""
    viewer, held, posted = viewer_of(request), offering_of(request, pk), request.method == "POST"
    form = MarkForm(request.POST, viewer=viewer) if posted else MarkForm(initial=as_marked(held), viewer=viewer)
    back = f"{DESK}offerings/{pk}/"
    if posted and form.is_valid():
        try:
            marking.mark_offering(offering=held, by=viewer, seen_marked_at=form.cleaned_data["seen"], **form.said)
        except MarkError as error:
            form.add_error(error.field, str(error))
        else:
            return HttpResponseRedirect(back)
    context = {"form": form, "record": held, "label": label(held), "back": back, "name": name_of_offering(held)}
    context |= {"crumbs": desk(home(DESK), at_offering(held))}
    return render(request, "training/desk/mark.html", context, status=422 if form.errors else 200)


@needs(KEEP)
@FORM
def select(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Select a delegate, or put one on the waiting list, with the reason."""
    viewer, held = viewer_of(request), offering_of(request, pk)
    one = _delegate(request, held, number)
    form = forms.SelectForm(sent(request), initial={"why": one.why})
    page = _page(_("Select: %(name)s") % {"name": one.name}, _("Save"), held, _("The State is told, with the reason."))
    return acted(
        request,
        form,
        page,
        lambda said: selecting.select(nomination=one, to=NominationState(said["to"]), why=said["why"], by=viewer),
    )


@needs(KEEP)
@FORM
def attendance(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Enter whether a delegate came."""
    viewer, held = viewer_of(request), offering_of(request, pk)
    one = _delegate(request, held, number)
    form = forms.AttendanceForm(sent(request))
    page = _page(_("Did the delegate come? %(name)s") % {"name": one.name}, _("Save"), held)
    return acted(
        request,
        form,
        page,
        lambda said: selecting.note_attendance(nomination=one, to=NominationState(said["to"]), by=viewer),
    )


@needs(KEEP)
@FORM
def certify(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Give a delegate a certificate; where there is one, revoke it."""
    viewer, held = viewer_of(request), offering_of(request, pk)
    one = _delegate(request, held, number)
    page = _page(_("Certificate: %(name)s") % {"name": one.name}, _("Give the certificate"), held)
    return acted(
        request, forms.BareForm(sent(request)), page, lambda _said: certifying.certify(nomination=one, by=viewer)
    )


@needs(KEEP)
@FORM
def revoke(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Revoke a certificate, with the reason."""
    viewer, held = viewer_of(request), offering_of(request, pk)
    one = _delegate(request, held, number)
    explain = _("Whoever holds its code against the record is told that it was revoked.")
    page = _page(_("Revoke the certificate of %(name)s") % {"name": one.name}, _("Revoke it"), held, explain, True)
    return acted(
        request,
        forms.WhyForm(sent(request)),
        page,
        lambda said: certifying.revoke_certificate(nomination=one, why=said["why"], by=viewer),
    )


@needs(Permission.FORGET_CONTACTS)
@FORM
def forget(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take away what is kept of a delegate."""
    viewer, held = viewer_of(request), offering_of(request, pk)
    one = _delegate(request, held, number)
    explain = _("Name, position, workplace and words are taken away. That somebody of the State came is kept.")
    page = _page(_("Forget %(name)s") % {"name": one.name or one.pk}, _("Forget"), held, explain, True)
    return acted(
        request,
        forms.BareForm(sent(request)),
        page,
        lambda _said: forgetting.forget_delegate(nomination=one, by=viewer),
    )


def _delegate(request: HttpRequest, held: Offering, number: int) -> Nomination:
    one = nomination_of(held.pk, number, viewer_of(request))
    if one is None:
        raise Http404(_("There is no such delegate."))
    return one


def _page(heading: str, button: str, held: Offering, explain: str = "", warns: bool = False) -> Page:
    return Page(heading, button, f"{DESK}offerings/{held.pk}/", desk(home(DESK), at_offering(held)), explain, warns)


def _said(said: dict[str, Any]) -> offering.OfferingSaid:
    return offering.OfferingSaid(**{name: said[name] for name in (*FIELDS, *MORE)})
