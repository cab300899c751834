"""What somebody may do, and why: every right in plain words, in groups, with the roles that give it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from roadstead.accounts.roles import MEANINGS, Role
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Held, Viewer

GROUPS: tuple[tuple[str | Promise, tuple[str, ...]], ...] = (
    (_("Where one works"), ("use_",)),
    (_("Reading"), ("read_programme", "read_shared", "read_own_facility", "read_restricted", "ask_what")),
    (_("Sharing information"), ("write_information", "release_", "preview_")),
    (
        _("Countries, facilities and people"),
        ("keep_register", "keep_contacts", "keep_engagement", "import_", "propose_", "forget_contacts", "assign_"),
    ),
    (_("Visits"), ("plan_", "tell_visits", "suspend_", "agree_", "write_report", "comment_")),
    (_("What was seen and recommended"), ("observe", "recommend", "close_", "keep_best_practice")),
    (
        _("Assessments, and the closing of shortfalls"),
        ("answer_self", "review_self", "assess_", "settle_", "work_on_closure", "verify_closure"),
    ),
    (_("Training"), ("keep_training", "ask_training", "nominate_for")),
    (_("Reciprocal visits"), ("ask_hosting", "host_visits", "keep_host_units")),
    (_("Determinations"), ("open_cases", "review_cases", "sign_cases", "draft_", "publish_")),
    (_("Arrivals"), ("take_notices", "act_on_arrivals", "read_own_arrivals", "report_measures")),
    (_("What was done"), ("read_history", "read_log")),
    (_("Accounts"), ("read_accounts", "invite_", "grant_", "end_sessions", "recover_", "elevate", "forget_people")),
    (_("Programs"), ("make_tokens",)),
)
OTHER = _("More")


@dataclass(frozen=True, slots=True)
class Right:
    """One right: whether it is held, by which roles, and who else has it."""

    permission: Permission
    through: tuple[Held, ...]
    waiting: tuple[Held, ...]
    others: tuple[Role, ...]
    now: bool

    @property
    def state(self) -> str:
        if self.through:
            return "yes" if self.now else "elevated"
        return "waiting" if self.waiting else "no"


@dataclass(frozen=True, slots=True)
class Group:
    """Rights under a heading."""

    title: str | Promise
    rights: tuple[Right, ...]


def grouped() -> list[tuple[str | Promise, list[Permission]]]:
    """Every permission once, under its heading, in the order of the enum."""
    titled = [(title, [one for one in Permission if one.value.startswith(names)]) for title, names in GROUPS]
    named = {one for _title, rights in titled for one in rights}
    return [*titled, *([(OTHER, rest)] if (rest := [one for one in Permission if one not in named]) else [])]


def rights(viewer: Viewer) -> list[Group]:
    """Every right there is, as it stands for a viewer."""
    return [Group(title, tuple(_right(one, viewer) for one in permissions)) for title, permissions in grouped()]


def _right(permission: Permission, viewer: Viewer) -> Right:
    return Right(
        permission=permission,
        through=_through(permission, viewer.held),
        waiting=_through(permission, viewer.waiting),
        others=tuple(role for role in Role if permission in MEANINGS[role].permissions),
        now=viewer.holds(permission),
    )


def _through(permission: Permission, held: Iterable[Held]) -> tuple[Held, ...]:
    return tuple(one for one in held if permission in one.permissions)
