"""The list of accounts: searched, filtered and sorted by what an address says."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from roadstead.accounts import queries
from roadstead.accounts.models import Grant, User
from roadstead.accounts.roles import Role
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer

LONGEST_SEARCH = 100  # characters
SORTS = {
    "name": ("name", "pk"),
    "email": ("email",),
    "organisation": ("organisation", "name", "pk"),
    "newest": ("-joined_at", "-pk"),
}
SORT_NAMES = [
    ("name", _("Name")),
    ("email", _("E-mail address")),
    ("organisation", _("Organisation")),
    ("newest", _("Newest first")),
]
STATES = [("active", _("May sign in")), ("without", _("Without a role")), ("closed", _("May not sign in"))]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of the list; what is no choice is as if it was not asked."""

    text: str
    role: str
    state: str
    sort: str

    @property
    def narrowed(self) -> bool:
        return bool(self.text or self.role or self.state)


def asked(query: QueryDict) -> Asked:
    """Read an address."""
    role, state, sort = query.get("role", ""), query.get("state", ""), query.get("sort", "")
    return Asked(
        text=query.get("q", "").replace("\x00", "").strip()[:LONGEST_SEARCH],
        role=role if role in Role.values else "",
        state=state if state in dict(STATES) else "",
        sort=sort if sort in SORTS else "name",
    )


def people(ask: Asked, viewer: Viewer) -> QuerySet[User]:
    """The accounts that were asked for, with the grants in force as `now_held`. Raises PermissionDenied."""
    found = queries.people(viewer).order_by(*SORTS[ask.sort])
    now = queries.in_force(clock.now())
    for word in ask.text.split():
        found = found.filter(Q(name__icontains=word) | Q(email__icontains=word) | Q(organisation__icontains=word))
    held = Grant.objects.filter(now, person=OuterRef("pk"))
    if ask.role:
        found = found.filter(Exists(held.filter(role=ask.role)))
    if ask.state == "without":
        found = found.filter(~Exists(held))
    elif ask.state:
        found = found.filter(is_active=ask.state == "active")
    grants = Grant.objects.filter(now).order_by("role", "pk").prefetch_related("scopes")
    return found.prefetch_related(Prefetch("grants", grants, to_attr="now_held"))
