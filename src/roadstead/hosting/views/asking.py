"""Writing requests at the desk: on behalf of somebody, as an invitation, from the past; links to ask by."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.hosting import mail
from roadstead.hosting.actions import asking, links, past
from roadstead.hosting.enums import Origin
from roadstead.hosting.errors import HostingError
from roadstead.hosting.forms.after import PastForm
from roadstead.hosting.forms.asking import LinkForm, OnBehalfForm, RevisedForm
from roadstead.hosting.presenters.request import as_it_stands
from roadstead.hosting.queries.links import holds, links_for
from roadstead.hosting.views.acting import FORM, Page, acted, sent
from roadstead.hosting.views.reading import DESK, above, part_of, request_of

HOST = Permission.HOST_VISITS
LINKS = f"{DESK}links/"


@needs(HOST)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Write a request for who asked the officer; `?country=` chooses it."""
    return _asked(request, Origin.OFFICER, _("Ask for somebody"), _("Write the request"))


@needs(HOST)
@FORM
def invite(request: HttpRequest) -> HttpResponse:
    """Invite a State."""
    return _asked(request, Origin.INVITED, _("Invite a State"), _("Invite"))


@needs(HOST)
@FORM
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is wanted."""
    viewer, held = viewer_of(request), request_of(request, pk)
    form = RevisedForm(sent(request), initial=as_it_stands(held))
    page = Page(_("What is wanted"), _("Save"), f"{DESK}{pk}/", above(held))
    return acted(
        request,
        form,
        page,
        lambda said: asking.change_request(request=held, revision=said["revision"], ask=form.ask, by=viewer),
    )


@needs(HOST)
@FORM
def enter_past(request: HttpRequest) -> HttpResponse:
    """Enter a visit that took place before this system."""
    viewer = viewer_of(request)
    form = PastForm(sent(request), viewer=viewer)
    explain = _("So that the numbers go back to 2005. What is entered so is closed.")
    page = Page(_("Enter a visit of the past"), _("Enter it"), DESK, above(), explain)

    def perform(said: Any) -> str:
        given = {name: said[name] for name in ("country", "first_on", "last_on", "topics", "size", "aims")}
        made = past.enter_past(uid=said["uid"], past=past.Past(**given, ports=said["ports"].split()), by=viewer)
        return f"{DESK}{made.pk}/"

    return acted(request, form, page, perform)


@needs(HOST)
@FORM
def link_list(request: HttpRequest) -> HttpResponse:
    """Links to ask by: give one, see what became of each."""
    viewer = viewer_of(request)
    form = LinkForm(sent(request), viewer=viewer, initial={"country": request.GET.get("country", "")[:2]})
    if request.method == "POST" and form.is_valid():
        try:
            link, secret = links.give_ask_link(**form.cleaned_data, by=viewer)
        except HostingError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            _send(request, link, secret)
            return redirect(LINKS)
    rows = [(one, holds(one)) for one in links_for(viewer)[:200]]
    context = {"form": form, "links": rows, "crumbs": above()}
    return render(request, "hosting/desk/links.html", context, status=422 if form.is_bound else 200)


@needs(HOST)
@require_POST
def revoke(request: HttpRequest, number: int) -> HttpResponse:
    """Make a link worthless."""
    viewer = viewer_of(request)
    held = part_of(links_for(viewer), number)
    links.revoke_ask_link(link=held, by=viewer)
    messages.success(request, _("The link of %(name)s was revoked: it opens nothing.") % {"name": held.name})
    return redirect(LINKS)


def _asked(request: HttpRequest, origin: Origin, heading: str, button: str) -> HttpResponse:
    viewer = viewer_of(request)
    initial = {"country": request.GET.get("country", "")[:2], "name": viewer.name if origin == Origin.INVITED else ""}
    form = OnBehalfForm(sent(request), initial=initial, viewer=viewer, permission=HOST)
    if origin == Origin.INVITED:
        form.fields["name"].label = _("Who invites")
    page = Page(heading, button, DESK, above(), _("One that is open about the same time is not asked for twice."))

    def perform(said: Any) -> str:
        who = asking.Who(origin, said["name"], said["office"])
        made = asking.ask_hosting(uid=said["uid"], country=said["country"], ask=form.ask, who=who, by=viewer)
        return f"{DESK}{made.pk}/"

    return acted(request, form, page, perform)


def _send(request: HttpRequest, link: Any, secret: str) -> None:
    if not secret:
        messages.info(request, _("This form was sent before: the link was made and sent once."))
        return
    at = request.build_absolute_uri(reverse("hosting:ask_open", args=[secret]))
    try:
        mail.send_link(link, at)
    except OSError:
        messages.error(request, _("The link was made, but the message could not be sent. Revoke it and give another."))
    else:
        messages.success(request, _("A link went to %(email)s.") % {"email": link.email})
