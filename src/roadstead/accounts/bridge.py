"""Rows of accounts as plain values: a person with grants becomes a viewer."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from roadstead.accounts.roles import MEANINGS, Role
from roadstead.common.access.scope import Scope, ScopeKind
from roadstead.common.access.viewer import Held

GRANT_FIELDS = ("pk", "role", "everywhere", "scopes__kind", "scopes__value")


def held(rows: Iterable[tuple[Any, ...]]) -> tuple[Held, ...]:
    """Grants from rows of GRANT_FIELDS, one for each thing that a grant reaches.

    A role that there is no more grants nothing.
    """
    scopes: dict[int, set[Scope]] = {}
    grants: dict[int, tuple[str, bool]] = {}
    for pk, role, everywhere, kind, value in rows:
        grants[pk] = (role, everywhere)
        reached = scopes.setdefault(pk, set())
        if kind:
            reached.add(_scope(kind, value))
    return tuple(
        Held(pk, role, MEANINGS[Role(role)].permissions, None if everywhere else frozenset(scopes[pk]))
        for pk, (role, everywhere) in grants.items()
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
