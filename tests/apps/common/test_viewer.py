"""Rights as a value: what is held, what it reaches, and that a careless question is a mistake and no answer."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied

from roadstead.accounts.roles import MEANINGS, Role
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import Scope, ScopeError, ScopeKind
from roadstead.common.access.viewer import PUBLIC, Elevated, Held, NeedsElevation, Viewer, as_state, system

NIGERIA = Scope(ScopeKind.COUNTRY, "NG")
POWER = Elevated(1, "a test", datetime(2026, 11, 22, 13, tzinfo=UTC))


def viewer(role: Role, *scopes: Scope) -> Viewer:
    meaning = MEANINGS[role]
    reach = None if meaning.scope is None else frozenset(scopes)
    return Viewer(7, "Ana", (Held(role, meaning.permissions, reach),))


@pytest.mark.parametrize("permission", list(Permission))
def test_a_wrong_or_missing_scope_raises_whoever_asks(permission: Permission) -> None:
    wrong = {"company": "X"} if ScopeKind.COMPANY not in permission.asked_of else {"zone": "X"}
    for someone in (PUBLIC, viewer(Role.HEADQUARTERS), system("a test")):
        with pytest.raises(ScopeError):
            someone.may(permission, **wrong)
        with pytest.raises(ScopeError):
            someone.must(permission, **wrong)
        if permission.asked_of:
            with pytest.raises(ScopeError):
                someone.may(permission)


@pytest.mark.parametrize("value", ["", None, 5])
def test_a_scope_that_is_none_raises(value: object) -> None:
    with pytest.raises(ScopeError):
        PUBLIC.may(Permission.READ_SHARED, country=value)  # type: ignore[arg-type]


def test_two_scopes_at_once_raise() -> None:
    with pytest.raises(ScopeError):
        PUBLIC.may(Permission.READ_SHARED, country="NG", facility="NGAPP-0001")


def test_reach_of_a_kind_that_is_not_asked_raises() -> None:
    with pytest.raises(ScopeError):
        PUBLIC.reach(Permission.READ_SHARED, ScopeKind.ZONE)


def test_a_right_reaches_what_it_was_given_for() -> None:
    authority = viewer(Role.AUTHORITY, NIGERIA)
    assert authority.may(Permission.READ_SHARED, country="NG")
    assert not authority.may(Permission.READ_SHARED, country="GH")
    assert authority.reach(Permission.READ_SHARED, ScopeKind.COUNTRY) == {"NG"}
    assert authority.holds(Permission.READ_SHARED)
    with pytest.raises(PermissionDenied):
        authority.must(Permission.READ_SHARED, country="GH")


def test_a_role_that_reaches_everything_has_no_list() -> None:
    headquarters = viewer(Role.HEADQUARTERS)
    assert headquarters.may(Permission.READ_SHARED, country="ZW")
    assert headquarters.reach(Permission.READ_SHARED, ScopeKind.COUNTRY) is None


def test_elevated_rights_hold_only_meanwhile() -> None:
    admin = viewer(Role.ADMINISTRATOR)
    assert admin.could(Permission.GRANT_ROLES)
    assert not admin.may(Permission.GRANT_ROLES)
    assert not admin.holds(Permission.GRANT_ROLES)
    with pytest.raises(NeedsElevation):
        admin.must(Permission.GRANT_ROLES)
    assert replace(admin, elevated=POWER).may(Permission.GRANT_ROLES)


def test_power_gives_nobody_what_the_role_has_not() -> None:
    liaison = replace(viewer(Role.LIAISON, NIGERIA), elevated=POWER)
    assert not liaison.may(Permission.GRANT_ROLES)
    with pytest.raises(PermissionDenied) as refused:
        liaison.must(Permission.GRANT_ROLES)
    assert not isinstance(refused.value, NeedsElevation)


def test_a_token_narrows_and_never_widens() -> None:
    narrow = replace(viewer(Role.LIAISON, NIGERIA), limited_to=frozenset({Permission.READ_SHARED}))
    assert narrow.may(Permission.READ_SHARED, country="NG")
    assert not narrow.may(Permission.READ_PROGRAMME)
    assert narrow.permissions == {Permission.READ_SHARED}
    assert not replace(narrow, limited_to=frozenset({Permission.READ_LOG})).holds(Permission.READ_LOG)


def test_the_public_may_nothing_that_is_asked_for() -> None:
    assert not any(PUBLIC.could(permission) for permission in Permission)


def test_the_eyes_of_a_state_are_lent_to_who_may_share_with_it() -> None:
    liaison = viewer(Role.LIAISON, NIGERIA)
    eyes = as_state("NG", by=liaison)
    assert eyes.preview_of == 7
    assert eyes.may(Permission.READ_SHARED, country="NG")
    assert not eyes.holds(Permission.READ_PROGRAMME)
    with pytest.raises(PermissionDenied):
        as_state("GH", by=liaison)


@pytest.mark.parametrize("role", list(Role))
def test_every_role_says_what_it_is_for(role: Role) -> None:
    meaning = MEANINGS[role]
    assert str(meaning.text).endswith(".")
    assert meaning.permissions
    assert all(str(permission.meaning).endswith(".") for permission in meaning.permissions)


def test_every_right_belongs_to_some_role() -> None:
    assert {one for meaning in MEANINGS.values() for one in meaning.permissions} == set(Permission)
