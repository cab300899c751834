"""A State's own file for its partners: what was shared, and nothing else."""

import pytest

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from tests import people
from tests.apps.engagement.planting import plant
from tests.apps.registry.entering import country
from tests.apps.web.countries.planting import facility, officer, organisation, person
from tests.conftest import FrozenClock

pytestmark = pytest.mark.django_db
OWN = "/partner/country/"


@pytest.fixture(autouse=True)
def _countries(clock: FrozenClock) -> None:
    for code in ("NG", "GH", "TG"):
        country(code)


@pytest.fixture
def liaison() -> User:
    return people.holder(Role.LIAISON, "NG", "GH", name="Lea Liaison")


@pytest.fixture
def planted(liaison: User) -> None:
    shared = {"mark": "partner", "states": ["NG"]}
    authority = organisation(liaison, "Shared Authority", "designated_authority", **shared)
    organisation(liaison, "Our Notes On Them", "police")
    organisation(liaison, "For Ghana Alone", "customs", mark="partner", states=["GH"])
    facility(liaison, "Shared Quay", **shared)
    facility(liaison, "Unshared Quay")
    person(liaison, "Shared Person", authority, **shared)
    person(liaison, "Unshared Person", authority)
    plant(title="Shared note", mark="partner", states=["NG"], by=liaison)
    plant(title="Our note", countries=["NG"], by=liaison)
    officer(liaison)


def page(who: User, address: str = OWN, status: int = 200) -> str:
    response = people.client_of(who).get(address)
    assert response.status_code == status
    return response.content.decode()


@pytest.mark.usefixtures("planted")
@pytest.mark.parametrize("role", [Role.AUTHORITY, Role.EMBASSY, Role.AGENCY])
def test_what_was_shared_and_nothing_else(role: Role) -> None:
    text = page(people.holder(role, "NG"))
    for words in ("Nigeria", "Shared Authority", "Shared Quay", "Shared Person", "Shared note", "Lea Liaison"):
        assert words in text
    for words in ("Our Notes", "Ghana", "Unshared", "Our note", "/desk/"):
        assert words not in text, words


@pytest.mark.usefixtures("planted")
def test_another_states_file_is_not_there() -> None:
    ngozi = people.holder(Role.AUTHORITY, "NG")
    page(ngozi, f"{OWN}?country=GH", 404)
    page(ngozi, f"{OWN}?country=%00", 404)
    assert "Nigeria" in page(ngozi, f"{OWN}?country=ng")
    togo = page(people.holder(Role.AUTHORITY, "TG", email="togo@example.org"))
    assert "Togo" in togo
    assert "Shared" not in togo.replace("Shared with us", "")


@pytest.mark.usefixtures("planted")
def test_the_programmes_people_see_it_as_the_state_does(liaison: User) -> None:
    text = page(liaison, f"{OWN}?country=NG")
    assert "Shared Authority" in text
    assert "Our Notes" not in text
    assert "Unshared" not in text


def test_somebody_with_several_states_chooses() -> None:
    both = people.holder(Role.AGENCY, "NG", "GH")
    assert 'name="country"' in page(both)
    assert "Nigeria" in page(both, f"{OWN}?country=NG")


def test_a_state_that_is_not_loaded_is_said() -> None:
    assert "No State’s file is open to you" in page(people.holder(Role.AUTHORITY, "ZW"))
