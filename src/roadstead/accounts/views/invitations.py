"""Inviting: the list, a new one, and taking one back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from roadstead.accounts import mail, queries
from roadstead.accounts.actions import invitations as actions
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.forms.fields import posted
from roadstead.accounts.forms.invitations import InvitationForm
from roadstead.accounts.models import Invitation
from roadstead.accounts.presenters import invitations, tables
from roadstead.accounts.roles import MEANINGS, Role
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import NeedsElevation, Viewer

A_PAGE = 50
INVITING = (Permission.INVITE_PARTNER, Permission.INVITE_OPERATOR, Permission.INVITE_STAFF)


@needs(Permission.INVITE_PARTNER, Permission.INVITE_OPERATOR, Permission.READ_ACCOUNTS)
@require_safe
def invited(request: HttpRequest) -> HttpResponse:
    """The invitations that one made; every one for who may see all accounts. `?state=open` for those that wait."""
    viewer = viewer_of(request)
    state = request.GET.get("state", "")
    found = queries.invitations(viewer, state=state if state in invitations.STATES else "")
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": invitations.rows(page),
        "state": state,
        "states": [(value, word) for value, (word, _tone) in invitations.STATES.items()],
        "could_invite": any(viewer.could(one) for one in INVITING),
        "viewer_id": viewer.user_id,
        "could_revoke": viewer.could(Permission.INVITE_STAFF),
        "crumbs": [(_("Desk"), "/desk/")],
    }
    return render(request, "accounts/desk/invitations.html", context)


@needs(*INVITING)
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Invite somebody."""
    viewer = viewer_of(request)
    roles = [role for role in Role if viewer.could(actions.right_for(viewer, role))]
    form = InvitationForm(roles, posted(request))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            invitation, secret = actions.invite(
                email=said["email"],
                name=said["name"],
                role=said["role"],
                scopes=said["scopes"],
                why=said["why"],
                role_until=said["last_day"],
                by=viewer,
            )
        except AccountsError as error:
            form.add_error(None, str(error))
        except NeedsElevation:
            raise
        except PermissionDenied:
            form.add_error("scopes", _("You may invite for %(own)s alone.") % {"own": _own_countries(viewer)})
        else:
            _send(request, invitation, secret, viewer)
            return redirect("accounts:invitations")
    context = {
        "form": form,
        "meanings": [(role.label, tables.FOR[MEANINGS[role].scope], MEANINGS[role].text) for role in roles],
        "days": actions.GOOD_FOR.days,
        "crumbs": [(_("Desk"), "/desk/"), (_("Invitations"), "/desk/invitations/")],
    }
    return render(request, "accounts/desk/invite.html", context)


@needs(Permission.INVITE_PARTNER, Permission.INVITE_OPERATOR, Permission.READ_ACCOUNTS)
@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the link of an invitation worthless."""
    viewer = viewer_of(request)
    one = get_object_or_404(queries.invitations(viewer), pk=pk)
    try:
        actions.revoke(invitation=one, by=viewer)
    except AccountsError as error:
        messages.error(request, str(error))
    else:
        messages.success(
            request, _("The invitation of %(name)s was revoked: its link opens nothing.") % {"name": one.name}
        )
    return redirect("accounts:invitations")


def _own_countries(viewer: Viewer) -> str:
    return ", ".join(sorted(viewer.reach(Permission.INVITE_PARTNER, ScopeKind.COUNTRY) or ()))


def _send(request: HttpRequest, invitation: Invitation, secret: str, viewer: Viewer) -> None:
    words = {
        "name": invitation.name,
        "inviter": viewer.name,
        "role": invitation.get_role_display(),
        "reach": invitations.reach(invitation),
        "why": invitation.reason,
        "until": invitation.expires_at,
        "link": request.build_absolute_uri(reverse("accounts:invitation", args=[secret])),
    }
    try:
        mail.send("invitation", invitation.email, words)
    except OSError:
        told = _("The invitation of %(name)s was made, but the message could not be sent. Revoke it and invite again.")
        messages.error(request, told % {"name": invitation.name})
    else:
        messages.success(request, _("An invitation went to %(email)s.") % {"email": invitation.email})
