"""Reciprocal visits for the State itself: ask, see how it stands, name who comes, say what helped."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from roadstead.accounts.roles import Role
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.hosting.actions import asking
from roadstead.hosting.actions.answering import withdraw_request
from roadstead.hosting.enums import Origin, Side
from roadstead.hosting.forms.after import WhyForm
from roadstead.hosting.forms.asking import AskForm, RevisedForm
from roadstead.hosting.presenters import lists
from roadstead.hosting.presenters import partner as presenter
from roadstead.hosting.presenters.request import as_it_stands
from roadstead.hosting.queries.requests import own_requests
from roadstead.hosting.views import after, arranging
from roadstead.hosting.views.acting import FORM, Page, acted, sent, stepped
from roadstead.hosting.views.reading import OWN, above_own, own_of

ASK, READ = Permission.ASK_HOSTING, Permission.READ_SHARED


@needs(READ)
@require_safe
def request_list(request: HttpRequest) -> HttpResponse:
    """What was asked for one’s own State."""
    viewer = viewer_of(request)
    context = lists.context(request, own_requests(viewer)) | {"may": viewer.holds(ASK), "crumbs": above_own()[:1]}
    return render(request, "hosting/partner/list.html", context)


@needs(READ)
@require_safe
def request_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return lists.file(request, own_requests(viewer_of(request)), form)


@needs(ASK)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Ask for a reciprocal visit."""
    viewer = viewer_of(request)
    form = AskForm(sent(request), viewer=viewer, permission=ASK)
    explain = _("Say what you want to see, and when. One that is open about the same time is not asked for twice.")
    page = Page(_("Ask for a reciprocal visit"), _("Ask"), OWN, above_own(), explain)

    def perform(said: Any) -> str:
        who = asking.Who(_origin(viewer))
        made = asking.ask_hosting(uid=said["uid"], country=said["country"], ask=form.ask, who=who, by=viewer)
        return f"{OWN}{made.pk}/"

    return acted(request, form, page, perform)


@needs(READ)
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """How one stands, and what is asked of the State."""
    held = own_of(request, pk)
    context = presenter.page(held, viewer_of(request)) | {"crumbs": above_own()}
    return render(request, "hosting/partner/one.html", context)


@needs(ASK)
@FORM
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is wanted; an invitation is taken up so, too."""
    viewer, held = viewer_of(request), own_of(request, pk)
    form = RevisedForm(sent(request), initial=as_it_stands(held))
    page = Page(_("What you want to see"), _("Save"), f"{OWN}{pk}/", above_own(held))
    return acted(
        request,
        form,
        page,
        lambda said: asking.change_request(request=held, revision=said["revision"], ask=form.ask, by=viewer),
    )


@needs(ASK)
@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Take up an invitation."""
    held = own_of(request, pk)
    viewer = viewer_of(request)
    done = _("Thank you: the programme now looks for hosts.")
    return stepped(
        request, lambda: asking.take_up(request=held, origin=_origin(viewer), by=viewer), done, f"{OWN}{pk}/"
    )


@needs(ASK)
@FORM
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that the State does not come."""
    viewer, held = viewer_of(request), own_of(request, pk)
    form = WhyForm(sent(request), initial={"revision": held.revision})
    page = Page(_("Withdraw the request"), _("Withdraw it"), f"{OWN}{pk}/", above_own(held), warns=True)
    return acted(request, form, page, lambda said: withdraw_request(request=held, **said, by=viewer))


@needs(ASK)
@FORM
def delegation(request: HttpRequest, pk: int) -> HttpResponse:
    """Who comes."""
    held = own_of(request, pk)
    return arranging.delegation_page(request, held, f"{OWN}{pk}/", above_own(held))


@needs(ASK)
@require_POST
def drop(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take somebody off the list."""
    return arranging.dropped(request, own_of(request, pk), number, f"{OWN}{pk}/delegation/")


@needs(ASK)
@FORM
def feedback(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what helped."""
    held = own_of(request, pk)
    page = Page(_("What helped"), _("Save"), f"{OWN}{pk}/", above_own(held))
    return after.said_by(request, held, Side.GUEST, page)


@needs(ASK)
@require_safe
def certificate(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One certificate as PDF."""
    return after.certificate_file(request, own_of(request, pk), number)


def _origin(viewer: Viewer) -> Origin:
    return Origin.EMBASSY if Role.EMBASSY in viewer.roles else Origin.AUTHORITY
