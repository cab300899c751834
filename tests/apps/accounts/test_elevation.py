"""Elevated power: taken up anew each time, in one browser, for a while, with a reason; and gone otherwise."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.test import Client

from roadstead.accounts import queries
from roadstead.accounts.actions import elevation, grants, tokens
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.actions.people import end_sessions
from roadstead.accounts.models import Elevation, Grant, User
from roadstead.accounts.roles import Role
from roadstead.audit.models import Event
from roadstead.common import clock as clock_of_the_product
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import NeedsElevation
from tests.apps.accounts.signin.conftest import code, later, sign_in  # noqa: F401 - a fixture
from tests.conftest import FrozenClock
from tests.people import PASSWORD, almighty, client_of, elevated, give, holder, person, viewer

pytestmark = pytest.mark.django_db
WHY = "The new officer starts today"


def administrator(name: str = "Ada Keeper") -> User:
    one = person(name, password=PASSWORD)
    give(one, Role.ADMINISTRATOR)
    return one


def signed_in(one: User, **extra: str) -> Client:
    """A browser that went through the sign-in page, second factor and all."""
    client = Client(**extra)
    sign_in(client, one)
    client.post("/accounts/2fa/authenticate/", {"code": code()})
    return client


def prove(client: Client) -> None:
    assert client.post("/accounts/reauthenticate/", {"password": PASSWORD}).status_code == 302


def powerful(client: Client) -> bool:
    """Whether this browser opens a page that needs elevated power."""
    answer = client.get(f"/desk/accounts/{User.objects.latest('pk').pk}/roles/new/")
    return answer.status_code == 200


def take_up(client: Client, **said: str) -> object:
    return client.post("/me/elevated/", {"why": WHY, **said})


@pytest.fixture
def browser() -> Client:
    """An administrator’s browser that has just proved who it is."""
    client = signed_in(administrator())
    prove(client)
    person("Somebody Else")
    return client


def test_power_is_refused_until_it_is_taken_up_and_after_it_is_laid_down(browser: Client) -> None:
    assert not powerful(browser)
    take_up(browser)
    assert powerful(browser)
    page = browser.get("/me/").content.decode()
    assert WHY in page  # shown while it lasts, on every page
    assert "You have laid elevated power down" in browser.post("/me/elevated/lay-down/", follow=True).content.decode()
    assert not powerful(browser)
    kinds = [event.type for event in Event.objects.for_the_system("a test").order_by("number")]
    assert [kind for kind in kinds if "elevat" in kind] == ["accounts.elevated", "accounts.elevation_ended"]


def test_one_is_led_there_and_back(browser: Client) -> None:
    wanted = f"/desk/accounts/{User.objects.latest('pk').pk}/roles/new/"
    led = browser.get(wanted).headers["Location"]
    page = browser.get(led).content.decode()
    assert f'name="next" value="{wanted}"' in page
    assert take_up(browser, next=wanted).headers["Location"] == wanted  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "evil", "\t//x"]
)
def test_back_leads_nowhere_else(browser: Client, elsewhere: str) -> None:
    assert "evil" not in browser.get("/me/elevated/", {"next": elsewhere}).content.decode()
    assert take_up(browser, next=elsewhere).headers["Location"] == "/me/elevated/"  # type: ignore[attr-defined]


@pytest.mark.parametrize("why", ["", "   ", "because", "x" * 301])
def test_a_reason_that_says_nothing_is_refused(browser: Client, why: str) -> None:
    answer = take_up(browser, why=why)
    assert answer.status_code == 200  # type: ignore[attr-defined]
    assert "usa-error-message" in answer.content.decode()  # type: ignore[attr-defined]
    assert not powerful(browser)
    assert not Elevation.objects.exists()


@pytest.mark.parametrize(("why", "words"), [("short", "Say in a few words"), ("x" * 301, "At most 300 characters")])
def test_the_action_refuses_such_a_reason_too(why: str, words: str) -> None:
    one = administrator()
    with pytest.raises(AccountsError, match=words):
        elevation.take_up(person=one, why=why, by=viewer(one))


def test_who_has_not_just_proved_who_it_is_does_so_first() -> None:
    client = signed_in(administrator())
    page = client.get("/me/elevated/?next=/desk/accounts/").content.decode()
    assert "Show who you are" in page
    assert 'name="why"' not in page
    answer = take_up(client)
    assert "show again who you are" in answer.content.decode()  # type: ignore[attr-defined]
    assert WHY in answer.content.decode()  # type: ignore[attr-defined]
    assert not powerful(client)
    prove(client)
    assert 'name="why"' in client.get("/me/elevated/").content.decode()


def test_a_proof_grows_old(browser: Client, later: object) -> None:  # noqa: F811
    later(301)  # type: ignore[operator]
    take_up(browser)
    assert not powerful(browser)


def test_a_proof_from_the_future_does_not_count(browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    now = clock_of_the_product.now()
    monkeypatch.setattr("roadstead.common.clock.now", lambda: now - timedelta(hours=1))
    take_up(browser)
    assert not powerful(browser)


def test_who_cannot_prove_it_does_not_get_it() -> None:
    """Somebody who comes by OpenID Connect alone has neither password nor second factor."""
    one = holder(Role.HEADQUARTERS, second_factor=False)
    User.objects.filter(pk=one.pk).update(invented=True)  # as in the demonstration, where no second factor is asked for
    client = client_of(User.objects.get(pk=one.pk))
    assert "Show who you are" in client.get("/me/elevated/").content.decode()
    take_up(client)
    assert not Elevation.objects.exists()


@pytest.mark.parametrize("role", Role)
def test_only_some_roles_take_power_up(role: Role) -> None:
    one = holder(role)
    may = role in (Role.ADMINISTRATOR, Role.HEADQUARTERS)
    assert client_of(one).get("/me/elevated/").status_code == (200 if may else 403)
    if not may:
        with pytest.raises(PermissionDenied):
            elevation.take_up(person=one, why=WHY, by=viewer(one))


def test_power_is_taken_up_by_its_own_person() -> None:
    one, other = administrator(), administrator("Bo Keeper")
    with pytest.raises(AccountsError, match="for that person"):
        elevation.take_up(person=other, why=WHY, by=viewer(one))
    with pytest.raises(AccountsError, match="its own person"):
        elevation.lay_down(person=other, by=elevated(one))


def test_power_gives_nothing_that_no_role_gives() -> None:
    holds = {
        one: elevated(holder(one)).may(Permission.READ_RESTRICTED) for one in (Role.HEADQUARTERS, Role.ADMINISTRATOR)
    }
    assert holds == {Role.HEADQUARTERS: True, Role.ADMINISTRATOR: False}
    with pytest.raises(PermissionDenied) as caught:
        elevated(holder(Role.HEADQUARTERS, name="Other")).must(Permission.GRANT_ROLES)
    assert type(caught.value) is PermissionDenied


def test_what_needs_power_is_refused_without_it() -> None:
    by = viewer(holder(Role.HEADQUARTERS))
    assert not by.may(Permission.READ_RESTRICTED)
    assert not by.holds(Permission.READ_RESTRICTED)
    assert by.could(Permission.READ_RESTRICTED)
    with pytest.raises(NeedsElevation):
        by.must(Permission.READ_RESTRICTED)


# Sessions fixed, stolen, ended


def test_a_cookie_copied_before_has_no_power_after(browser: Client) -> None:
    copied = Client()
    copied.cookies[settings.SESSION_COOKIE_NAME] = browser.cookies[settings.SESSION_COOKIE_NAME].value
    assert copied.get("/me/").status_code == 200
    take_up(browser)
    assert powerful(browser)
    assert not powerful(copied)
    assert copied.get("/me/").status_code == 302  # and is signed in no more


@pytest.mark.parametrize("other", [{"HTTP_USER_AGENT": "Another/1.0"}, {"REMOTE_ADDR": "198.51.100.7"}])
def test_a_cookie_stolen_after_has_no_power_in_another_browser(browser: Client, other: dict[str, str]) -> None:
    take_up(browser)
    thief = Client(**other)
    thief.cookies[settings.SESSION_COOKIE_NAME] = browser.cookies[settings.SESSION_COOKIE_NAME].value
    assert thief.get("/me/").status_code == 200
    assert not powerful(thief)
    assert powerful(browser)


def test_another_browser_of_the_same_person_has_no_power(browser: Client) -> None:
    one = User.objects.get(name="Ada Keeper")
    other = signed_in(one)
    take_up(browser)
    assert powerful(browser)
    assert not powerful(other)
    other.post("/accounts/logout/")
    assert powerful(browser)  # and takes none away by leaving


def test_taking_it_up_elsewhere_ends_it_here(browser: Client) -> None:
    take_up(browser)
    elevated(User.objects.get(name="Ada Keeper"))
    assert not powerful(browser)


def test_signing_out_ends_it(browser: Client) -> None:
    take_up(browser)
    copied = Client()
    copied.cookies[settings.SESSION_COOKIE_NAME] = browser.cookies[settings.SESSION_COOKIE_NAME].value
    assert powerful(copied)
    browser.post("/accounts/logout/")
    assert Elevation.objects.get().ended_at is not None
    assert Event.objects.for_the_system("a test").filter(type="accounts.elevation_ended").count() == 1
    assert not powerful(copied)
    assert not powerful(browser)
    sign_in(browser, User.objects.get(name="Ada Keeper"))
    browser.post("/accounts/2fa/authenticate/", {"code": code()})
    assert not powerful(browser)


def test_the_session_stays_in_the_list_of_sessions(browser: Client) -> None:
    one = User.objects.get(name="Ada Keeper")
    take_up(browser)
    assert queries.sessions(one) == 1
    holder(Role.ADMINISTRATOR, name="Bo Keeper")
    assert powerful(browser)
    assert end_sessions(person=one, why="stolen", by=viewer(one)) == 1
    assert browser.get("/me/").status_code == 302


def test_a_role_withdrawn_takes_the_power_with_it(browser: Client) -> None:
    take_up(browser)
    holder(Role.ADMINISTRATOR, name="Bo Keeper")
    (grant,) = Grant.objects.filter(person__name="Ada Keeper")
    grants.withdraw_role(grant=grant, why="left", by=almighty())
    assert not powerful(browser)
    assert WHY not in browser.get("/me/").content.decode()


def test_a_session_that_names_a_power_it_was_not_given_has_none() -> None:
    one = administrator()
    elevated(one)
    for forged in ("", "x", Elevation.objects.get().nonce_digest):
        assert queries.viewer_of(one, forged).elevated is None


# The clock


def test_power_ends_with_its_time(clock: FrozenClock) -> None:
    client, began = client_of(administrator(), power=True), clock.moment
    assert powerful(client)
    clock.advance(elevation.LONGEST - timedelta(seconds=1))
    assert powerful(client)
    clock.advance(timedelta(seconds=1))
    assert not powerful(client)
    assert client.get("/me/elevated/").status_code == 200
    assert Elevation.objects.get().ends_at - began == elevation.LONGEST


def test_a_clock_that_jumps_gives_nobody_power(clock: FrozenClock) -> None:
    client, began = client_of(administrator(), power=True), clock.moment
    for moment in (began - timedelta(seconds=1), began - timedelta(days=400), began + timedelta(days=400)):
        clock.set(moment)
        assert not powerful(client)


def test_a_token_never_has_power(clock: FrozenClock) -> None:
    one = holder(Role.HEADQUARTERS)
    _, secret = tokens.make_token(
        person=one, name="report", permissions=[Permission.READ_PROGRAMME], days=1, by=elevated(one)
    )
    found = queries.viewer_of_token(secret)
    assert found is not None
    assert found[0].elevated is None
    with pytest.raises(PermissionDenied):
        elevation.take_up(person=one, why=WHY, by=found[0])


def test_what_is_done_with_power_says_so() -> None:
    admin = elevated(administrator())
    grants.grant_role(person=person("New One"), role=Role.ANALYST, why="starts", by=admin)
    event = Event.objects.for_the_system("a test").filter(type="accounts.role_granted").latest("number")
    assert event.elevation == Elevation.objects.get().pk
