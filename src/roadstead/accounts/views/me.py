"""A person’s own pages: the profile, what one may do and why, and what one was told."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from roadstead.accounts import queries
from roadstead.accounts.actions import notices
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.actions.people import OWN, change_profile
from roadstead.accounts.forms.fields import posted
from roadstead.accounts.forms.me import ProfileForm
from roadstead.accounts.models import User
from roadstead.accounts.presenters import grants
from roadstead.accounts.presenters.rights import rights as all_rights
from roadstead.accounts.roles import OPEN_TO_ALL
from roadstead.common.access.guards import signed_in, viewer_of

A_PAGE = 30


def myself(request: HttpRequest) -> User:
    """The account of who asks."""
    return get_object_or_404(User, pk=viewer_of(request).user_id)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    """Name, organisation, language and time zone."""
    me = myself(request)
    form = ProfileForm(posted(request), initial={name: getattr(me, name) for name in OWN})
    if request.method == "POST" and form.is_valid():
        try:
            changed = change_profile(person=me, by=viewer_of(request), **form.cleaned_data)
        except AccountsError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Your profile was changed.") if changed else _("Nothing was changed."))
            return redirect("accounts:profile")
    held = queries.held_in_words(viewer_of(request))
    return render(request, "accounts/me/profile.html", {"form": form, "person": me, "held": held})


@signed_in
@require_safe
def rights(request: HttpRequest) -> HttpResponse:
    """What one may do and through which role, who gave it and why; and what others may."""
    viewer = viewer_of(request)
    groups = all_rights(viewer)
    context = {
        "rows": grants.rows(queries.grants_of(myself(request))),
        "groups": [(one.title, [right for right in one.rights if right.state != "no"]) for one in groups],
        "lacking": [right for one in groups for right in one.rights if right.state == "no"],
        "has_role": bool(viewer.held or viewer.waiting),
        "waiting": bool(viewer.waiting),
        "open_to_all": OPEN_TO_ALL,
    }
    return render(request, "accounts/me/rights.html", context)


@signed_in
@require_safe
def notifications(request: HttpRequest) -> HttpResponse:
    """What one was told, the latest first."""
    page = Paginator(queries.notifications(myself(request)), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "accounts/me/notifications.html", {"page": page})


@signed_in
@require_POST
def all_read(request: HttpRequest) -> HttpResponse:
    """Everything one was told has been seen."""
    notices.mark_read(myself(request))
    return redirect("accounts:notifications")
