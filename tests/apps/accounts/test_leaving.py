"""The end of an account."""

import pytest
from django.core.exceptions import PermissionDenied

from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.actions.grants import withdraw_role
from roadstead.accounts.actions.leaving import close_account
from roadstead.accounts.models import Grant, User
from roadstead.audit.models import Event
from roadstead.common.access.viewer import NeedsElevation
from roadstead.core import proof
from tests.people import almighty, client_of, elevated, holder, person, viewer

pytestmark = pytest.mark.django_db
NAME, ADDRESS = "Lena Leaving", "lena.leaving@example.org"


@pytest.fixture
def leaver() -> User:
    """Somebody who held a role that was withdrawn."""
    made = holder("analyst", name=NAME, email=ADDRESS)
    withdraw_role(grant=Grant.objects.get(person=made), why="left", by=almighty())
    return made


def events() -> list[Event]:
    return list(Event.objects.for_the_system("a test").order_by("number"))


def test_nothing_names_the_person_any_more(leaver: User) -> None:
    admin = holder("administrator")
    client = client_of(admin, power=True)
    answer = client.post(f"/desk/accounts/{leaver.pk}/close/", {"why": "asked for it"}, follow=True)
    assert answer.redirect_chain == [("/desk/accounts/", 302)]
    leaver.refresh_from_db()
    assert not leaver.is_active
    for path in ("/desk/accounts/", f"/desk/accounts/{leaver.pk}/", "/desk/log/", "/desk/accounts.csv"):
        text = client.get(path, follow=True).content.decode() if "csv" not in path else answer.content.decode()
        assert NAME not in text
        assert ADDRESS not in text
    assert not [one for one in events() if NAME in str(one.personal) or ADDRESS in str(one.personal)]


def test_the_record_still_proves_itself(leaver: User) -> None:
    before = len(events())
    close_account(person=leaver, why="asked for it", by=elevated(holder("administrator")))
    after = events()
    assert len(after) > before
    assert proof.check(event.link() for event in after).holds
    assert "accounts.account_closed" in {event.type for event in after}


def test_a_session_that_is_open_ends(leaver: User) -> None:
    client = client_of(leaver)
    assert client.get("/me/").status_code == 200
    close_account(person=leaver, why="asked for it", by=elevated(holder("administrator")))
    assert client.get("/me/").status_code == 302


def test_a_role_in_force_is_withdrawn_first() -> None:
    with pytest.raises(AccountsError, match="Withdraw every role first"):
        close_account(person=holder("analyst", name=NAME), why="left", by=elevated(holder("administrator")))
    assert User.objects.filter(name=NAME, is_active=True).exists()


def test_nobody_closes_their_own_account_and_none_twice(leaver: User) -> None:
    admin = holder("administrator")
    by = elevated(admin)
    with pytest.raises(AccountsError, match="their own"):
        close_account(person=admin, why="tired", by=by)
    close_account(person=leaver, why="left", by=by)
    with pytest.raises(AccountsError, match="already"):
        close_account(person=leaver, why="left", by=by)


def test_who_may_not_does_not() -> None:
    someone = person(NAME)
    with pytest.raises(NeedsElevation):
        close_account(person=someone, why="left", by=viewer(holder("administrator")))
    with pytest.raises(PermissionDenied):
        close_account(person=someone, why="left", by=viewer(holder("headquarters")))
