"""The table of roles and rights, as a page shows it and as the guide prints it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from roadstead.accounts.presenters.rights import grouped
from roadstead.accounts.roles import MEANINGS, OPEN_TO_ALL, Meaning, Role
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind

CELLS: dict[str, str | Promise] = {
    "": "",
    "yes": _("yes"),
    "own": _("its own"),
    "elevated": _("elevated"),
}
FOR: dict[ScopeKind | None, str | Promise] = {
    None: _("everything"),
    ScopeKind.COUNTRY: _("named countries"),
    ScopeKind.FACILITY: _("named port facilities"),
    ScopeKind.COMPANY: _("named companies"),
    ScopeKind.ZONE: _("named Captain of the Port zones"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One right with a cell for each role."""

    permission: Permission
    cells: tuple[str, ...]

    @property
    def words(self) -> list[str | Promise]:
        return [CELLS[cell] for cell in self.cells]


def lines() -> list[tuple[str | Promise, list[Line]]]:
    """Every right under its heading, with a cell for each role: "yes", "own" (its scopes alone), "elevated" or ""."""
    return [(title, [_line(one) for one in permissions]) for title, permissions in grouped()]


def _line(permission: Permission) -> Line:
    return Line(permission, tuple(_cell(permission, MEANINGS[role]) for role in Role))


def _cell(permission: Permission, meaning: Meaning) -> str:
    if permission not in meaning.permissions:
        return ""
    if permission.elevated:
        return "elevated"
    return "own" if meaning.scope in permission.asked_of else "yes"


def as_markdown() -> str:
    """Each role, and the whole table role × right."""
    said = ["| role | for | works at | second factor | |", "|---|---|---|---|---|"]
    said.append(f"| Public | everything | `/` | | {OPEN_TO_ALL} |")
    for role in Role:
        one = MEANINGS[role]
        factor = "required" if one.staff else "may have"
        said.append(f"| {role.label} | {FOR[one.scope]} | `{one.home}` | {factor} | {one.text} |")
    said += ["", "| right | " + " | ".join(str(role.label) for role in Role) + " |", "|---|" + "---|" * len(Role)]
    for _title, entries in lines():
        said += [f"| {one.permission.meaning} | " + " | ".join(map(str, one.words)) + " |" for one in entries]
    return "\n".join(said)
