"""What the desk alone does: begin an agenda, give links to the host, revoke them, see how they were used."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.common.access.permission import Permission
from roadstead.registry.queries.timezones import timezones_of
from roadstead.visits import agenda_mail
from roadstead.visits.actions.agenda_begin import begin_agenda
from roadstead.visits.actions.agenda_links import give_link, revoke_link
from roadstead.visits.actions.agenda_parties import AgendaError
from roadstead.visits.agenda import words
from roadstead.visits.agenda_enums import Side
from roadstead.visits.forms.agenda_parties import BeginForm, LinkForm
from roadstead.visits.queries import agenda_links as queries
from roadstead.visits.views import agenda_pages
from roadstead.visits.views.agenda_sitting import Sitting


def page(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """The agenda; where there is none, how to begin it."""
    if sitting.agenda is not None:
        return agenda_pages.page(request, sitting)
    return _begin(request, sitting, BeginForm(initial={"zone": _zone(sitting.visit)}))


def begin(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Begin it from the template of the visit’s kind."""
    _must_plan(sitting)
    form = BeginForm(request.POST)
    if form.is_valid():
        try:
            begin_agenda(visit=sitting.visit, by=sitting.viewer, **form.cleaned_data)
        except AgendaError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            messages.success(
                request, _("The agenda was begun from the template. Change it, then give the host a link.")
            )
            return redirect(sitting.base)
    return _begin(request, sitting, form)


def links(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """The links of the host and their uses; a new one."""
    _must_plan(sitting)
    form = LinkForm(request.POST if request.method == "POST" else None, initial=_new_link(sitting))
    if request.method == "POST" and form.is_valid():
        try:
            link, secret = give_link(visit=sitting.visit, by=sitting.viewer, **form.cleaned_data)
        except AgendaError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            _send(request, sitting, link, secret)
            return redirect(f"{sitting.base}links/")
    context = {
        "sitting": sitting,
        "form": form,
        "links": [(one, queries.holds(one)) for one in queries.links_of(sitting.agenda)],
        "uses": queries.uses_of(sitting.agenda),
    }
    return render(request, "visits/agenda/links.html", context, status=422 if form.is_bound else 200)


def revoke(request: HttpRequest, sitting: Sitting, link: int) -> HttpResponse:
    """Make a link worthless."""
    _must_plan(sitting)
    try:
        row = revoke_link(visit=sitting.visit, link=link, by=sitting.viewer)
    except AgendaError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The link of %(name)s was revoked: it opens nothing.") % {"name": row.name})
    return redirect(f"{sitting.base}links/")


def _must_plan(sitting: Sitting) -> None:
    if sitting.side != Side.PROGRAMME:
        raise PermissionDenied(Permission.PLAN_VISITS.meaning)


def _begin(request: HttpRequest, sitting: Sitting, form: BeginForm) -> HttpResponse:
    context = {"sitting": sitting, "visit": sitting.visit, "form": form, "may": sitting.side == Side.PROGRAMME}
    return render(request, "visits/agenda/begin.html", context, status=422 if form.is_bound else 200)


def _zone(visit: Any) -> str:
    return next(iter(timezones_of(visit.country_id)), "UTC")


def _new_link(sitting: Sitting) -> dict[str, Any]:
    return {"uid": uuid4(), "days": 60, "language": sitting.agenda.language}


def _send(request: HttpRequest, sitting: Sitting, link: Any, secret: str) -> None:
    if not secret:
        messages.info(request, _("This form was sent before: the link was made and sent once."))
        return
    said = words.both(link.language)["mail"]
    told = {
        "name": link.name,
        "giver": sitting.viewer.name,
        "country": sitting.visit.country.name,
        "until": link.expires_at,
        "link": request.build_absolute_uri(reverse("visits:agenda_open", args=[secret])),
        "second": said.local,
    }
    try:
        agenda_mail.send("agenda_link", link.email, told)
    except OSError:
        lost = _("The link for %(name)s was made, but the message could not be sent. Revoke it and give another.")
        messages.error(request, lost % {"name": link.name})
    else:
        messages.success(request, _("A link went to %(email)s.") % {"email": link.email})
