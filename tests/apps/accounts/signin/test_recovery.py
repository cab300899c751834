"""Recovery of an account: two administrators, a waiting time, a word to the owner, and every refusal."""

import re
from datetime import timedelta
from smtplib import SMTPException
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client

from roadstead.accounts.actions import recovery, recovery_end
from roadstead.accounts.actions.errors import AccountsError
from roadstead.accounts.models import AccountRecovery, Notification, User
from roadstead.accounts.roles import Role
from roadstead.common.access.viewer import NeedsElevation, Viewer
from tests import people
from tests.apps.accounts.signin.conftest import is_in, sign_in, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
WHY = "Called back on the number of the duty book."
SITE = "https://psa.example.org"


@pytest.fixture
def owner(db: None) -> User:
    person = people.person("Ben Okafor", password=people.PASSWORD)
    people.give(person, Role.ANALYST)
    return person


@pytest.fixture
def first(db: None) -> Viewer:
    return people.elevated(people.holder(Role.ADMINISTRATOR, name="First Admin"))


@pytest.fixture
def second(db: None) -> Viewer:
    return people.elevated(people.holder(Role.ADMINISTRATOR, name="Second Admin"))


def opened(owner: User, by: Viewer) -> AccountRecovery:
    return recovery.open_recovery(person=owner, why=WHY, site=SITE, by=by)


def confirmed(owner: User, first: Viewer, second: Viewer) -> AccountRecovery:
    return recovery.confirm(recovery=opened(owner, first), site=SITE, by=second)


def secret(kind: str, message: int = -1) -> str:
    """The secret of a link in a message."""
    found = re.search(rf"{SITE}/recovery/{kind}/([\w-]+)/", mail.outbox[message].body)
    assert found, mail.outbox[message].body
    return found[1]


def use(owner: User, given: str) -> None:
    recovery_end.use(secret=given, person=owner, by=Viewer(owner.pk, owner.name))


def test_the_whole_way(owner: User, first: Viewer, second: Viewer, clock: Any) -> None:
    confirmed(owner, first, second)
    clock.advance(timedelta(hours=24))
    client, path = Client(), f"/recovery/use/{secret('use')}/"
    assert "Take the lost factor away" in client.get(path).content.decode()
    response = client.post(path, {"password": people.PASSWORD})
    assert response.headers["Location"] == "/accounts/login/"
    assert not Authenticator.objects.filter(user=owner).exists()
    sign_in(client, owner)
    assert client.get("/me/home/").headers["Location"] == "/me/security/"
    done = [one for one in told() if one.startswith("recovery") or one.startswith("second")]
    assert done == ["recovery_opened", "recovery_confirmed", "second_factor_removed", "recovery_used"]
    assert "your account was recovered" in mail.outbox[-1].subject


def test_the_owner_is_told_at_each_step_by_mail_and_notification(owner: User, first: Viewer, second: Viewer) -> None:
    confirmed(owner, first, second)
    assert [message.to for message in mail.outbox if "recover" in message.subject] == [[owner.email]] * 2
    assert WHY in mail.outbox[-2].body
    texts = list(Notification.objects.filter(person=owner, url="/me/security/").values_list("text", flat=True))
    assert len([text for text in texts if "recover" in text]) == 2


def test_it_needs_elevated_power(owner: User) -> None:
    with pytest.raises(NeedsElevation):
        opened(owner, people.viewer(people.holder(Role.ADMINISTRATOR)))


def test_no_other_role_may(owner: User) -> None:
    with pytest.raises(PermissionDenied):
        opened(owner, people.elevated(people.holder(Role.HEADQUARTERS)))


def test_nobody_recovers_their_own_account(db: None) -> None:
    admin = people.holder(Role.ADMINISTRATOR)
    with pytest.raises(AccountsError, match="their own account"):
        opened(admin, people.elevated(admin))


def test_the_same_administrator_does_not_confirm(owner: User, first: Viewer) -> None:
    found = opened(owner, first)
    with pytest.raises(AccountsError, match="Another administrator must confirm"):
        recovery.confirm(recovery=found, site=SITE, by=first)


def test_nor_does_the_owner_who_is_an_administrator(first: Viewer) -> None:
    admin = people.holder(Role.ADMINISTRATOR, name="Third Admin")
    found = opened(admin, first)
    with pytest.raises(AccountsError, match="their own account"):
        recovery.confirm(recovery=found, site=SITE, by=people.elevated(admin))


def test_the_database_refuses_one_person_for_both(owner: User, first: Viewer) -> None:
    found = opened(owner, first)
    with pytest.raises(IntegrityError), transaction.atomic():
        AccountRecovery.objects.filter(pk=found.pk).update(confirmed_by=first.user_id)


def test_an_opener_who_is_no_administrator_any_more_does_not_count(owner: User, first: Viewer, second: Viewer) -> None:
    found = opened(owner, first)
    User.objects.filter(pk=first.user_id).update(is_active=False)
    with pytest.raises(AccountsError, match="no longer an administrator"):
        recovery.confirm(recovery=found, site=SITE, by=second)


def test_a_reason_is_asked_for(owner: User, first: Viewer) -> None:
    with pytest.raises(AccountsError, match="how you know"):
        recovery.open_recovery(person=owner, why="asked", site=SITE, by=first)


def test_where_nothing_is_lost_nothing_is_recovered(first: Viewer) -> None:
    with pytest.raises(AccountsError, match="nothing to recover"):
        opened(people.person("Cai Ito"), first)


def test_one_at_a_time(owner: User, first: Viewer, second: Viewer) -> None:
    opened(owner, first)
    with pytest.raises(AccountsError, match="open already"):
        opened(owner, second)


def test_it_is_not_confirmed_twice(owner: User, first: Viewer, second: Viewer) -> None:
    found = confirmed(owner, first, second)
    third = people.elevated(people.holder(Role.ADMINISTRATOR, name="Third Admin"))
    with pytest.raises(AccountsError, match="confirmed already"):
        recovery.confirm(recovery=found, site=SITE, by=third)


def test_nothing_is_done_where_the_owner_cannot_be_told(
    owner: User, first: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: Any, **kwargs: Any) -> None:
        raise SMTPException("down")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", broken)
    with pytest.raises(OSError, match="down"):
        opened(owner, first)
    assert not AccountRecovery.objects.exists()
    assert "recovery_opened" not in told()


def test_too_early(owner: User, first: Viewer, second: Viewer, clock: Any) -> None:
    confirmed(owner, first, second)
    clock.advance(timedelta(hours=23, minutes=59))
    with pytest.raises(AccountsError, match="too early"):
        use(owner, secret("use"))
    assert "too early" in Client().get(f"/recovery/use/{secret('use')}/").content.decode()
    assert Authenticator.objects.filter(user=owner).exists()


def test_an_unconfirmed_one_has_no_link_to_use(owner: User, first: Viewer) -> None:
    opened(owner, first)
    assert "/recovery/use/" not in mail.outbox[-1].body


def test_expired(owner: User, first: Viewer, second: Viewer, clock: Any) -> None:
    confirmed(owner, first, second)
    clock.advance(timedelta(hours=24 + 72))
    with pytest.raises(AccountsError, match="time of this recovery is over"):
        use(owner, secret("use"))


def test_one_that_nobody_confirmed_lapses_and_makes_room(owner: User, first: Viewer, clock: Any) -> None:
    old = opened(owner, first)
    clock.advance(timedelta(days=7))
    opened(owner, people.elevated(User.objects.get(pk=first.user_id)))
    old.refresh_from_db()
    assert old.ending == AccountRecovery.Ending.LAPSED


def test_a_clock_that_jumped_back_opens_nothing(owner: User, first: Viewer, second: Viewer, clock: Any) -> None:
    confirmed(owner, first, second)
    clock.advance(timedelta(days=-2))
    with pytest.raises(AccountsError, match="time of this recovery is over"):
        use(owner, secret("use"))


def test_replayed(owner: User, first: Viewer, second: Viewer, clock: Any) -> None:
    confirmed(owner, first, second)
    clock.advance(timedelta(hours=25))
    given = secret("use")
    use(owner, given)
    people.add_second_factor(owner)
    with pytest.raises(AccountsError, match="used already"):
        use(owner, given)
    assert "used already" in Client().post(f"/recovery/use/{given}/", {"password": people.PASSWORD}).content.decode()
    assert Authenticator.objects.filter(user=owner).exists()


@pytest.mark.parametrize("given", ["forged", "x" * 43, "%00", "é"])
def test_forged(owner: User, given: str) -> None:
    for kind in ("use", "stop"):
        page = Client().post(f"/recovery/{kind}/{given}/", {"password": people.PASSWORD}).content.decode()
        assert "not one of ours" in page


def test_the_link_of_one_person_does_not_serve_another(owner: User, first: Viewer, second: Viewer, clock: Any) -> None:
    confirmed(owner, first, second)
    clock.advance(timedelta(hours=25))
    with pytest.raises(AccountsError, match="not for this account"):
        use(people.person("Cai Ito"), secret("use"))


def test_the_link_without_the_password_is_not_enough(owner: User, first: Viewer, second: Viewer, clock: Any) -> None:
    confirmed(owner, first, second)
    clock.advance(timedelta(hours=25))
    path = f"/recovery/use/{secret('use')}/"
    for _ in range(5):
        assert "The password is wrong" in Client().post(path, {"password": "wrong"}).content.decode()
    assert "Too many attempts" in Client().post(path, {"password": people.PASSWORD}).content.decode()
    assert Authenticator.objects.filter(user=owner).exists()


def test_the_owner_stops_it_without_signing_in(owner: User, first: Viewer, second: Viewer, clock: Any) -> None:
    confirmed(owner, first, second)
    path, given = f"/recovery/stop/{secret('stop')}/", secret("use")
    assert "Stop it" in Client().get(path).content.decode()
    assert AccountRecovery.objects.get().ended_at is None, "mail programs open links by themselves"
    assert "The recovery is stopped" in Client().post(path).content.decode()
    clock.advance(timedelta(hours=25))
    with pytest.raises(AccountsError, match="was stopped"):
        use(owner, given)
    assert "nothing to stop" in Client().post(path).content.decode()
    assert told()[-1] == "recovery_stopped"
    for helper in (first, second):
        assert Notification.objects.filter(person_id=helper.user_id, text__contains="was stopped").exists()


def test_the_first_message_stops_it_too_until_the_second_one_comes(owner: User, first: Viewer, second: Viewer) -> None:
    found = opened(owner, first)
    early = secret("stop")
    recovery.confirm(recovery=found, site=SITE, by=second)
    assert early != secret("stop")
    recovery_end.stop_by_link(secret=secret("stop"))
    assert AccountRecovery.objects.get().ending == AccountRecovery.Ending.STOPPED


def test_the_owner_stops_it_on_the_page_about_security(owner: User, first: Viewer) -> None:
    opened(owner, first)
    client = people.client_of(owner)
    assert "Someone asked to recover your account" in client.get("/me/security/").content.decode()
    assert (
        "Nothing of your account has changed"
        in client.post("/me/security/recovery/stop/", follow=True).content.decode()
    )
    assert AccountRecovery.objects.get().ending == AccountRecovery.Ending.STOPPED


def test_an_administrator_stops_it(owner: User, first: Viewer, second: Viewer) -> None:
    recovery_end.stop(recovery=opened(owner, first), by=second)
    assert AccountRecovery.objects.get().ending == AccountRecovery.Ending.STOPPED


def test_using_it_ends_every_session(owner: User, first: Viewer, second: Viewer, clock: Any) -> None:
    Authenticator.objects.filter(user=owner).delete()
    client = Client()
    sign_in(client, owner)
    people.add_second_factor(owner)
    assert is_in(client)
    confirmed(owner, first, second)
    clock.advance(timedelta(hours=25))
    use(owner, secret("use"))
    assert not is_in(client)


def test_the_secret_in_the_address_goes_to_no_other_site(owner: User, first: Viewer) -> None:
    opened(owner, first)
    response = Client().get(f"/recovery/stop/{secret('stop')}/")
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response.headers["Cache-Control"]


def test_the_page_of_the_administrators(owner: User) -> None:
    one = people.client_of(people.holder(Role.ADMINISTRATOR, name="First Admin"), power=True)
    two = people.client_of(people.holder(Role.ADMINISTRATOR, name="Second Admin"), power=True)
    path = f"/desk/accounts/{owner.pk}/recovery/"
    assert "Say in a few words" in one.post(path, {"do": "open", "why": "no"}).content.decode()
    assert "the owner was told" in one.post(path, {"do": "open", "why": WHY}, follow=True).content.decode()
    assert "You opened it" in one.get(path).content.decode()
    assert "Another administrator must confirm it" in one.post(path, {"do": "confirm"}).content.decode()
    assert "is confirmed" in two.post(path, {"do": "confirm"}, follow=True).content.decode()
    assert "http://testserver/recovery/use/" in mail.outbox[-1].body
    assert "was stopped" in one.post(path, {"do": "stop"}, follow=True).content.decode()
    assert "Stopped" in one.get(path).content.decode()


def test_the_page_asks_for_elevated_power(owner: User) -> None:
    client = people.client_of(people.holder(Role.ADMINISTRATOR))
    assert client.get(f"/desk/accounts/{owner.pk}/recovery/").headers["Location"].startswith("/me/elevated/")
