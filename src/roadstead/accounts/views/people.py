"""Who has an account: the list, its export, and the page of one person."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.accounts import listing, queries
from roadstead.accounts.models import User
from roadstead.accounts.presenters import grants, rights
from roadstead.accounts.roles import Role
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.common.sheets import csv_answer

A_PAGE = 50
MOST_ROWS = 20_000  # of an export
COLUMNS = ("name", "email", "organisation", "roles", "may_sign_in", "since")


@needs(Permission.READ_ACCOUNTS)
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """`?q=` `&role=` `&state=` `&sort=` `&page=`: who has an account, with the roles in force."""
    ask = listing.asked(request.GET)
    page = Paginator(listing.people(ask, viewer_of(request)), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "ask": ask,
        "page": page,
        "rows": [(one, grants.rows(one.now_held)) for one in page],  # type: ignore[attr-defined]
        "roles": Role.choices,
        "states": listing.STATES,
        "sorts": listing.SORT_NAMES,
        "query": request.GET.urlencode(),
        "crumbs": [(_("Desk"), "/desk/")],
    }
    return render(request, "accounts/desk/people.html", context)


@needs(Permission.READ_ACCOUNTS)
@require_safe
def people_csv(request: HttpRequest) -> HttpResponse:
    """The same list to take away."""
    found = listing.people(listing.asked(request.GET), viewer_of(request))[:MOST_ROWS]
    return csv_answer("accounts", COLUMNS, (_cells(one) for one in found))


@needs(Permission.READ_ACCOUNTS)
@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: the roles now and before, with who gave them and why; what they may do."""
    one = found(pk, viewer_of(request))
    context = page_of(one, viewer_of(request))
    return render(request, "accounts/desk/person.html", context)


def found(pk: int, viewer: Viewer) -> User:
    """The account with this number. Raises PermissionDenied, Http404."""
    return get_object_or_404(queries.people(viewer), pk=pk)


def page_of(one: User, viewer: Viewer) -> dict[str, Any]:
    """What every page about one person shows."""
    theirs = queries.viewer_of(one)
    shown = [(group.title, [right for right in group.rights if right.state != "no"]) for group in rights.rights(theirs)]
    return {
        "person": one,
        "rows": grants.rows(queries.grants_of(one)),
        "groups": [(title, held) for title, held in shown if held],
        "waiting": bool(theirs.waiting),
        "tokens": queries.living_tokens(one).count(),
        "sessions": queries.sessions(one),
        "could_grant": viewer.could(Permission.GRANT_ROLES) and viewer.user_id != one.pk,
        "could_withdraw": viewer.could(Permission.GRANT_ROLES),
        "could_close": viewer.could(Permission.FORGET_PEOPLE) and viewer.user_id != one.pk,
        "could_end": viewer.could(Permission.END_SESSIONS),
        "could_recover": viewer.could(Permission.RECOVER_ACCOUNTS) and viewer.user_id != one.pk,
        "crumbs": [(_("Desk"), "/desk/"), (_("Accounts"), "/desk/accounts/")],
    }


def _cells(one: Any) -> list[object]:
    held = "; ".join(f"{row.role}: {_all(row)}" for row in grants.rows(one.now_held))
    return [one.name, one.email, one.organisation, held, "yes" if one.is_active else "no", f"{one.joined_at:%Y-%m-%d}"]


def _all(row: grants.Row) -> str:
    return " ".join(scope.value for scope in row.grant.scopes.all()) or "everywhere"
