"""Invented people: made once, marked as such, switched between by a button; none of it in production."""

import json
import stat
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from roadstead.accounts import demonstration, queries
from roadstead.accounts.actions.demonstration import PEOPLE
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.models import Grant, User
from roadstead.accounts.roles import MEANINGS, Role
from roadstead.cli import serve
from tests.apps.accounts.signin.conftest import is_in, sign_in, told

pytestmark = pytest.mark.django_db
MARK = "Demonstration: invented people"


def test_there_is_one_for_each_role_and_each_is_plainly_invented(made: list[demonstration.Account]) -> None:
    assert {one.person.role for one in made} == set(Role)
    for one in made:
        person = User.objects.get(email=one.person.email)
        assert person.invented
        assert person.name.endswith("(invented)")
        assert person.email.endswith(".example")
        assert queries.viewer_of(person).roles == {one.person.role}, "no second factor is asked of them"


def test_passwords_are_kept_for_the_owner_of_the_files_alone(made: list[demonstration.Account]) -> None:
    path = Path(settings.DATA_DIR) / "demonstration.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    kept = json.loads(path.read_text())
    assert kept == {one.person.handle: one.password for one in made}
    assert len(set(kept.values())) == len(kept)
    client = Client()
    sign_in(client, made[0].person.email, made[0].password)
    assert is_in(client)


def test_a_second_start_changes_nothing(made: list[demonstration.Account]) -> None:
    before = told()
    assert demonstration.make() == made
    assert told() == before
    assert Grant.objects.count() == len(PEOPLE)


def test_the_greeting_lists_them_in_a_table(made: list[demonstration.Account]) -> None:
    table = serve._people()
    for one in made:
        (line,) = [line for line in table.splitlines() if f" {one.person.email} " in line]
        assert line.split() == [*str(one.person.role.label).split(), one.person.email, one.password]


@pytest.mark.parametrize("one", PEOPLE, ids=lambda one: one.handle)
def test_a_button_signs_in_as_each(made: list[demonstration.Account], one) -> None:
    client = Client()
    page = client.get("/demonstration/").content.decode()
    assert f'action="/demonstration/sign-in/{one.handle}/"' in page
    response = client.post(f"/demonstration/sign-in/{one.handle}/", follow=True)
    assert response.redirect_chain[-1] == (MEANINGS[one.role].home, 302)
    assert response.status_code == 200
    assert MARK in response.content.decode()


def test_switching_replaces_the_person_and_both_are_recorded(made: list[demonstration.Account]) -> None:
    client = Client()
    client.post("/demonstration/sign-in/liaison/")
    first = client.cookies["sessionid"].value
    client.post("/demonstration/sign-in/embassy/")
    assert client.get("/me/security/").context["viewer"].roles == {Role.EMBASSY}
    assert told()[-3:] == ["signed_in", "signed_out", "signed_in"]
    left = Client()
    left.cookies["sessionid"] = first
    assert not is_in(left)


def test_a_link_does_not_switch(made: list[demonstration.Account]) -> None:
    assert Client().get("/demonstration/sign-in/liaison/").status_code == 405


@pytest.mark.parametrize("handle", ["nobody", "..", "1"])
def test_nobody_else_is_to_be_had(made: list[demonstration.Account], handle: str) -> None:
    assert Client().post(f"/demonstration/sign-in/{handle}/").status_code == 404


def test_a_real_account_with_the_same_address_is_not_to_be_had(made: list[demonstration.Account]) -> None:
    User.objects.filter(email="liaison@roadstead.example").update(invented=False)
    assert Client().post("/demonstration/sign-in/liaison/").status_code == 404


def test_production_has_no_switcher(made: list[demonstration.Account], as_production: None) -> None:
    assert Client().get("/demonstration/").status_code == 404
    assert Client().post("/demonstration/sign-in/administrator/").status_code == 404


def test_production_makes_nobody_up(db: None, as_production: None) -> None:
    with pytest.raises(AccountsError):
        demonstration.make()
    assert serve._people() == ""
    assert not User.objects.exists()


def test_production_lets_nobody_invented_in(made: list[demonstration.Account], as_production: None) -> None:
    client = Client()
    sign_in(client, made[0].person.email, made[0].password)
    assert not is_in(client)


def test_nor_stay_in(made: list[demonstration.Account], request: pytest.FixtureRequest) -> None:
    client = Client()
    sign_in(client, made[0].person.email, made[0].password)
    request.getfixturevalue("as_production")
    assert not is_in(client)


def test_production_says_that_invented_people_are_there(
    made: list[demonstration.Account], as_production: None, capsys: pytest.CaptureFixture[str]
) -> None:
    serve._warn_of_invented_people()
    assert f"{len(PEOPLE)} invented people" in capsys.readouterr().err


def test_production_has_no_mark_of_the_demonstration(ana: User, as_production: None) -> None:
    client = Client()
    sign_in(client, ana)
    assert MARK not in client.get("/me/security/").content.decode()


def test_the_button_shows_anew_who_one_is(made: list[demonstration.Account]) -> None:
    client = Client()
    client.post("/demonstration/sign-in/administrator/")
    client.post("/me/elevated/", {"why": "Someone lost a phone."})
    assert client.get("/me/security/").context["viewer"].elevated
