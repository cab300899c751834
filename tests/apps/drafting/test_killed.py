"""Processes that are really killed, between signing and publishing and between two messages: published once, told once.

Each step runs in a process of its own, on the database of the test: a file, or PostgreSQL.
"""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connection

from roadstead.accounts.models import User
from roadstead.advisories import queries as advisories
from roadstead.advisories.drafting import queries
from roadstead.advisories.models import DraftState, EditionTold, Message, Sending
from roadstead.advisories.subscriptions.actions.queueing import queue_edition
from roadstead.determinations.enums import CaseState
from roadstead.determinations.queries.cases import readable
from tests.apps.drafting.making import decided, drafted
from tests.apps.subscriptions.servers import Mailbox, running
from tests.apps.subscriptions.telling import BY, subscriber
from tests.conftest import FrozenClock
from tests.people import viewer
from tests.together import Together, together

__all__ = ["together"]
pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[3]
EDITION = "2026-06-15-psa-9-26"
TOLD = "2025-09-17-psa-4-25"
KILLED = -signal.SIGKILL
LONG = timedelta(minutes=16)  # after which a worker that says nothing is taken for dead


def run(folder: Path, what: str, point: str, clock: FrozenClock, *more: object) -> int:
    """A process of its own, until it ends or kills itself; how it ended."""
    if connection.vendor == "sqlite":
        address = f"sqlite:///{folder / 'shared.sqlite3'}"
    else:
        address = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    told = {"DATABASE_URL": address, "ROADSTEAD_DATA_DIR": str(folder), "ROADSTEAD_SITE": "https://psa.example.org"}
    told["PYTHONPATH"] = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    command = [sys.executable, "-m", "tests.apps.drafting.killed", what, point, clock().isoformat(), *map(str, more)]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **told}, stderr=subprocess.PIPE, text=True, timeout=300)
    assert done.returncode in (0, 1, KILLED), done.stderr
    return done.returncode


def test_killed_between_signing_and_publishing_it_is_published_once(
    people: dict[str, User], together: Together, tmp_path: Path, clock: FrozenClock
) -> None:
    for name in ("all", "ghana"):
        subscriber(f"{name}@example.org")
    draft, signer = drafted(people, decided(people)), viewer(people["signer"])

    def seen() -> tuple[str, str, int, int]:
        now, case = queries.readable(signer).get(), readable(signer).get()
        told = EditionTold.objects.filter(edition=EDITION, quiet=False)
        return now.state, case.state, told.count(), Message.objects.count()

    assert together([seen]) == [(DraftState.OPEN, CaseState.SIGNED, 0, 0)]
    for point in ("written", "settled", "queueing", "queued"):
        assert run(tmp_path, "publish", point, clock, draft.pk, people["signer"].pk) == KILLED
        assert together([seen]) == [(DraftState.OPEN, CaseState.SIGNED, 0, 0)]
        there = [one.id for one in advisories.rule_book().editions if one.id == EDITION]
        assert there == ([] if point == "written" else [EDITION])  # whole, or not at all
    assert run(tmp_path, "publish", "nowhere", clock, draft.pk, people["signer"].pk) == 0
    whole = (DraftState.PUBLISHED, CaseState.PUBLISHED, 1, 2)
    assert together([seen]) == [whole]
    assert run(tmp_path, "publish", "nowhere", clock, draft.pk, people["signer"].pk) == 1  # it is published
    assert together([seen]) == [whole]
    assert sum(one.id == EDITION for one in advisories.rule_book().editions) == 1


def test_killed_between_messages_nobody_is_told_twice(together: Together, tmp_path: Path, clock: FrozenClock) -> None:
    addresses = [f"a{number}@example.org" for number in range(4)]
    for one in addresses:
        subscriber(one)
    assert queue_edition(edition=TOLD, countries={"SR"}, by=BY) == len(addresses)

    def states() -> list[str]:
        return list(Message.objects.order_by("pk").values_list("state", flat=True))

    def retried() -> int:
        from roadstead.advisories.subscriptions.actions.working import retry

        return sum(retry(message=one, by=BY) for one in Message.objects.filter(state=Sending.UNKNOWN)[1:])

    assert together([states]) == [[Sending.QUEUED] * 4]
    with running(Mailbox()) as mailbox:

        def step(point: str, sent: int, ended: int = KILLED) -> None:
            assert run(tmp_path, "send", point, clock, mailbox.port) == ended
            assert mailbox.to == addresses[:sent]
            clock.advance(LONG)

        step("claimed", 0)
        clock.advance(-LONG)
        step("nowhere", 0, ended=0)  # the dead worker may be alive for all that is known: nothing is taken from it
        step("between", 1)
        step("taken", 2)
        step("handing", 2)
        assert run(tmp_path, "send", "nowhere", clock, mailbox.port) == 0
        assert mailbox.to == [*addresses[:2], addresses[3]]  # what may have been sent is not sent again by itself
        end = [Sending.SENT, Sending.UNKNOWN, Sending.UNKNOWN, Sending.SENT]
        assert together([states]) == [end]
        assert together([retried]) == [1]  # a person looked into the log of the mail server: the third was not sent
        assert run(tmp_path, "send", "nowhere", clock, mailbox.port) == 0
        assert sorted(mailbox.to) == addresses  # each of them once
