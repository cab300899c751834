"""Many writers keep one chain: real processes, on a file of SQLite and on PostgreSQL."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connections

from roadstead.accounts.models import User
from roadstead.audit.actions import NoEventError, action, record
from roadstead.common.access.viewer import Viewer
from tests.apps.audit.things import Renamed, check, events, rename
from tests.people import almighty, person
from tests.postgres import wanted

ROOT = Path(__file__).resolve().parents[3]
ROADSTEAD = str(Path(sys.executable).with_name("roadstead"))
WRITERS, EACH = 4, 25


def start(*arguments: str, url: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-W", "error", "-m", "tests.apps.audit.writer", *arguments]
    return subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "DATABASE_URL": url}, stderr=subprocess.PIPE, text=True
    )


def finish(process: "subprocess.Popen[str]") -> int:
    said = process.communicate(timeout=300)[1]
    assert process.returncode in (0, 9), said
    return process.returncode


def roadstead(*arguments: str, url: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "DATABASE_URL": url}
    return subprocess.run([ROADSTEAD, "audit", *arguments], capture_output=True, text=True, env=environment)


def verified(url: str, *arguments: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(roadstead("verify", *arguments, url=url).stdout)
    return found


@contextmanager
def database(folder: Path, name: str) -> Iterator[str]:
    """A database of its own, which other processes reach."""
    address = f"sqlite:///{folder / 'database.sqlite3'}"
    if not wanted():
        assert finish(start("migrate", url=address)) == 0
        yield address
        return
    import psycopg

    server = os.environ["DATABASE_URL"]
    with psycopg.connect(server, autocommit=True) as owner:
        owner.execute(f"CREATE DATABASE {name}")
        address = urlsplit(server)._replace(path=f"/{name}").geturl()
        assert finish(start("migrate", url=address)) == 0
        yield address
        owner.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with database(tmp_path_factory.mktemp("writers"), f"writers_{os.getpid()}") as address:
        yield address


def test_writers_in_several_processes_keep_one_chain(url: str) -> None:
    before = verified(url)["events"]
    writers = [start("write", str(EACH), url=url) for _ in range(WRITERS)]
    assert [finish(one) for one in writers] == [0] * WRITERS
    found = verified(url)
    assert found["holds"]
    assert found["events"] == before + WRITERS * EACH  # type: ignore[operator]
    assert found["triggers_missing"] == []


def test_a_process_that_dies_between_write_and_event_leaves_neither(url: str) -> None:
    before = verified(url)
    assert finish(start("die", url=url)) == 9
    assert verified(url) == before
    assert finish(start("assert", url=url)) == 0


def test_the_command_names_what_was_done_to_the_database_by_force(tmp_path: Path) -> None:
    with database(tmp_path, f"forced_{os.getpid()}") as url:
        assert finish(start("write", "5", url=url)) == 0
        head = roadstead("head", "--format", "text", url=url).stdout.strip()
        assert roadstead("verify", "--head", head, url=url).returncode == 0
        assert finish(start("force", "DELETE FROM audit_event WHERE number = 5", url=url)) == 0
        cut = roadstead("verify", "--format", "text", url=url)  # what is left holds; that nobody guards it is bad news
        assert cut.returncode == 1
        assert "The chain holds: 4 events" in cut.stdout
        assert "audit_event_no_change" in cut.stdout
        why = "the chain ends at event 4, and event 5 was noted: what followed is missing"
        assert verified(url, "--head", head)["broken"] == {"number": 5, "at": None, "why": why}
        assert finish(start("force", "UPDATE audit_event SET subject = '999' WHERE number = 2", url=url)) == 0
        found = verified(url)
        assert not found["holds"]
        assert found["broken"]["number"] == 2  # type: ignore[index]


@pytest.mark.skipif(not wanted(), reason="threads share the tests' one SQLite connection in memory")
@pytest.mark.django_db(transaction=True)
def test_writers_in_several_threads_keep_one_chain() -> None:
    ana = person()

    def write() -> None:
        try:
            for number in range(EACH):
                rename(person=User.objects.get(pk=ana.pk), to=str(number), by=almighty())
        finally:
            connections.close_all()

    threads = [threading.Thread(target=write) for _ in range(WRITERS)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert check().links == WRITERS * EACH
    assert check().holds


@pytest.mark.django_db
def test_a_thread_begun_inside_of_an_action_is_outside_of_it() -> None:
    ana, caught = person(), []

    def stray() -> None:
        try:
            record(Renamed(organisation="x"), subject=ana, by=almighty())
        except NoEventError as error:
            caught.append(error)

    @action
    def outer(*, by: Viewer) -> None:
        thread = threading.Thread(target=stray)
        thread.start()
        thread.join()
        record(Renamed(organisation="y"), subject=ana, by=by)

    outer(by=almighty())
    assert len(caught) == 1
    assert len(events()) == 1
