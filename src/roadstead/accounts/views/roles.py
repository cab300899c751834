"""The one page on which anybody reads what each role may do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.accounts.presenters import tables
from roadstead.accounts.roles import MEANINGS, OPEN_TO_ALL, Role
from roadstead.common.access.guards import open_to_all


@open_to_all
@require_safe
def roles(request: HttpRequest) -> HttpResponse:
    """Each role with what it is for, and the whole table of roles and rights."""
    context = {
        "roles": [(role, MEANINGS[role], tables.FOR[MEANINGS[role].scope]) for role in Role],
        "lines": tables.lines(),
        "open_to_all": OPEN_TO_ALL,
        "crumbs": [(_("Home"), "/")],
    }
    return render(request, "accounts/roles.html", context)
