"""Tokens for programs: shown once, never more than their person, worthless the moment they should be."""

from dataclasses import replace
from datetime import timedelta
from types import ModuleType

import pytest
from django.conf import settings as django_settings
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import Client
from django.urls import path as address

from roadstead.accounts import queries
from roadstead.accounts.actions import grants, tokens
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.actions.people import change_profile, end_sessions
from roadstead.accounts.middleware import BAD_TOKENS_A_MINUTE
from roadstead.accounts.models import Grant, Token, User
from roadstead.accounts.roles import Role
from roadstead.audit.models import Event
from roadstead.common.access.guards import needs, signed_in
from roadstead.common.access.permission import Permission
from tests.conftest import FrozenClock
from tests.people import almighty, client_of, elevated, holder, person, viewer

pytestmark = pytest.mark.django_db
ME = "/api/v1/me"


def make(one: User, *rights: Permission, days: int = 30, name: str = "nightly report") -> tuple[Token, str]:
    return tokens.make_token(
        person=one, name=name, permissions=rights or [Permission.READ_PROGRAMME], days=days, by=viewer(one)
    )


def ask(secret: str, path: str = ME, method: str = "GET", client: Client | None = None) -> HttpResponse:
    return (client or Client()).generic(method, path, headers={"authorization": f"Bearer {secret}"})


@pytest.fixture
def analyst() -> User:
    return holder(Role.ANALYST, name="Ana Lyst")


# Making


def test_a_token_reads_with_the_rights_it_was_made_with(analyst: User) -> None:
    token, secret = make(analyst, Permission.READ_PROGRAMME, Permission.READ_HISTORY)
    answer = ask(secret)
    assert answer.status_code == 200
    said = answer.json()
    assert said["name"] == "Ana Lyst"
    assert said["roles"] == [{"role": "analyst", "everywhere": True, "scopes": {}}]
    assert said["rights"] == ["read_history", "read_programme"]
    assert said["token_expires_at"].startswith(f"{token.expires_at:%Y-%m-%dT%H:%M}")
    assert "no-store" in answer.headers["Cache-Control"]
    assert not answer.cookies


def test_a_scoped_role_names_what_it_reaches() -> None:
    one = holder(Role.LIAISON, "NG", "GH")
    _, secret = make(one)
    assert ask(secret).json()["roles"] == [
        {"role": "liaison", "everywhere": False, "scopes": {"country": ["GH", "NG"]}}
    ]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"name": " "}, "Say what the token is for"),
        ({"name": "x" * 101}, "At most 100 characters"),
        ({"days": 0}, "one day at least"),
        ({"days": 366}, "365 days at most"),
        ({"permissions": []}, "Choose rights that you have"),
        ({"permissions": [Permission.READ_LOG]}, "Choose rights that you have"),
        ({"permissions": [Permission.MAKE_TOKENS]}, "Choose rights that you have"),
    ],
)
def test_what_cannot_be_made_is_refused_in_words(analyst: User, said: dict[str, object], words: str) -> None:
    asked = {"name": "report", "permissions": [Permission.READ_PROGRAMME], "days": 30, **said}
    with pytest.raises(AccountsError, match=words):
        tokens.make_token(person=analyst, by=viewer(analyst), **asked)  # type: ignore[arg-type]
    assert not Token.objects.exists()


@pytest.mark.parametrize("right", [one for one in Permission if one.elevated or one is Permission.ELEVATE])
def test_elevated_power_is_not_for_programs(right: Permission) -> None:
    for role in (Role.HEADQUARTERS, Role.ADMINISTRATOR):
        one = holder(role)
        with pytest.raises((AccountsError, PermissionDenied)):
            tokens.make_token(person=one, name="x", permissions=[right], days=1, by=elevated(one))
    assert not Token.objects.exists()


def test_a_right_that_came_to_need_power_is_lost_to_tokens(analyst: User) -> None:
    one = holder(Role.HEADQUARTERS)
    token, secret = make(one)
    Token.objects.filter(pk=token.pk).update(permissions=["read_programme", "read_restricted", "was_once_a_right"])
    assert ask(secret).json()["rights"] == ["read_programme"]
    found = queries.viewer_of_token(secret)
    assert found is not None
    assert not found[0].could(Permission.READ_RESTRICTED)


@pytest.mark.parametrize("role", Role)
def test_who_may_make_tokens(role: Role) -> None:
    one = holder(role)
    may = role not in (Role.AUTHORITY, Role.FACILITY, Role.EMBASSY, Role.AGENCY, Role.ADMINISTRATOR)
    assert viewer(one).may(Permission.MAKE_TOKENS) == may
    assert client_of(one).get("/me/tokens/").status_code == 200
    said = {"name": "x", "permissions": ["read_programme"], "days": "30"}
    if not may:
        assert client_of(one).post("/me/tokens/", said).status_code == 403
        assert not Token.objects.exists()


def test_a_token_is_made_by_its_own_person_and_by_no_token(analyst: User) -> None:
    other = holder(Role.ANALYST, name="Other Analyst")
    said = {"name": "x", "permissions": [Permission.READ_PROGRAMME], "days": 1}
    with pytest.raises(AccountsError, match="by a person who is signed in"):
        tokens.make_token(person=other, by=viewer(analyst), **said)  # type: ignore[arg-type]
    _, secret = make(analyst)
    found = queries.viewer_of_token(secret)
    assert found is not None
    with pytest.raises(PermissionDenied):
        tokens.make_token(person=analyst, by=found[0], **said)  # type: ignore[arg-type]


def test_a_person_has_twenty_tokens_at_most(analyst: User) -> None:
    for number in range(20):
        make(analyst, name=f"number {number}")
    with pytest.raises(AccountsError, match="20 tokens already"):
        make(analyst)
    tokens.revoke_token(token=Token.objects.latest("pk"), by=viewer(analyst))
    assert make(analyst)


def test_of_a_token_a_digest_alone_is_kept(analyst: User) -> None:
    token, secret = make(analyst)
    rest = secret.removeprefix(token.beginning)
    assert secret.startswith("rst_")
    assert len(rest) > 30
    assert rest not in str(Token.objects.values())
    assert rest not in str(Event.objects.for_the_system("a test").values())


# Being worthless


@pytest.mark.parametrize("secret", ["", "rst_", "rst_" + "A" * 43, "x", "A" * 5_000, "\u00e9", "rst_ two words"])
def test_an_unknown_token_is_refused(analyst: User, secret: str) -> None:
    make(analyst)
    answer = Client().get(ME, headers={"authorization": f"Bearer {secret}".encode().decode("latin-1")})
    assert answer.status_code == 401
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["type"].endswith("#bad-token")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_token_ends_with_its_last_day_whatever_the_clock_does(clock: FrozenClock) -> None:
    _, secret = make(holder(Role.ANALYST), days=1)
    made = clock.moment
    for moment, status in (
        (made, 200),
        (made + timedelta(days=1) - timedelta(seconds=1), 200),
        (made + timedelta(days=1), 401),
        (made - timedelta(seconds=1), 401),
        (made + timedelta(days=4_000), 401),
    ):
        clock.set(moment)
        assert ask(secret).status_code == status


def test_a_revoked_token_is_worthless_at_once(analyst: User) -> None:
    token, secret = make(analyst)
    other = holder(Role.ANALYST, name="Other Analyst")
    with pytest.raises(PermissionDenied):
        tokens.revoke_token(token=token, by=viewer(other))
    assert ask(secret).status_code == 200
    tokens.revoke_token(token=token, by=viewer(analyst))
    assert ask(secret).status_code == 401
    tokens.revoke_token(token=token, by=viewer(analyst))  # once more is no error, and no event
    assert Event.objects.for_the_system("a test").filter(type="accounts.token_revoked").count() == 1


def test_an_administrator_ends_tokens(analyst: User) -> None:
    first, second = make(analyst), make(analyst)
    admin = holder(Role.ADMINISTRATOR)
    tokens.revoke_token(token=first[0], by=elevated(admin))
    assert [ask(first[1]).status_code, ask(second[1]).status_code] == [401, 200]
    end_sessions(person=analyst, why="laptop lost", by=elevated(admin))
    assert ask(second[1]).status_code == 401


def test_a_role_withdrawn_takes_its_rights_from_the_token_at_once(analyst: User) -> None:
    _, secret = make(analyst)
    (grant,) = Grant.objects.filter(person=analyst)
    holder(Role.ADMINISTRATOR)
    grants.withdraw_role(grant=grant, why="left", by=almighty())
    answer = ask(secret)
    assert (answer.status_code, answer.json()["rights"], answer.json()["roles"]) == (200, [], [])


def test_a_lost_second_factor_takes_the_rights_of_staff_from_the_token(analyst: User) -> None:
    _, secret = make(analyst)
    analyst.authenticator_set.all().delete()
    assert ask(secret).json()["rights"] == []


def test_a_token_of_who_may_not_sign_in_is_worthless(analyst: User) -> None:
    _, secret = make(analyst)
    User.objects.filter(pk=analyst.pk).update(is_active=False)
    assert ask(secret).status_code == 401


def test_a_token_of_somebody_invented_is_worthless_in_production(analyst: User, settings: object) -> None:
    _, secret = make(analyst)
    User.objects.filter(pk=analyst.pk).update(invented=True)
    assert ask(secret).status_code == 200
    settings.ENVIRONMENT = replace(django_settings.ENVIRONMENT, production=True)  # type: ignore[attr-defined]
    assert ask(secret).status_code == 401


# Coming in


def test_a_token_opens_the_api_and_nothing_else(analyst: User) -> None:
    _, secret = make(analyst)
    for path in ("/me/", "/desk/", "/me/tokens/"):
        assert "/login/" in ask(secret, path).headers["Location"]


def test_a_cookie_beside_a_token_says_nothing(analyst: User) -> None:
    _, secret = make(analyst)
    browser = client_of(holder(Role.HEADQUARTERS, name="Head Quarters"), power=True)
    said = ask(secret, client=browser).json()
    assert (said["name"], said["rights"]) == ("Ana Lyst", ["read_programme"])
    assert ask("rst_nonsense", client=browser).status_code == 401  # a bad token is not saved by a good cookie


def test_without_a_token_a_signed_in_browser_only_reads(analyst: User) -> None:
    browser = client_of(analyst)
    said = browser.get(ME).json()
    assert (said["name"], said["token_expires_at"]) == ("Ana Lyst", None)
    assert "read_programme" in said["rights"]
    answer = browser.post(ME, {})
    assert (answer.status_code, "needs a token" in answer.json()["detail"]) == (405, True)
    _, secret = make(analyst)
    assert ask(secret, method="POST").status_code == 405


def test_nobody_is_asked_who_it_is() -> None:
    answer = Client().get(ME)
    assert answer.status_code == 401
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert "Authorization: Bearer" in answer.json()["detail"]


@pytest.mark.parametrize("header", ["Basic abc", "Bearer", "bearerrst_x", "Token rst_x"])
def test_other_ways_to_say_it_are_no_token(header: str) -> None:
    assert Client().get(ME, headers={"authorization": header}).json()["status"] == 401


def test_bad_tokens_are_tried_slowly(analyst: User) -> None:
    _, secret = make(analyst)
    bad = [ask(f"rst_{number:043}").status_code for number in range(BAD_TOKENS_A_MINUTE)]
    assert set(bad) == {401}
    assert [ask("rst_x").status_code, ask(secret).status_code] == [429, 429]
    other = Client(REMOTE_ADDR="198.51.100.7").get(ME, headers={"authorization": f"Bearer {secret}"})
    assert other.status_code == 200


def test_good_tokens_are_not_counted_as_bad_ones(analyst: User) -> None:
    _, secret = make(analyst)
    assert {ask(secret).status_code for _ in range(BAD_TOKENS_A_MINUTE + 5)} == {200}


def test_the_last_use_is_kept_to_the_minute(clock: FrozenClock) -> None:
    token, secret = make(holder(Role.ANALYST))
    seen = []
    for seconds in (0, 30, 45, -600):
        clock.advance(timedelta(seconds=seconds))
        ask(secret) if seconds >= 0 else None
        token.refresh_from_db()
        seen.append(token.last_used_at)
    assert seen[0] is not None
    assert seen[1] == seen[0]
    assert seen[2] == seen[0] + timedelta(seconds=75)


@signed_in
def refused(request: object) -> HttpResponse:
    raise PermissionDenied("Release information to everyone.")


@needs(Permission.GRANT_ROLES)
def powerful(request: object) -> HttpResponse:
    return HttpResponse("never")


@needs(Permission.READ_PROGRAMME)
def read(request: object) -> HttpResponse:
    return HttpResponse("read")


def test_a_refusal_in_the_api_is_told_to_programs(analyst: User, settings: object) -> None:
    views = [address("api/refused", refused), address("api/powerful", powerful), address("api/read", read)]
    pages = ModuleType("pages")
    pages.urlpatterns = views  # type: ignore[attr-defined]
    settings.ROOT_URLCONF = pages  # type: ignore[attr-defined]
    _, secret = make(analyst, Permission.READ_HISTORY)
    for path in ("/api/refused", "/api/powerful", "/api/read"):
        answer = ask(secret, path)
        assert answer.status_code == 403
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.json()["type"].endswith("#not-allowed")
    assert "Release information" in ask(secret, "/api/refused").json()["detail"]
    _, secret = make(analyst, Permission.READ_PROGRAMME)
    assert ask(secret, "/api/read").content == b"read"
    admin = client_of(holder(Role.ADMINISTRATOR))
    assert admin.get("/api/powerful").status_code == 403  # and is led to no page


def test_a_program_does_not_change_its_person(analyst: User) -> None:
    _, secret = make(analyst)
    found = queries.viewer_of_token(secret)
    assert found is not None
    with pytest.raises(AccountsError):
        change_profile(person=analyst, name="x", organisation="", language="en", time_zone="UTC", by=found[0])
    with pytest.raises(PermissionDenied):
        end_sessions(person=analyst, why="x", by=found[0])


# The page


def test_the_page_makes_shows_once_and_revokes(analyst: User) -> None:
    browser = client_of(analyst)
    said = {"name": "Nightly report", "permissions": ["read_programme"], "days": "90"}
    answer = browser.post("/me/tokens/", said)
    (token,) = Token.objects.all()
    page = answer.content.decode()
    secret = answer.context["secret"]
    assert secret in page
    assert "no-store" in answer.headers["Cache-Control"]
    assert token.expires_at - token.made_at == timedelta(days=90)
    assert ask(secret).status_code == 200
    page = browser.get("/me/tokens/").content.decode()
    assert secret not in page
    assert "Nightly report" in page
    assert f"{token.beginning}…" in page
    assert browser.get(f"/me/tokens/{token.pk}/revoke/").status_code == 405
    other = client_of(holder(Role.ANALYST, name="Other Analyst"))
    assert other.post(f"/me/tokens/{token.pk}/revoke/").status_code == 404
    assert "was revoked" in browser.post(f"/me/tokens/{token.pk}/revoke/", follow=True).content.decode()
    assert ask(secret).status_code == 401


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"name": ""}, "This field is required"),
        ({"permissions": []}, "Choose at least one right"),
        ({"permissions": ["read_log"]}, "not one of the available choices"),
        ({"permissions": ["make_tokens"]}, "not one of the available choices"),
        ({"days": "4000"}, "not one of the available choices"),
    ],
)
def test_the_form_says_what_is_wrong(analyst: User, said: dict[str, object], words: str) -> None:
    asked = {"name": "kept words", "permissions": ["read_programme"], "days": "30", **said}
    page = client_of(analyst).post("/me/tokens/", asked).content.decode()
    assert words in page
    assert not Token.objects.exists()


def test_who_lost_the_role_still_revokes(analyst: User) -> None:
    token, _ = make(analyst)
    (grant,) = Grant.objects.filter(person=analyst)
    holder(Role.ADMINISTRATOR)
    grants.withdraw_role(grant=grant, why="left", by=almighty())
    browser = client_of(analyst)
    page = browser.get("/me/tokens/").content.decode()
    assert "None of your roles lets you make tokens" in page
    browser.post(f"/me/tokens/{token.pk}/revoke/")
    token.refresh_from_db()
    assert token.revoked_at is not None


def test_who_has_no_role_has_an_honest_page() -> None:
    assert "None of your roles" in client_of(person()).get("/me/tokens/").content.decode()
