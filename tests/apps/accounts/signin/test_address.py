"""Another e-mail address: proved by a link before it counts."""

import re

import pytest
from django.core import mail
from django.test import Client

from roadstead.accounts.models import User
from roadstead.audit.models import Event
from tests import people
from tests.apps.accounts.signin.conftest import is_in, prove, sign_in, told

pytestmark = pytest.mark.django_db
NEW = "Ana.Reyes@new.example.org"


@pytest.fixture
def client_of_ana(ana: User) -> Client:
    client = Client()
    sign_in(client, ana)
    prove(client)
    return client


def ask(client: Client, address: str = NEW) -> str:
    """Ask for another address; the link that goes there."""
    client.post("/accounts/email/", {"action_add": "1", "email": address})
    found = re.search(r"http://testserver(/accounts/confirm-email/\S+)", mail.outbox[-1].body)
    assert found
    return found[1]


def test_it_counts_once_its_link_was_opened_and_is_recorded(ana: User, client_of_ana: Client) -> None:
    link = ask(client_of_ana)
    assert mail.outbox[-1].to == [NEW.lower()]
    ana.refresh_from_db()
    assert ana.email == "ana.reyes@example.org"
    assert "Is ana.reyes@new.example.org your address?" in client_of_ana.get(link).content.decode()
    client_of_ana.post(link)
    ana.refresh_from_db()
    assert ana.email == NEW.lower()
    assert told()[-1] == "address_changed"
    event = Event.objects.for_the_system("a test").get(type="accounts.address_changed")
    assert set(event.personal) >= {"old", "new"}
    assert "example.org" not in str(event.data)
    fresh = Client()
    sign_in(fresh, NEW)
    assert is_in(fresh)


def test_the_owner_is_asked_anew_who_it_is(ana: User) -> None:
    client = Client()
    sign_in(client, ana)
    response = client.post("/accounts/email/", {"action_add": "1", "email": NEW})
    assert response.headers["Location"].startswith("/accounts/reauthenticate/")
    assert not mail.outbox


def test_an_address_of_somebody_else_is_not_told_of(client_of_ana: Client) -> None:
    other = people.person("Ben Okafor")
    page = client_of_ana.post("/accounts/email/", {"action_add": "1", "email": other.email}, follow=True)
    assert "registered" not in page.content.decode()
    other.refresh_from_db()
    assert other.email == "ben.okafor@example.org"


def test_a_change_can_be_dropped(ana: User, client_of_ana: Client) -> None:
    link = ask(client_of_ana)
    assert "Waiting for its link" in client_of_ana.get("/accounts/email/").content.decode()
    client_of_ana.post("/accounts/email/", {"action_remove": "1", "email": NEW})
    client_of_ana.post(link)
    ana.refresh_from_db()
    assert ana.email == "ana.reyes@example.org"
