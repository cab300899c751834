"""Inviting by a link: who may, what the link does, and every way in which it does nothing."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client

from roadstead.accounts import secrets
from roadstead.accounts.actions import accepting, grants, invitations
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.models import Grant, Invitation, Notification, User
from roadstead.accounts.roles import Role
from roadstead.audit.models import Event
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import Scope, ScopeKind
from roadstead.common.access.viewer import PUBLIC, NeedsElevation, Viewer
from tests.conftest import FrozenClock
from tests.people import PASSWORD, SAMPLES, almighty, client_of, elevated, holder, person, viewer
from tests.together import Together

pytestmark = pytest.mark.django_db
NG = Scope(ScopeKind.COUNTRY, "NG")
EMAIL = "new.person@example.org"


def invite(by: Viewer, **said: object) -> tuple[Invitation, str]:
    asked = {"email": EMAIL, "name": "New Person", "role": Role.AUTHORITY, "scopes": [NG], "why": "joins", "by": by}
    return invitations.invite(**{**asked, **said})  # type: ignore[arg-type]


def accept(secret: str, **said: object) -> User:
    asked = {"digest": secrets.digest(secret), "by": PUBLIC, "name": "New Person", "password": PASSWORD}
    return accepting.accept(**{**asked, **said})  # type: ignore[arg-type]


def opened(secret: str, client: Client | None = None) -> Client:
    """A browser in which the link was opened."""
    client = client or Client()
    assert client.get(f"/invitation/{secret}/").headers["Location"] == "/invitation/"
    return client


@pytest.fixture
def officer() -> Viewer:
    return viewer(holder(Role.LIAISON, "NG", "GH", name="Lia Officer"))


# Who may invite


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("to", Role)
def test_who_may_invite_to_what(role: Role, to: Role) -> None:
    by = viewer(holder(role, name="Some Body"))
    kind = invitations.granting.MEANINGS[to].scope
    scopes = [Scope(kind, SAMPLES[kind])] if kind else []
    partners = to in (Role.AUTHORITY, Role.FACILITY) and role in (Role.LIAISON, Role.HEADQUARTERS)
    operators = to == Role.OPERATOR and role in (Role.WATCH, Role.HEADQUARTERS)
    if partners or operators:
        assert invite(by, role=to, scopes=scopes)[0].role == to
        return
    with pytest.raises(NeedsElevation if role == Role.ADMINISTRATOR else PermissionDenied):
        invite(by, role=to, scopes=scopes)
    assert not Invitation.objects.exists()


def test_an_officer_invites_for_own_countries_alone(officer: Viewer) -> None:
    facility = Scope(ScopeKind.FACILITY, "GHTEM-0001")
    assert invite(officer, role=Role.FACILITY, scopes=[facility])[0].scopes == [["facility", "GHTEM-0001"]]
    for scopes in ([Scope(ScopeKind.COUNTRY, "TG")], [NG, Scope(ScopeKind.COUNTRY, "TG")]):
        with pytest.raises(PermissionDenied):
            invite(officer, scopes=scopes)
    with pytest.raises(PermissionDenied):
        invite(officer, role=Role.FACILITY, scopes=[Scope(ScopeKind.FACILITY, "TGLFW-0001")])


def test_an_administrator_with_power_invites_to_any_role() -> None:
    admin = elevated(holder(Role.ADMINISTRATOR))
    assert invite(admin, role=Role.HEADQUARTERS, scopes=[])[0].role == Role.HEADQUARTERS


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"email": "no address"}, "as in ana.reyes@example.org"),
        ({"email": "lia.officer@example.org"}, "Nobody invites themselves"),
        ({"name": " "}, "Give the name"),
        ({"name": "x" * 101}, "At most 100 characters"),
        ({"why": ""}, "Say why"),
        ({"why": "x" * 301}, "At most 300 characters"),
        ({"scopes": []}, "for which countries"),
    ],
)
def test_what_cannot_be_sent_is_refused_in_words(officer: Viewer, said: dict[str, object], words: str) -> None:
    with pytest.raises(AccountsError, match=words):
        invite(officer, **said)
    assert not Invitation.objects.exists()


def test_of_the_link_a_digest_alone_is_kept(officer: Viewer) -> None:
    invitation, secret = invite(officer)
    assert invitation.digest == secrets.digest(secret)
    assert secret not in str(Invitation.objects.values())
    assert secret not in str(Event.objects.for_the_system("a test").values())
    assert len(secret) >= 43


# Accepting


def test_a_link_makes_an_account_with_its_role(officer: Viewer) -> None:
    invitation, secret = invite(officer)
    one = accept(secret)
    assert (one.email, one.name) == (EMAIL, "New Person")
    assert one.check_password(PASSWORD)
    assert one.emailaddress_set.get().verified
    assert viewer(one).may(Permission.READ_SHARED, country="NG")
    (grant,) = Grant.objects.filter(person=one)
    assert (grant.given_by_id, grant.reason) == (officer.user_id, "joins")
    invitation.refresh_from_db()
    assert invitation.accepted_by_id == one.pk
    done = Event.objects.for_the_system("a test").filter(actor=one.pk).order_by("number")
    kinds = [event.type for event in done]
    assert kinds == ["accounts.account_made", "accounts.invitation_accepted", "accounts.role_accepted"]
    assert "accepted your invitation" in Notification.objects.get(person_id=officer.user_id, text__contains="New").text


def test_a_link_adds_a_role_to_the_account_that_is_there(officer: Viewer) -> None:
    one = person("Already Here", email=EMAIL)
    _, secret = invite(officer)
    with pytest.raises(AccountsError, match="There is an account for this address"):
        accept(secret)
    assert accept(secret, person=one, by=viewer(one)) == one
    assert viewer(one).roles == {"authority"}


def test_a_link_is_for_one_address(officer: Viewer) -> None:
    other = person("Some One Else")
    _, secret = invite(officer)
    with pytest.raises(AccountsError, match="sent to another address"):
        accept(secret, person=other, by=viewer(other))
    with pytest.raises(AccountsError, match="by the person who is signed in"):
        accept(secret, person=person("Victim", email=EMAIL), by=viewer(other))
    assert not Grant.objects.filter(role=Role.AUTHORITY).exists()


def test_a_link_is_good_once(officer: Viewer) -> None:
    _, secret = invite(officer)
    accept(secret)
    with pytest.raises(AccountsError, match="accepted already"):
        accept(secret)
    assert Grant.objects.filter(role=Role.AUTHORITY).count() == 1


@pytest.mark.parametrize("forged", ["", "x", "A" * 43, "A" * 10_000])
def test_a_forged_link_is_none_of_ours(officer: Viewer, forged: str) -> None:
    invite(officer)
    with pytest.raises(AccountsError, match="not one of ours"):
        accept(forged)


def test_a_link_is_good_for_a_week_whatever_the_clock_does(clock: FrozenClock) -> None:
    officer, made = viewer(holder(Role.LIAISON, "NG")), clock.moment
    _, secret = invite(officer)
    for moment in (made + timedelta(days=7), made + timedelta(days=900), made - timedelta(seconds=1)):
        clock.set(moment)
        with pytest.raises(AccountsError, match="no longer good"):
            accept(secret)
    clock.set(made + timedelta(days=7) - timedelta(seconds=1))
    assert accept(secret)


def test_a_link_whose_role_has_ended_is_not_good(clock: FrozenClock) -> None:
    _, secret = invite(viewer(holder(Role.LIAISON, "NG")), role_until=clock.moment + timedelta(days=1))
    clock.advance(timedelta(days=1))
    with pytest.raises(AccountsError, match="role that you were invited to has ended"):
        accept(secret)


def test_a_revoked_link_opens_nothing(officer: Viewer) -> None:
    invitation, secret = invite(officer)
    with pytest.raises(PermissionDenied):
        invitations.revoke(invitation=invitation, by=viewer(holder(Role.ANALYST)))
    invitations.revoke(invitation=invitation, by=officer)
    with pytest.raises(AccountsError, match="was withdrawn"):
        accept(secret)
    with pytest.raises(AccountsError, match="revoked already"):
        invitations.revoke(invitation=invitation, by=officer)


def test_an_accepted_link_is_not_revoked(officer: Viewer) -> None:
    invitation, secret = invite(officer)
    accept(secret)
    with pytest.raises(AccountsError, match="accepted already"):
        invitations.revoke(invitation=invitation, by=officer)


def test_a_link_of_who_may_not_invite_any_more_is_not_good(officer: Viewer) -> None:
    _, secret = invite(officer)
    (grant,) = Grant.objects.filter(person_id=officer.user_id)
    grants.withdraw_role(grant=grant, why="left", by=almighty())
    with pytest.raises(AccountsError, match="may no longer do so"):
        accept(secret)


def test_a_link_by_elevated_power_outlives_it() -> None:
    admin = holder(Role.ADMINISTRATOR)
    _, secret = invite(elevated(admin), role=Role.ANALYST, scopes=[])
    assert accept(secret)


@pytest.mark.parametrize(
    ("password", "words"),
    [("short", "at least 15 characters"), ("passwordpassword", "too common"), (EMAIL, "too similar")],
)
def test_a_weak_password_makes_no_account(officer: Viewer, password: str, words: str) -> None:
    _, secret = invite(officer)
    with pytest.raises(AccountsError, match=words):
        accept(secret, password=password)
    assert not User.objects.filter(email=EMAIL).exists()
    assert accept(secret)  # the link is as good as before


def counts() -> tuple[int, int, int]:
    """Accounts of the address, grants, and invitations that are still open."""
    still = Invitation.objects.filter(accepted_at__isnull=True).count()
    return User.objects.filter(email=EMAIL).count(), Grant.objects.filter(role=Role.AUTHORITY).count(), still


@pytest.mark.django_db(transaction=True)
def test_a_link_accepted_twice_at_once_makes_one_account(together: Together) -> None:
    _, secret = invite(viewer(holder(Role.LIAISON, "NG")))
    ends = together([lambda: accept(secret).email] * 2)
    (refused,) = [one for one in ends if one != EMAIL]
    assert "accepted already" in str(refused)
    assert together([counts]) == [(1, 1, 0)]


@pytest.mark.django_db(transaction=True)
def test_two_links_of_one_address_accepted_at_once_make_one_account(together: Together) -> None:
    officer = viewer(holder(Role.LIAISON, "NG"))
    first, second = invite(officer)[1], invite(officer)[1]
    ends = together([lambda: accept(first).email, lambda: accept(second).email])
    (refused,) = [one for one in ends if one != EMAIL]
    assert "There is an account" in str(refused)
    assert together([counts]) == [(1, 1, 1)]  # the other waits for a sign-in


# In the browser


def test_from_the_form_to_the_new_account() -> None:
    officer = client_of(holder(Role.LIAISON, "NG", name="Lia Officer"))
    said = {"email": EMAIL, "name": "New Person", "role": "authority", "scopes": "Nigeria", "why": "took over"}
    page = officer.post("/desk/invitations/new/", said, follow=True).content.decode()
    assert f"An invitation went to {EMAIL}" in page
    assert "Waiting" in page
    (message,) = mail.outbox
    assert message.to == [EMAIL]
    assert "Designated Authority" in message.subject
    for word in ("New Person", "Lia Officer", "NG (Nigeria)", "took over", "UTC"):
        assert word in message.body
    (link,) = re.findall(r"http://testserver(/invitation/\S+)", message.body)
    assert link.strip("/").split("/")[1] not in page
    browser = Client()
    landed = browser.get(link)
    assert landed.headers["Location"] == "/invitation/"
    assert "no-store" in landed.headers["Cache-Control"]
    page = browser.get("/invitation/").content.decode()
    for word in ("Welcome, New Person", "Lia Officer", "Designated Authority", "took over", EMAIL):
        assert word in page
    answer = browser.post("/invitation/", {"name": "Nia New", "password": PASSWORD})
    assert answer.headers["Location"] == "/me/home/"
    assert "Designated Authority" in browser.get("/me/rights/").content.decode()
    assert browser.get("/partner/").status_code == 200
    assert "Accepted" in officer.get("/desk/invitations/?state=accepted").content.decode()
    assert "No invitation stands so" in officer.get("/desk/invitations/?state=open").content.decode()


def test_staff_are_led_on_to_a_second_factor() -> None:
    _, secret = invite(elevated(holder(Role.ADMINISTRATOR)), role=Role.ANALYST, scopes=[])
    browser = opened(secret)
    assert "asks for a second factor" in browser.get("/invitation/").content.decode()
    answer = browser.post("/invitation/", {"name": "Nia New", "password": PASSWORD})
    assert answer.headers["Location"] == "/me/security/"


def test_opening_a_link_accepts_nothing_and_shows_its_secret_nowhere(officer: Viewer) -> None:
    invitation, secret = invite(officer)
    browser = opened(secret)
    for _ in range(2):
        answer = browser.get("/invitation/")
        assert answer.status_code == 200
        assert secret not in answer.content.decode()
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert "no-store" in answer.headers["Cache-Control"]
    assert secret not in str(browser.session.items())
    invitation.refresh_from_db()
    assert invitation.accepted_at is None


def test_a_weak_password_is_said_beside_its_field(officer: Viewer) -> None:
    _, secret = invite(officer)
    browser = opened(secret)
    page = browser.post("/invitation/", {"name": "Kept Name", "password": "short"}).content.decode()
    assert "at least 15 characters" in page
    assert "Kept Name" in page
    assert 'value="short"' not in page
    assert "This field is required" in browser.post("/invitation/", {}).content.decode()
    assert not User.objects.filter(email=EMAIL).exists()


def test_whoever_is_signed_in_with_the_address_accepts_by_a_button(officer: Viewer) -> None:
    one = person("Already Here", email=EMAIL)
    _, secret = invite(officer)
    browser = opened(secret, client_of(one))
    assert 'name="password"' not in browser.get("/invitation/").content.decode()
    assert browser.post("/invitation/").headers["Location"] == "/me/home/"
    assert viewer(one).roles == {"authority"}


def test_who_has_an_account_signs_in_first(officer: Viewer) -> None:
    one = person("Already Here", email=EMAIL, password=PASSWORD)
    _, secret = invite(officer)
    browser = opened(secret)
    page = browser.get("/invitation/").content.decode()
    assert "There is an account for this address already" in page
    assert "/accounts/login/?next=/invitation/" in page
    assert browser.post("/invitation/", {"name": "x", "password": PASSWORD}).status_code == 200  # takes nothing over
    assert one.check_password(PASSWORD)
    browser.post("/accounts/login/?next=/invitation/", {"login": EMAIL, "password": PASSWORD})
    assert browser.post("/invitation/").headers["Location"] == "/me/home/"
    assert viewer(one).roles == {"authority"}


def test_somebody_else_who_is_signed_in_is_told(officer: Viewer) -> None:
    other = person("Some One Else")
    _, secret = invite(officer)
    browser = opened(secret, client_of(other))
    assert "signed in with another address" in browser.get("/invitation/").content.decode()
    assert "sent to another address" in browser.post("/invitation/").content.decode()
    assert not viewer(other).held


def test_links_that_open_nothing_have_a_kind_page(officer: Viewer) -> None:
    assert Client().get("/invitation/").status_code == 404
    assert "Open the link of your invitation again" in Client().get("/invitation/").content.decode()
    forged = opened("A" * 43).get("/invitation/")
    assert (forged.status_code, "not one of ours" in forged.content.decode()) == (404, True)
    invitation, secret = invite(officer)
    browser = opened(secret)
    invitations.revoke(invitation=invitation, by=officer)
    for answer in (browser.get("/invitation/"), browser.post("/invitation/", {"name": "x", "password": PASSWORD})):
        assert (answer.status_code, "was withdrawn" in answer.content.decode()) == (410, True)
    assert not User.objects.filter(email=EMAIL).exists()


def test_a_replayed_link_says_that_it_was_accepted(officer: Viewer) -> None:
    _, secret = invite(officer)
    browser = opened(secret)
    browser.post("/invitation/", {"name": "x", "password": PASSWORD})
    assert "Open the link" in browser.get("/invitation/").content.decode()
    again = opened(secret).get("/invitation/")
    assert (again.status_code, "accepted already" in again.content.decode()) == (410, True)


def test_links_are_tried_slowly() -> None:
    client = Client()
    answers = [client.get(f"/invitation/{number:043}/").status_code for number in range(31)]
    assert answers == [302] * 30 + [429]


def test_one_sees_ones_own_invitations_and_headquarters_all(officer: Viewer) -> None:
    invite(officer)
    mine = client_of(User.objects.get(pk=officer.user_id))
    other = client_of(holder(Role.LIAISON, "TG", name="Other Officer"))
    headquarters = client_of(holder(Role.HEADQUARTERS))
    seen = [EMAIL in client.get("/desk/invitations/").content.decode() for client in (mine, other, headquarters)]
    assert seen == [True, False, True]
    (invitation,) = Invitation.objects.all()
    path = f"/desk/invitations/{invitation.pk}/revoke/"
    assert other.post(path).status_code == 404
    assert headquarters.post(path).status_code == 403
    assert mine.get(path).status_code == 405
    assert "its link opens nothing" in mine.post(path, follow=True).content.decode()
    assert "revoked already" in mine.post(path, follow=True).content.decode()
    admin = client_of(holder(Role.ADMINISTRATOR))
    assert admin.get("/desk/invitations/").status_code == 200
    assert admin.get("/desk/invitations/new/").headers["Location"].startswith("/me/elevated/?next=")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"email": "nonsense"}, "Enter a valid email address"),
        ({"role": "headquarters"}, "not one of the available choices"),
        ({"scopes": "Togo"}, "You may invite for NG alone"),
        ({"last_day": "2001-01-01"}, "This day is over"),
    ],
)
def test_a_form_says_what_is_wrong(said: dict[str, str], words: str) -> None:
    client = client_of(holder(Role.LIAISON, "NG"))
    asked = {"email": EMAIL, "name": "New", "role": "authority", "scopes": "NG", "why": "kept words", **said}
    answer = client.post("/desk/invitations/new/", asked)
    assert not Invitation.objects.exists()
    page = answer.content.decode()
    assert words in page
    assert "kept words" in page


def test_a_message_that_cannot_be_sent_is_said(monkeypatch: pytest.MonkeyPatch, settings: object) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # type: ignore[attr-defined]  # nobody listens there
    client = client_of(holder(Role.LIAISON, "NG"))
    said = {"email": EMAIL, "name": "New Person", "role": "authority", "scopes": "NG", "why": "x"}
    page = client.post("/desk/invitations/new/", said, follow=True).content.decode()
    assert "the message could not be sent. Revoke it and invite again." in page
