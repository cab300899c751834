"""Who reads or writes: a plain value, made once for each request from the grants in force."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import Scope, ScopeError, ScopeKind


class NeedsElevation(PermissionDenied):
    """The right is there, but only in a timed session with a reason."""

    def __init__(self, permission: Permission) -> None:
        super().__init__(permission.meaning)
        self.permission = permission


class NeedsSecondFactor(PermissionDenied):
    """The right is there, but only for who has set up a second factor."""

    def __init__(self, permission: Permission) -> None:
        super().__init__(_("Set up a second factor first, at /me/security/: your role asks for one."))
        self.permission = permission


@dataclass(frozen=True, slots=True)
class Held:
    """One role in force, by however many grants: its rights and what they reach; `scopes` None is everywhere."""

    role: str
    permissions: frozenset[Permission]
    scopes: frozenset[Scope] | None

    def reaches(self, scope: Scope) -> bool:
        return self.scopes is None or scope in self.scopes


@dataclass(frozen=True, slots=True)
class Elevated:
    """A timed session of elevated power: when it ends and why it was taken."""

    elevation_id: int
    reason: str
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person with rights, or the public (user_id None).

    `limited_to` narrows every right, as a token of the API does; None does not.
    `waiting` are grants that hold only once the person has set up a second factor.
    `preview_of` names the person who looks through these eyes, when a record is seen as a partner would.
    """

    user_id: int | None = None
    name: str = ""
    held: tuple[Held, ...] = ()
    elevated: Elevated | None = None
    limited_to: frozenset[Permission] | None = None
    token_id: int | None = None
    preview_of: int | None = None
    waiting: tuple[Held, ...] = ()

    @property
    def is_public(self) -> bool:
        return self.user_id is None and not self.held

    @property
    def person(self) -> int:
        """The key of who acts. Raises PermissionDenied where no person does."""
        if self.user_id is None:
            raise PermissionDenied(_("This is done by people."))
        return self.user_id

    def may(self, permission: Permission, **scope: str) -> bool:
        """Whether the right is held: `may(READ_SHARED, country="NG")`. Raises ScopeError for a wrong or missing scope.

        A right that needs elevated power holds only while that lasts.
        """
        asked = _asked(permission, scope)
        if permission.elevated and self.elevated is None:
            return False
        return any(asked is None or held.reaches(asked) for held in self._with(permission))

    def must(self, permission: Permission, **scope: str) -> None:
        """Raises PermissionDenied where the right is not held.

        Where it is, but not at this moment: NeedsElevation, NeedsSecondFactor.
        """
        if self.may(permission, **scope):
            return
        asked = _asked(permission, scope)
        if permission.elevated and any(asked is None or held.reaches(asked) for held in self._with(permission)):
            raise NeedsElevation(permission)
        if self.waits_for(permission):
            raise NeedsSecondFactor(permission)
        raise PermissionDenied(permission.meaning)

    def holds(self, permission: Permission) -> bool:
        """Whether the right is held anywhere at all: enough to open a page, never to read or write a record."""
        return any(self._with(permission)) and (not permission.elevated or self.elevated is not None)

    def could(self, permission: Permission) -> bool:
        """Whether the right is held, now or after taking up elevated power."""
        return any(self._with(permission))

    def waits_for(self, permission: Permission) -> bool:
        """Whether the right would be held, had the person set up a second factor."""
        return self._allows(permission) and any(permission in held.permissions for held in self.waiting)

    def reach(self, permission: Permission, kind: ScopeKind) -> frozenset[str] | None:
        """The codes of one kind that a right reaches; None is everywhere. Raises ScopeError for a wrong kind."""
        if kind not in permission.asked_of:
            raise ScopeError(f"{permission.value} is not asked of {kind.value}")
        found: set[str] = set()
        for held in self._with(permission):
            if held.scopes is None:
                return None
            found |= {scope.value for scope in held.scopes if scope.kind == kind}
        return frozenset(found)

    @property
    def roles(self) -> frozenset[str]:
        return frozenset(held.role for held in self.held)

    @property
    def permissions(self) -> frozenset[Permission]:
        """Every right held anywhere, those for elevated power included."""
        return frozenset(one for held in self.held for one in held.permissions if self._allows(one))

    def _with(self, permission: Permission) -> Iterator[Held]:
        if self._allows(permission):
            yield from (held for held in self.held if permission in held.permissions)

    def _allows(self, permission: Permission) -> bool:
        return self.limited_to is None or permission in self.limited_to


PUBLIC = Viewer()


def system(what: str) -> Viewer:
    """The program itself, at work that no person asked for just now: `system("make start")`. It may everything."""
    rights = Held(role="system", permissions=frozenset(Permission), scopes=None)
    return Viewer(name=what, held=(rights,))


def _asked(permission: Permission, scope: dict[str, str]) -> Scope | None:
    wanted = permission.asked_of
    if not wanted and not scope:
        return None
    if len(scope) != 1 or next(iter(scope)) not in wanted:
        said = ", ".join(sorted(kind.value for kind in wanted)) or "nothing"
        raise ScopeError(f"{permission.value} is asked of {said}; it was asked of {', '.join(scope) or 'nothing'}")
    ((kind, value),) = scope.items()
    if not isinstance(value, str) or not value:
        raise ScopeError(f"{permission.value} was asked of a {kind} that is none: {value!r}")
    return Scope(ScopeKind(kind), value)


def as_state(country: str, *, by: Viewer) -> Viewer:
    """The eyes of a State's partners, lent to somebody who checks what they would see. Raises PermissionDenied."""
    by.must(Permission.PREVIEW_AS, country=country)
    scope = frozenset({Scope(ScopeKind.COUNTRY, country)})
    shared = Held(role="authority", permissions=frozenset({Permission.READ_SHARED}), scopes=scope)
    return Viewer(held=(shared,), preview_of=by.user_id)
