"""Staff have no rights of their roles until they have set up a second factor."""

import pytest

from roadstead.accounts import queries
from roadstead.accounts.models import User
from roadstead.accounts.roles import MEANINGS, Role
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import NeedsSecondFactor
from tests import people

pytestmark = pytest.mark.django_db
STAFF = [role for role in Role if MEANINGS[role].staff]


@pytest.mark.parametrize("role", STAFF)
def test_a_staff_role_waits_for_a_second_factor(role: Role) -> None:
    person = people.holder(role, second_factor=False)
    viewer = queries.viewer_of(person)
    assert not viewer.held
    assert [one.role for one in viewer.waiting] == [role]
    for permission in MEANINGS[role].permissions:
        assert not viewer.holds(permission)
        assert viewer.waits_for(permission)
    people.add_second_factor(person)
    assert queries.viewer_of(person).permissions == MEANINGS[role].permissions


def test_other_roles_of_the_same_person_do_not_wait() -> None:
    person = people.holder(Role.ANALYST, second_factor=False)
    people.give(person, Role.OPERATOR)
    viewer = queries.viewer_of(person)
    assert viewer.may(Permission.USE_SHIPS)
    with pytest.raises(NeedsSecondFactor):
        viewer.must(Permission.USE_DESK)


def test_recovery_codes_alone_are_no_second_factor() -> None:
    from allauth.mfa.models import Authenticator

    person = people.holder(Role.ANALYST, second_factor=False)
    Authenticator.objects.create(user=person, type=Authenticator.Type.RECOVERY_CODES, data={"seed": "s"})
    assert queries.viewer_of(person).waiting


def test_invented_people_are_not_exempt_in_production(as_production) -> None:
    person = people.holder(Role.ANALYST, second_factor=False)
    User.objects.filter(pk=person.pk).update(invented=True)
    person.refresh_from_db()
    assert queries.viewer_of(person).waiting


def test_it_costs_no_query_of_its_own(at_most_queries) -> None:
    person = people.holder(Role.ANALYST)
    with at_most_queries(1):
        assert queries.viewer_of(person).held


def test_invented_people_of_the_demonstration_are_exempt() -> None:
    person = people.holder(Role.ANALYST, second_factor=False)
    User.objects.filter(pk=person.pk).update(invented=True)
    person.refresh_from_db()
    assert queries.viewer_of(person).may(Permission.USE_DESK)
