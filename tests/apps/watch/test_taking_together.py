"""Several at once, and processes that are really killed: nothing lost, nothing doubled, the second one told."""

import json
import os
import signal
import subprocess
import sys
from datetime import timedelta
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import DatabaseError, connection

from roadstead.accounts.models import User
from roadstead.arrivals.actions.taking import take_in, take_notice
from roadstead.arrivals.enums import Origin
from roadstead.arrivals.folder import take_in_folder
from roadstead.arrivals.models import Arrival, Received, Sending, Verdict
from roadstead.common.access.viewer import system
from tests.apps.watch.notices import body, document, incoming
from tests.conftest import FrozenClock
from tests.together import Together, together

__all__ = ["together"]
pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[3]
KILLED = -signal.SIGKILL
BY = system("the tests")


def run(folder: Path, point: str, clock: FrozenClock, where: Path) -> int:
    """A process of its own on the database of the test, until it ends or kills itself; how it ended."""
    if connection.vendor == "sqlite":
        address = f"sqlite:///{folder / 'shared.sqlite3'}"
    else:
        address = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    told = {"DATABASE_URL": address, "ROADSTEAD_DATA_DIR": str(folder)}
    told["PYTHONPATH"] = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    command = [sys.executable, "-m", "tests.apps.watch.killed", point, clock().isoformat(), str(where)]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **told}, stderr=subprocess.PIPE, text=True, timeout=300)
    assert done.returncode in (0, KILLED), done.stderr
    return done.returncode


def counted() -> tuple[int, int, int, int]:
    return (
        Arrival.objects.for_the_system("tests").count(),
        Received.objects.for_the_system("tests").count(),
        Verdict.objects.for_the_system("tests").count(),
        Sending.objects.for_the_system("tests").count(),
    )


def outcomes(path: Path) -> list[str]:
    sending = take_in(body=path.read_bytes(), name=path.name, origin=Origin.FOLDER, by=BY)
    return [one["outcome"] for one in sending.told]


def test_two_who_bring_the_same_notice_at_once_are_one_arrival(watch: User, together: Together) -> None:
    def bring() -> str:
        return take_notice(incoming=incoming(1), origin=Origin.API, by=BY)[1]

    assert sorted(together([bring, bring])) == ["new", "same"]
    assert together([counted]) == [(1, 1, 1, 0)]


def test_two_agents_with_other_words_at_once_are_one_arrival(watch: User, together: Together) -> None:
    def bring(hour: int) -> str:
        told = document(1) | {"arrival": {"port": "USHOU", "eta": f"2026-06-20T{hour:02}:00:00Z"}}
        sending = take_in(body=json.dumps(told).encode(), name="a.json", origin=Origin.API, by=BY)
        return str(sending.told[0]["outcome"])

    assert sorted(together([partial(bring, 6), partial(bring, 9)])) == ["new", "updated"]
    assert together([counted])[0][:2] == (1, 2)


def test_killed_in_the_middle_and_sent_again_nothing_is_doubled(
    watch: User, together: Together, tmp_path: Path, clock: FrozenClock
) -> None:
    file = tmp_path / "notices.jsonl"
    file.write_bytes(b"\n".join(body(number) for number in range(3)))
    assert together([counted]) == [(0, 0, 0, 0)]
    assert run(tmp_path, "second", clock, file) == KILLED
    assert together([counted]) == [(1, 1, 1, 0)]
    assert run(tmp_path, "receipt", clock, file) == KILLED
    assert together([counted]) == [(3, 3, 3, 0)]
    assert together([partial(outcomes, file)]) == [["same"] * 3]
    assert together([counted]) == [(3, 3, 3, 1)]


def test_killed_before_a_file_is_moved_it_is_still_there(
    watch: User, together: Together, tmp_path: Path, clock: FrozenClock
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "notice.json").write_bytes(body())
    then = (clock() - timedelta(minutes=1)).timestamp()
    os.utime(folder / "notice.json", (then, then))
    assert together([counted]) == [(0, 0, 0, 0)]
    assert run(tmp_path, "moving", clock, folder) == KILLED
    assert (folder / "notice.json").exists()
    assert together([partial(take_in_folder, folder, by=BY)]) == [(1, 0)]
    assert together([counted]) == [(1, 1, 1, 1)]
    assert (folder / "done/notice.json").exists()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="a file has no server that could die")
def test_the_database_dying_in_the_middle_leaves_what_was_kept(watch: User, together: Together) -> None:
    whole = b"\n".join(body(number) for number in range(5))

    def dies() -> str:
        from roadstead.arrivals.actions import taking

        taken, left = taking.take_notice, [3]

        def once(**told: object) -> object:
            left[0] -= 1
            if not left[0]:
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
            return taken(**told)  # type: ignore[arg-type]

        taking.take_notice = once  # type: ignore[assignment]
        try:
            take_in(body=whole, name="notices.jsonl", origin=Origin.API, by=BY)
        except DatabaseError as error:
            return type(error).__name__
        finally:
            taking.take_notice = taken
        return ""

    assert together([dies]) == ["OperationalError"]
    assert together([counted]) == [(2, 2, 2, 0)]
    assert together([lambda: take_in(body=whole, name="n", origin=Origin.API, by=BY).counts]) == [{"new": 3, "same": 2}]
