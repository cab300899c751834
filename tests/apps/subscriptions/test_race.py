"""Several workers at one moment, each with a connection of its own: each message is in the hands of one."""

from typing import Any

import pytest
from django.core import mail

from roadstead.advisories.models import EditionTold, Message, Sending
from roadstead.advisories.subscriptions import worker
from roadstead.advisories.subscriptions.actions.queueing import notice_editions, queue_edition
from tests.apps.subscriptions.telling import BY, subscriber
from tests.together import Together, together

__all__ = ["together"]
pytestmark = pytest.mark.django_db(transaction=True)
EDITION = "2025-09-17-psa-4-25"


def counted() -> tuple[int, set[str]]:
    return Message.objects.count(), set(Message.objects.values_list("state", flat=True))


def test_workers_at_one_moment_send_each_message_once(together: Together) -> None:
    for number in range(12):
        subscriber(f"a{number}@example.org")
    EditionTold.objects.filter(edition=EDITION).delete()
    queue_edition(edition=EDITION, countries={"SR"}, by=BY)

    def work() -> Any:
        return worker.send_messages(BY).sent

    done = together([work] * 3)
    assert sum(done) == 12
    assert sorted(one.to[0] for one in mail.outbox) == sorted(f"a{number}@example.org" for number in range(12))
    (found,) = together([counted])
    assert found == (12, {Sending.SENT})


def test_an_edition_is_queued_once_by_whoever_is_first(together: Together) -> None:
    subscriber()
    EditionTold.objects.filter(edition=EDITION).delete()
    made = together([lambda: queue_edition(edition=EDITION, countries=None, by=BY)] * 3)
    assert sorted(made) == [0, 0, 1]
    (found,) = together([counted])
    assert found == (1, {Sending.QUEUED})
    assert notice_editions(by=BY) == 0
