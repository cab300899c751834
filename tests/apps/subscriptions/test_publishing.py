"""Publishing an edition queues who is told of it, in the same transaction."""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.advisories.drafting.actions.publishing import publish_draft
from roadstead.advisories.models import EditionTold, Message
from roadstead.registry.models import Country
from tests.apps.drafting.making import decided, drafted
from tests.apps.subscriptions.servers import Mailbox
from tests.apps.subscriptions.telling import subscriber
from tests.conftest import FrozenClock
from tests.people import holder, viewer


@pytest.fixture
def people(clock: FrozenClock) -> dict[str, User]:
    clock.set(date(2026, 6, 1))
    for code, name in (("GH", "Ghana"), ("NG", "Nigeria")):
        said = {"name": name, "coast": "coastal", "region": "Africa", "subregion": "Western Africa"}
        Country.objects.get_or_create(code=code, defaults=said)
    return {
        "officer": holder(Role.LIAISON, "GH", "NG", name="Olive Officer"),
        "analyst": holder(Role.ANALYST, name="Rita Reviewer"),
        "signer": holder(Role.HEADQUARTERS, name="Sam Signer"),
    }


def test_whom_it_concerns_is_queued_and_told_with_the_next_run(people: dict[str, User], mailbox: Mailbox) -> None:
    subscriber("ghana@example.org", countries=("GH",))
    subscriber("all@example.org")
    subscriber("togo@example.org", countries=("TG",))
    draft = drafted(people, decided(people))
    done = publish_draft(draft=draft, revision=draft.revision, by=viewer(people["signer"]))
    assert Message.objects.filter(edition__edition=done.edition).count() == 2
    call_command("send_subscriptions")
    assert sorted(mailbox.to) == ["all@example.org", "ghana@example.org"]
    assert "Ghana goes on the list: 15 June 2026." in str(mailbox.got[0])


def test_what_is_undone_is_queued_for_nobody(people: dict[str, User], monkeypatch: pytest.MonkeyPatch) -> None:
    class KilledError(BaseException):
        """What a process that is killed leaves behind."""

    def die(**_more: object) -> None:
        raise KilledError

    subscriber("all@example.org")
    draft, signer = drafted(people, decided(people)), viewer(people["signer"])
    with monkeypatch.context() as patch:
        patch.setattr("roadstead.advisories.drafting.actions.publishing.queue_edition", die)
        with pytest.raises(KilledError):
            publish_draft(draft=draft, revision=draft.revision, by=signer)
    assert not Message.objects.exists()
    publish_draft(draft=draft, revision=draft.revision, by=signer)
    assert Message.objects.count() == 1


def test_the_first_edition_of_an_installation_is_told_of(people: dict[str, User], folder: Path) -> None:
    EditionTold.objects.all().delete()  # nobody ever ran the worker
    subscriber("all@example.org")
    draft = drafted(people, decided(people))
    done = publish_draft(draft=draft, revision=draft.revision, by=viewer(people["signer"]))
    assert EditionTold.objects.filter(quiet=False).get().edition == done.edition
    assert Message.objects.count() == 1
    assert folder.is_dir()
