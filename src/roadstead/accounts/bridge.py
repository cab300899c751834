"""Rows of accounts as plain values: a person with grants becomes a viewer."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from roadstead.accounts.roles import MEANINGS, Role
from roadstead.common.access.scope import Scope, ScopeKind
from roadstead.common.access.viewer import Held

GRANT_FIELDS = ("role", "everywhere", "scopes__kind", "scopes__value")


def held(rows: Iterable[tuple[Any, ...]]) -> tuple[Held, ...]:
    """The roles of a person from rows of GRANT_FIELDS, one for each thing that a grant reaches.

    Grants of one role are joined: somebody may hold hundreds, and every page asks many times.
    A role that there is no more gives nothing.
    """
    scopes: dict[str, set[Scope]] = {}
    everywhere = set()
    for role, all_of_it, kind, value in rows:
        reached = scopes.setdefault(role, set())
        if all_of_it:
            everywhere.add(role)
        elif kind:
            reached.add(_scope(kind, value))
    return tuple(
        Held(role, MEANINGS[Role(role)].permissions, None if role in everywhere else frozenset(reached))
        for role, reached in sorted(scopes.items())
        if role in Role.values
    )


def without_staff(given: tuple[Held, ...]) -> tuple[tuple[Held, ...], tuple[Held, ...]]:
    """Grants in two heaps: those that ask for no second factor, and those that do."""
    staff = tuple(one for one in given if MEANINGS[Role(one.role)].staff)
    return tuple(one for one in given if one not in staff), staff


@lru_cache(maxsize=4_096)
def _scope(kind: str, value: str) -> Scope:
    """Made once for each thing: somebody may hold hundreds of grants, and every page asks."""
    return Scope(ScopeKind(kind), value)
