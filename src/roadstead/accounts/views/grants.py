"""Giving a role, taking it back, ending sessions: each a page of its own, with a reason."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from roadstead.accounts import queries
from roadstead.accounts.actions import grants as actions
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.actions.people import end_sessions as end
from roadstead.accounts.forms.fields import posted
from roadstead.accounts.forms.grants import GrantForm, ReasonForm
from roadstead.accounts.presenters import grants, tables
from roadstead.accounts.roles import MEANINGS, Role
from roadstead.accounts.views.people import found
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission


@needs(Permission.GRANT_ROLES)
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a role to a person."""
    person, viewer = found(pk, viewer_of(request)), viewer_of(request)
    form = GrantForm(posted(request))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.grant_role(
                person=person,
                role=said["role"],
                scopes=said["scopes"],
                why=said["why"],
                valid_from=said["first_day"],
                valid_until=said["last_day"],
                by=viewer,
            )
        except AccountsError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The role was given. %(name)s has been told.") % {"name": person.name})
            return redirect("accounts:person", pk=person.pk)
    context = {
        "person": person,
        "form": form,
        "meanings": [(role.label, tables.FOR[MEANINGS[role].scope], MEANINGS[role].text) for role in Role],
    }
    return _page(request, "accounts/desk/give.html", context)


@needs(Permission.GRANT_ROLES)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, pk: int, grant: int) -> HttpResponse:
    """Take a role back."""
    person, viewer = found(pk, viewer_of(request)), viewer_of(request)
    one = get_object_or_404(queries.grants_of(person), pk=grant)
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw_role(grant=one, why=form.cleaned_data["why"], by=viewer)
        except AccountsError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The role was withdrawn. %(name)s has been told.") % {"name": person.name})
            return redirect("accounts:person", pk=person.pk)
    (row,) = grants.rows([one])
    return _page(request, "accounts/desk/withdraw.html", {"person": person, "row": row, "form": form})


@needs(Permission.END_SESSIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def end_sessions(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign a person out everywhere, and make every token worthless."""
    person = found(pk, viewer_of(request))
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.is_valid():
        ended = end(person=person, why=form.cleaned_data["why"], by=viewer_of(request))
        told = ngettext(
            "%(count)s session was ended, and every token revoked.",
            "%(count)s sessions were ended, and every token revoked.",
            ended,
        )
        messages.success(request, told % {"count": ended})
        return redirect("accounts:person", pk=person.pk)
    return _page(request, "accounts/desk/end_sessions.html", {"person": person, "form": form})


def _page(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    crumbs = [(_("Desk"), "/desk/"), (_("Accounts"), "/desk/accounts/")]
    person = context["person"]
    crumbs.append((person.name, f"/desk/accounts/{person.pk}/"))  # type: ignore[attr-defined]
    return render(request, template, {**context, "crumbs": crumbs})
