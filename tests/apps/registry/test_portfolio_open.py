"""What is open with a country goes with a hand-over: each app says its own, and nothing restricted is told."""

from datetime import timedelta

import pytest

from roadstead.accounts.actions.invitations import invite
from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common.access.scope import Scope, ScopeKind
from roadstead.registry import open_items
from tests import people
from tests.apps.engagement.planting import plant
from tests.apps.registry import posting
from tests.apps.registry.posting import days

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _countries(clock) -> None:
    posting.countries()


@pytest.fixture
def by() -> User:
    return posting.headquarters()


def texts(*codes: str) -> list[str]:
    return [f"{item.country} {item.text}" for item in open_items.open_with(codes)]


def test_nothing_is_open_at_first(by: User) -> None:
    assert texts("NG", "GH") == []


def test_information_that_ends_soon_is_and_restricted_one_is_not(by: User) -> None:
    plant(by=by, mark="programme", countries=["NG"], title="Gate times", valid_until=days(20))
    plant(by=by, mark="restricted", countries=["NG"], title="Secret gate", valid_until=days(20))
    plant(by=by, mark="programme", countries=["NG"], title="Long valid", valid_until=days(200))
    plant(by=by, mark="programme", countries=["GH"], title="Elsewhere", valid_until=days(20))
    (said,) = texts("NG")
    assert said == "NG “Gate times” is good until 12 December 2026: renew it, or let it end."


def test_an_open_invitation_is_without_the_person_s_name(by: User, clock) -> None:
    scopes = [Scope(ScopeKind.COUNTRY, "NG")]
    invite(
        email="new@example.org", name="New Person", role=Role.AUTHORITY, scopes=scopes, why="x", by=people.viewer(by)
    )
    (said,) = texts("NG")
    assert said.startswith("NG An invitation (Designated Authority) is open until")
    assert "New Person" not in said
    assert texts("GH") == []
    clock.advance(timedelta(days=60))
    assert texts("NG") == []


def test_a_kind_is_said_once() -> None:
    with pytest.raises(ValueError, match="twice"):
        open_items.register("covers", lambda countries, viewer: [])
