"""Giving a role and taking it back: who may, for what, until when, and what is refused."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client

from roadstead.accounts import queries
from roadstead.accounts.actions import grants
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.models import Grant, Notification, User
from roadstead.accounts.roles import MEANINGS, Role
from roadstead.audit.models import Event
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import Scope, ScopeKind
from roadstead.common.access.viewer import NeedsElevation, Viewer
from roadstead.core.country import COUNTRIES
from tests.conftest import FrozenClock
from tests.people import PASSWORD, SAMPLES, almighty, client_of, elevated, give, holder, person, viewer
from tests.together import Together

pytestmark = pytest.mark.django_db
NG = Scope(ScopeKind.COUNTRY, "NG")


def events(kind: str) -> list[Event]:
    return list(Event.objects.for_the_system("a test").filter(type=kind))


@pytest.fixture
def keeper(clock: FrozenClock) -> Viewer:
    return elevated(holder(Role.ADMINISTRATOR, name="Ada Keeper"))


def grant_for(keeper: Viewer, **said: object) -> Grant:
    one = said.pop("person", None) or person(email=f"somebody-{User.objects.count()}@example.org")
    asked = {"person": one, "role": Role.LIAISON, "scopes": [NG], "why": "portfolio 2027", "by": keeper}
    return grants.grant_role(**{**asked, **said})  # type: ignore[arg-type]


def test_a_role_gives_its_rights_and_is_told(keeper: Viewer, django_capture_on_commit_callbacks: object) -> None:
    one = person()
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        grant_for(keeper, person=one, role=Role.AUTHORITY)
    assert viewer(one).may(Permission.READ_SHARED, country="NG")
    assert not viewer(one).may(Permission.READ_SHARED, country="GH")
    (told,) = Notification.objects.filter(person=one)
    assert "Designated Authority" in told.text
    assert [message.to for message in mail.outbox] == [[one.email]]
    assert "Designated Authority" in mail.outbox[0].body
    assert "http" not in mail.outbox[0].body
    (event,) = [event for event in events("accounts.role_granted") if event.subject == str(one.pk)]
    assert (event.actor, event.subject, event.data["role"]) == (keeper.user_id, str(one.pk), "authority")
    assert event.elevation == keeper.elevated.elevation_id  # type: ignore[union-attr]


@pytest.mark.parametrize("role", Role)
def test_only_an_administrator_with_elevated_power_gives_roles(role: Role) -> None:
    by = viewer(holder(role, name="Some Body"))
    refusal = NeedsElevation if role == Role.ADMINISTRATOR else PermissionDenied
    with pytest.raises(refusal) as caught:
        grant_for(by)
    assert (type(caught.value) is NeedsElevation) == (role == Role.ADMINISTRATOR)


def test_nobody_gives_a_role_to_themselves(keeper: Viewer) -> None:
    me = User.objects.get(pk=keeper.user_id)
    with pytest.raises(AccountsError, match="Nobody gives a role to themselves"):
        grant_for(keeper, person=me)
    assert not events("accounts.role_granted")[1:]


WRONG = {
    "nothing named": ({"scopes": []}, "for which countries"),
    "another kind": ({"scopes": [Scope(ScopeKind.ZONE, "Houston-Galveston")]}, "and for nothing else"),
    "two kinds": ({"scopes": [NG, Scope(ScopeKind.COMPANY, "EXAMPLE")]}, "and for nothing else"),
    "no such country": ({"scopes": [Scope(ScopeKind.COUNTRY, "QQ")]}, "“QQ” is no country"),
    "small letters": ({"scopes": [Scope(ScopeKind.COUNTRY, "ng")]}, "“ng” is no country"),
    "a country that is no more": ({"scopes": [Scope(ScopeKind.COUNTRY, "AN")]}, "“AN” is no country"),
    "everywhere, and named": ({"role": Role.ANALYST}, "reaches everywhere"),
    "no reason": ({"why": "  "}, "Say why"),
    "a reason too long": ({"why": "x" * 301}, "At most 300 characters are kept, and you wrote 301"),
    "malformed facility": (
        {"role": Role.FACILITY, "scopes": [Scope(ScopeKind.FACILITY, "NGAPP0001")]},
        "as in NGAPP-0001",
    ),
    "facility of no country": (
        {"role": Role.FACILITY, "scopes": [Scope(ScopeKind.FACILITY, "QQAPP-0001")]},
        "no IMO port facility number",
    ),
    "a name too long": ({"role": Role.OPERATOR, "scopes": [Scope(ScopeKind.COMPANY, "x" * 81)]}, "is no name"),
    "a name that hides": ({"role": Role.OPERATOR, "scopes": [Scope(ScopeKind.COMPANY, "A\u202eB")]}, "is no name"),
    "an empty name": ({"role": Role.OPERATOR, "scopes": [Scope(ScopeKind.COMPANY, "")]}, "is no name"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_given_is_refused_in_words(keeper: Viewer, case: str) -> None:
    said, words = WRONG[case]
    before = Grant.objects.count()
    with pytest.raises(AccountsError, match=words):
        grant_for(keeper, **said)
    assert Grant.objects.count() == before


def test_more_things_than_there_are_countries_are_refused(keeper: Viewer) -> None:
    many = [Scope(ScopeKind.COMPANY, f"COMPANY {number}") for number in range(301)]
    with pytest.raises(AccountsError, match="at most 300"):
        grant_for(keeper, role=Role.OPERATOR, scopes=many)
    assert grant_for(keeper, role=Role.OPERATOR, scopes=many[:300]).scopes.count() == 300


def test_every_country_can_be_named_at_once(keeper: Viewer) -> None:
    one = person()
    grant_for(keeper, person=one, scopes=[Scope(ScopeKind.COUNTRY, code) for code in COUNTRIES], role=Role.AUTHORITY)
    assert viewer(one).reach(Permission.READ_SHARED, ScopeKind.COUNTRY) == frozenset(COUNTRIES)


def test_a_thing_named_twice_counts_once(keeper: Viewer) -> None:
    assert grant_for(keeper, scopes=[NG, NG]).scopes.count() == 1


@pytest.mark.parametrize("role", Role)
def test_every_role_can_be_given_for_a_sample(keeper: Viewer, role: Role) -> None:
    kind = MEANINGS[role].scope
    scopes = [Scope(kind, SAMPLES[kind])] if kind else []
    assert grant_for(keeper, role=role, scopes=scopes).role == role


def test_who_may_not_sign_in_gets_no_role(keeper: Viewer) -> None:
    one = person()
    one.is_active = False
    one.save()
    with pytest.raises(AccountsError, match="may not sign in"):
        grant_for(keeper, person=one)


def test_a_role_holds_from_its_first_moment_until_its_last(keeper: Viewer, clock: FrozenClock) -> None:
    one, now = person(), clock.moment
    begins, ends = now + timedelta(days=1), now + timedelta(days=2)
    grant_for(keeper, person=one, role=Role.AUTHORITY, valid_from=begins, valid_until=ends)
    for moment, held in ((now, False), (begins, True), (ends - timedelta(seconds=1), True), (ends, False)):
        clock.set(moment)
        assert viewer(one).may(Permission.READ_SHARED, country="NG") == held


def test_a_role_does_not_begin_before_it_is_given_nor_end_before_it_begins(keeper: Viewer) -> None:
    with pytest.raises(AccountsError, match="begins now or later"):
        grant_for(keeper, valid_from=Grant.objects.latest("pk").valid_from - timedelta(days=1))
    later = Grant.objects.latest("pk").valid_from + timedelta(days=3)
    with pytest.raises(AccountsError, match="end before it begins"):
        grant_for(keeper, valid_from=later, valid_until=later)
    with pytest.raises(AccountsError, match="end before it begins"):
        grant_for(keeper, valid_until=later - timedelta(days=9))


def test_a_role_withdrawn_is_gone_and_told(keeper: Viewer) -> None:
    one = holder(Role.AUTHORITY, "NG")
    (grant,) = Grant.objects.filter(person=one)
    grants.withdraw_role(grant=grant, why="left the authority", by=keeper)
    assert not viewer(one).held
    assert "was withdrawn" in Notification.objects.filter(person=one).latest("pk").text
    (event,) = events("accounts.role_withdrawn")
    assert event.data["why"] == "left the authority"
    grant.refresh_from_db()
    assert (grant.withdrawn_by_id, grant.withdrawn_why) == (keeper.user_id, "left the authority")


def test_a_role_is_withdrawn_once_and_with_a_reason(keeper: Viewer, clock: FrozenClock) -> None:
    one = holder(Role.AUTHORITY, "NG")
    (grant,) = Grant.objects.filter(person=one)
    for why, words in (("", "Say why"), ("x" * 301, "At most 300")):
        with pytest.raises(AccountsError, match=words):
            grants.withdraw_role(grant=grant, why=why, by=keeper)
    assert viewer(one).held
    grants.withdraw_role(grant=grant, why="left", by=keeper)
    with pytest.raises(AccountsError, match="withdrawn already"):
        grants.withdraw_role(grant=grant, why="left", by=keeper)
    assert len(events("accounts.role_withdrawn")) == 1
    ended = grant_for(keeper, valid_until=clock.moment + timedelta(minutes=1))
    clock.advance(timedelta(minutes=2))
    with pytest.raises(AccountsError, match="ended already"):
        grants.withdraw_role(grant=ended, why="left", by=keeper)


def test_without_power_nothing_is_withdrawn() -> None:
    one = holder(Role.AUTHORITY, "NG")
    (grant,) = Grant.objects.filter(person=one)
    with pytest.raises(NeedsElevation):
        grants.withdraw_role(grant=grant, why="x", by=viewer(holder(Role.ADMINISTRATOR)))
    with pytest.raises(PermissionDenied):
        grants.withdraw_role(grant=grant, why="x", by=viewer(one))
    assert viewer(one).held


def test_somebody_who_can_give_roles_is_left(keeper: Viewer) -> None:
    (only,) = Grant.objects.filter(role=Role.ADMINISTRATOR)
    with pytest.raises(AccountsError, match="last one who can give roles"):
        grants.withdraw_role(grant=only, why="leaves", by=keeper)
    holder(Role.ADMINISTRATOR, name="Bo Keeper", email="bo@example.org")
    grants.withdraw_role(grant=only, why="leaves", by=keeper)
    assert not viewer(User.objects.get(pk=keeper.user_id)).held


@pytest.mark.django_db(transaction=True)
def test_a_role_withdrawn_twice_at_once_is_withdrawn_once(together: Together) -> None:
    holder(Role.ADMINISTRATOR)
    (grant,) = Grant.objects.filter(person=holder(Role.AUTHORITY, "NG"))
    ends = together([lambda: grants.withdraw_role(grant=grant, why="left", by=almighty())] * 2)
    assert sorted(str(one) for one in ends) == ["None", "The role was withdrawn already."]
    assert together([lambda: len(events("accounts.role_withdrawn"))]) == [1]


@pytest.mark.django_db(transaction=True)
def test_two_who_withdraw_each_other_at_once_do_not_both_go(together: Together) -> None:
    for name in ("Ada Keeper", "Bo Keeper"):
        holder(Role.ADMINISTRATOR, name=name)
    first, second = Grant.objects.filter(role=Role.ADMINISTRATOR)
    ends = together(
        [
            lambda: grants.withdraw_role(grant=first, why="quarrel", by=almighty()),
            lambda: grants.withdraw_role(grant=second, why="quarrel", by=almighty()),
        ]
    )
    assert sum("last one who can give roles" in str(one) for one in ends) == 1, ends
    assert together([lambda: Grant.objects.filter(role=Role.ADMINISTRATOR, withdrawn_at=None).count()]) == [1]


# In the browser


def test_a_role_withdrawn_in_mid_session_is_gone_with_the_next_request() -> None:
    one = holder(Role.ANALYST)
    client = client_of(one)
    assert client.get("/desk/").status_code == 200
    (grant,) = Grant.objects.filter(person=one)
    holder(Role.ADMINISTRATOR)
    grants.withdraw_role(grant=grant, why="moved on", by=almighty())
    assert client.get("/desk/").status_code == 403
    assert client.get("/me/rights/").status_code == 200  # still signed in; the page says what happened
    assert "moved on" in client.get("/me/rights/").content.decode()


def test_a_form_gives_a_role() -> None:
    one = person("Nia Example")
    admin = client_of(holder(Role.ADMINISTRATOR), power=True)
    path = f"/desk/accounts/{one.pk}/roles/new/"
    assert admin.get(path).status_code == 200
    said = {"role": "liaison", "scopes": "Nigeria; gh\nci, TG", "why": "portfolio", "last_day": ""}
    answer = admin.post(path, said, follow=True)
    assert "The role was given. Nia Example has been told." in answer.content.decode()
    (grant,) = Grant.objects.filter(person=one)
    assert [scope.value for scope in grant.scopes.all()] == ["CI", "GH", "NG", "TG"]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"role": ""}, "This field is required"),
        ({"role": "emperor"}, "not one of the available choices"),
        ({"scopes": ""}, "Say for which countries"),
        ({"scopes": "NG, XX, Atlantis"}, "“XX” is no country’s code; write two letters, as in NG."),
        ({"role": "facility", "scopes": "NGAPP1"}, "write it as in NGAPP-0001"),
        ({"role": "analyst"}, "This role reaches everything. Leave this empty."),
        ({"why": ""}, "This field is required"),
        ({"why": "x" * 301}, "at most 300 characters"),
        ({"last_day": "2001-01-01"}, "This day is over"),
        ({"first_day": "2001-01-01"}, "A role begins today or later"),
        ({"first_day": "2999-01-02", "last_day": "2999-01-01"}, "The last day lies before the first"),
        ({"last_day": "someday"}, "Enter a valid date"),
        ({"scopes": "NG\x00"}, "Null characters are not allowed"),
    ],
)
def test_a_form_says_what_is_wrong_and_keeps_what_was_written(said: dict[str, str], words: str) -> None:
    one = person()
    admin = client_of(holder(Role.ADMINISTRATOR), power=True)
    asked = {"role": "liaison", "scopes": "NG", "why": "kept as written", **said}
    page = admin.post(f"/desk/accounts/{one.pk}/roles/new/", asked).content.decode()
    assert words in page
    assert asked["why"] in page
    assert not Grant.objects.filter(person=one).exists()


def test_a_form_withdraws_a_role_once() -> None:
    one = holder(Role.ANALYST, name="Ana Lyst")
    (grant,) = Grant.objects.filter(person=one)
    admin = client_of(holder(Role.ADMINISTRATOR), power=True)
    path = f"/desk/accounts/{one.pk}/roles/{grant.pk}/withdraw/"
    assert "for a test" in admin.get(path).content.decode()
    assert "This field is required" in admin.post(path, {"why": ""}).content.decode()
    assert "The role was withdrawn" in admin.post(path, {"why": "left"}, follow=True).content.decode()
    assert "withdrawn already" in admin.post(path, {"why": "left"}).content.decode()


def test_a_form_ends_every_session() -> None:
    one = person("Aut Hority", password=PASSWORD)
    give(one, Role.AUTHORITY)
    browser, unlisted = Client(), client_of(one)
    browser.post("/accounts/login/", {"login": one.email, "password": PASSWORD})
    admin = client_of(holder(Role.ADMINISTRATOR), power=True)
    assert "in 1 browser" in admin.get(f"/desk/accounts/{one.pk}/").content.decode()
    assert [client.get("/me/").status_code for client in (browser, unlisted)] == [200, 200]
    path = f"/desk/accounts/{one.pk}/sessions/end/"
    assert "This field is required" in admin.post(path, {"why": ""}).content.decode()
    assert "1 session was ended" in admin.post(path, {"why": "laptop lost"}, follow=True).content.decode()
    assert [client.get("/me/").status_code for client in (browser, unlisted)] == [302, 302]
    assert queries.sessions(one) == 0
    (event,) = events("accounts.sessions_ended")
    assert event.data == {"sessions": 1, "tokens": 0, "why": "laptop lost"}
    again = Client()
    again.post("/accounts/login/", {"login": one.email, "password": PASSWORD})
    assert again.get("/me/").status_code == 200


def test_a_grant_of_somebody_else_is_not_found_under_this_person() -> None:
    one, other = holder(Role.ANALYST, name="One Person"), person("Other Person")
    (grant,) = Grant.objects.filter(person=one)
    admin = client_of(holder(Role.ADMINISTRATOR), power=True)
    assert admin.post(f"/desk/accounts/{other.pk}/roles/{grant.pk}/withdraw/", {"why": "x"}).status_code == 404


def test_two_roles_add_up(keeper: Viewer) -> None:
    one = holder(Role.AUTHORITY, "NG")
    give(one, Role.AUTHORITY, "GH")
    assert viewer(one).reach(Permission.READ_SHARED, ScopeKind.COUNTRY) == {"NG", "GH"}


def test_a_browser_without_power_is_led_to_it_and_nothing_is_done() -> None:
    one = person()
    admin = client_of(holder(Role.ADMINISTRATOR))
    path = f"/desk/accounts/{one.pk}/roles/new/"
    assert admin.get(path).headers["Location"] == f"/me/elevated/?next=%2Fdesk%2Faccounts%2F{one.pk}%2Froles%2Fnew%2F"
    answer = admin.post(path, {"role": "analyst", "why": "x"}, headers={"referer": f"http://testserver{path}"})
    assert answer.headers["Location"].startswith("/me/elevated/?next=")
    assert "Nothing was done" in admin.get(answer.headers["Location"]).content.decode()
    assert not Grant.objects.filter(person=one).exists()
    assert Client().get(path).status_code == 302
