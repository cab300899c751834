"""Signing in by a password: throttled for every process, silent about who has an account."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core import mail
from django.test import Client

from roadstead.accounts.models import Limit, User
from roadstead.audit.models import Event
from tests import people
from tests.apps.accounts.signin.conftest import is_in, sign_in, told

pytestmark = pytest.mark.django_db
WRONG = "a wrong password of some length"


def test_a_right_password_signs_in_and_is_recorded(ana: User) -> None:
    client = Client()
    response = sign_in(client, ana)
    assert response.headers["Location"] == "/me/home/"
    assert is_in(client)
    assert told() == ["signed_in"]
    event = Event.objects.for_the_system("a test").get()
    assert event.actor == ana.pk
    assert event.data == {"means": ["password"]}
    assert event.personal["address"]["value"] == "127.0.0.1"


def test_the_page_that_was_wanted_comes_next_and_no_foreign_one(ana: User) -> None:
    assert sign_in(Client(), ana, next="/me/security/").headers["Location"] == "/me/security/"
    assert sign_in(Client(), ana, next="https://evil.example/").headers["Location"] == "/me/home/"


def test_a_wrong_password_is_recorded_without_what_was_typed(ana: User) -> None:
    response = sign_in(Client(), ana, WRONG)
    assert "The address or the password is wrong" in response.content.decode()
    event = Event.objects.for_the_system("a test").get()
    assert (event.type, event.actor, event.subject) == ("accounts.sign_in_failed", None, str(ana.pk))
    assert event.data == {"means": "password"}
    assert not event.personal
    assert WRONG not in response.content.decode()


def test_an_unknown_address_is_answered_as_a_wrong_password_and_leaves_nothing(ana: User) -> None:
    known = sign_in(Client(), ana, WRONG).content.decode()
    unknown = sign_in(Client(), "nobody@example.org", WRONG).content.decode()
    assert _without_tokens(known) == _without_tokens(unknown).replace("nobody@example.org", ana.email)
    assert told() == ["sign_in_failed"]


def test_the_sixth_wrong_password_is_refused_and_so_is_then_the_right_one(ana: User) -> None:
    for _ in range(5):
        assert "is wrong" in sign_in(Client(), ana, WRONG).content.decode()
    sixth = sign_in(Client(), ana, WRONG).content.decode()
    assert "Too many attempts failed. Wait five minutes" in sixth
    assert "Too many attempts failed" in sign_in(Client(), ana).content.decode()
    assert told() == ["sign_in_failed"] * 5


def test_after_five_minutes_the_right_password_is_let_in(ana: User, later: Callable[[float], None]) -> None:
    for _ in range(6):
        sign_in(Client(), ana, WRONG)
    later(301)
    client = Client()
    sign_in(client, ana)
    assert is_in(client)


def test_one_network_address_may_not_try_many_accounts(ana: User) -> None:
    for number in range(10):
        sign_in(Client(), f"nobody{number}@example.org", WRONG)
    assert "Too many attempts failed" in sign_in(Client(), ana).content.decode()


def test_attempts_are_counted_for_every_process_in_one_table(ana: User) -> None:
    sign_in(Client(), ana, WRONG)
    assert Limit.objects.filter(cache_key__contains="login_failed").count() == 2  # of the account, of the address


def test_a_session_planted_before_the_sign_in_is_worthless_after_it(ana: User) -> None:
    client = Client()
    client.get("/accounts/login/")
    session = client.session
    session["planted"] = "by an attacker"
    session.save()
    client.cookies["sessionid"] = session.session_key
    sign_in(client, ana)
    assert client.cookies["sessionid"].value != session.session_key
    stolen = Client()
    stolen.cookies["sessionid"] = session.session_key
    assert not is_in(stolen)


def test_cookies_are_out_of_reach_of_scripts(ana: User) -> None:
    response = sign_in(Client(), ana)
    for name in ("sessionid", "csrftoken"):
        assert response.cookies[name]["httponly"], name
        assert response.cookies[name]["samesite"] == "Lax"


def test_somebody_who_may_not_sign_in_is_told_so(ana: User) -> None:
    User.objects.filter(pk=ana.pk).update(is_active=False)
    client = Client()
    response = sign_in(client, ana)
    assert response.headers["Location"] == "/accounts/inactive/"
    assert not is_in(client)


def test_signing_out_is_recorded_and_ends_the_session(ana: User) -> None:
    client = Client()
    sign_in(client, ana)
    copy = Client()
    copy.cookies["sessionid"] = client.cookies["sessionid"].value
    client.post("/accounts/logout/")
    assert told() == ["signed_in", "signed_out"]
    assert not is_in(client)
    assert not is_in(copy)


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("short", "too short"),
        ("passwordpassword1", "too common"),
        ("Dragon!123456789012", "too common"),
        ("qwertyqwertyqwert", "too common"),
        ("aaaaaaaaaaaaaaaaaaaa", "too common"),
        ("31415926535897932384626", "too common"),
        ("ana.reyes@example.org", "too similar to the e-mail address"),
    ],
)
def test_rules_of_passwords_are_said(ana: User, password: str, words: str) -> None:
    client = Client()
    sign_in(client, ana)
    sent = {"oldpassword": people.PASSWORD, "password1": password, "password2": password}
    assert words in client.post("/accounts/password/change/", sent).content.decode()
    ana.refresh_from_db()
    assert ana.check_password(people.PASSWORD)


def test_a_changed_password_ends_every_other_session(ana: User) -> None:
    here, there = Client(), Client()
    sign_in(here, ana)
    sign_in(there, ana)
    new = "quite another sentence"
    sent = {"oldpassword": people.PASSWORD, "password1": new, "password2": new}
    assert here.post("/accounts/password/change/", sent).headers["Location"] == "/me/security/"
    assert is_in(here)
    assert not is_in(there)
    assert "password_changed" in told()
    assert [message.to for message in mail.outbox] == [[ana.email]]


def test_a_new_password_by_link_works_once_and_is_recorded(ana: User) -> None:
    link = _reset_link(ana)
    client, new = Client(), "quite another sentence"
    form = client.get(link).headers["Location"]
    assert "set-password" in form, "the secret leaves the address before the page is shown"
    client.post(form, {"password1": new, "password2": new})
    ana.refresh_from_db()
    assert ana.check_password(new)
    assert told() == ["password_changed"]
    assert Event.objects.for_the_system("a test").get().data == {"by_link": True}
    assert "not good any more" in Client().get(link, follow=True).content.decode()


def test_a_link_for_a_new_password_dies_after_an_hour(ana: User, monkeypatch: pytest.MonkeyPatch) -> None:
    link = _reset_link(ana)
    present = PasswordResetTokenGenerator._now
    monkeypatch.setattr(PasswordResetTokenGenerator, "_now", lambda self: present(self) + timedelta(seconds=3_601))
    assert "not good any more" in Client().get(link, follow=True).content.decode()


def test_asking_for_a_new_password_does_not_say_who_has_an_account(ana: User) -> None:
    known = Client().post("/accounts/password/reset/", {"email": ana.email}, follow=True)
    unknown = Client().post("/accounts/password/reset/", {"email": "nobody@example.org"}, follow=True)
    assert known.redirect_chain == unknown.redirect_chain
    assert known.content == unknown.content
    assert [message.to[0] for message in mail.outbox] == [ana.email, "nobody@example.org"]
    assert "no account for this address" in mail.outbox[1].body.lower()


def _reset_link(person: User) -> str:
    Client().post("/accounts/password/reset/", {"email": person.email})
    found = re.search(r"http://testserver(/accounts/password/reset/key/\S+)", mail.outbox[-1].body)
    assert found
    return found[1]


def _without_tokens(page: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)
