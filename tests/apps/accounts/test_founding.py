"""The first administrator of a new installation."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from roadstead.accounts.models import User
from roadstead.accounts.queries import viewer_of
from roadstead.audit.models import Event
from tests.people import holder, person

pytestmark = pytest.mark.django_db
EMAIL = "first@example.org"


def run(email: str = EMAIL, name: str = "Fay First") -> str:
    said = StringIO()
    call_command("first_administrator", email, name=name, stdout=said)
    return said.getvalue()


def test_the_first_administrator_sets_a_password_and_signs_in() -> None:
    path = next(line for line in run().splitlines() if line.startswith("/accounts/"))
    client = Client()
    client.get(path)
    page = client.get(path, follow=True)
    form = page.redirect_chain[-1][0]
    new = "a harbour full of quiet boats"
    assert client.post(form, {"password1": new, "password2": new}).status_code == 302
    assert User.objects.get(email=EMAIL).check_password(new)
    assert Client().get(path, follow=True).content.count(b'type="password"') == 0, "the link is good once"


def test_rights_wait_for_a_second_factor() -> None:
    run()
    viewer = viewer_of(User.objects.get(email=EMAIL))
    assert not viewer.held
    assert viewer.waiting


def test_it_is_recorded_as_done_by_the_command() -> None:
    run()
    events = Event.objects.for_the_system("a test").filter(subject=str(User.objects.get(email=EMAIL).pk))
    assert {event.type for event in events} == {"accounts.account_made", "accounts.role_granted"}
    assert all(
        event.actor is None and event.personal["actor"]["value"].startswith("roadstead manage") for event in events
    )


def test_it_begins_and_does_no_more() -> None:
    holder("administrator")
    with pytest.raises(CommandError, match="an administrator already"):
        run()


@pytest.mark.parametrize(("email", "name"), [("nobody", "Fay"), (EMAIL, " ")])
def test_what_is_wrong_is_said(email: str, name: str) -> None:
    with pytest.raises(CommandError):
        run(email, name)
    assert not User.objects.exists()


def test_an_address_that_is_taken_is_refused() -> None:
    person(email=EMAIL)
    with pytest.raises(CommandError, match="already"):
        run()
