"""A folder of files with notices: taken in and moved, half-written ones left alone, nothing lost when it is killed."""

import json
import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from roadstead.arrivals.folder import take_in_folder
from roadstead.arrivals.models import Arrival, Sending
from roadstead.common.access.viewer import system
from tests.apps.watch.notices import body
from tests.conftest import FrozenClock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("zone")]
BY = system("tests")


def put(folder: Path, name: str, content: bytes, clock: FrozenClock, seconds: int = 60) -> Path:
    """A file to which nobody has written for so many seconds."""
    path = folder / name
    path.write_bytes(content)
    then = (clock() - timedelta(seconds=seconds)).timestamp()
    os.utime(path, (then, then))
    return path


def ships() -> int:
    return Arrival.objects.for_the_system("tests").count()


def test_files_are_moved_with_a_report_beside_them(tmp_path: Path, clock: FrozenClock) -> None:
    put(tmp_path, "good.json", body(), clock)
    put(tmp_path, "bad.json", b"{", clock)
    assert take_in_folder(tmp_path, by=BY) == (1, 1)
    report = json.loads((tmp_path / "done/good.json.report.json").read_text())
    assert (report["counts"], report["origin"]) == ({"new": 1}, "folder")
    assert (tmp_path / "done/good.json").read_bytes() == body()
    assert json.loads((tmp_path / "rejected/bad.json.report.json").read_text())["rows"][0]["words"]
    assert take_in_folder(tmp_path, by=BY) == (0, 0)
    assert ships() == 1


def test_what_is_not_whole_yet_or_no_file_is_left_alone(tmp_path: Path, clock: FrozenClock) -> None:
    put(tmp_path, "young.json", body(), clock, seconds=2)
    for name in (".hidden.json", "coming.json.part", "upload.tmp"):
        put(tmp_path, name, body(), clock)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link.json").symlink_to(tmp_path / "young.json")
    assert take_in_folder(tmp_path, by=BY) == (0, 0)
    clock.advance(timedelta(minutes=1))
    assert take_in_folder(tmp_path, by=BY) == (1, 0)
    assert (tmp_path / ".hidden.json").exists()


def test_of_two_files_of_one_name_neither_is_lost(tmp_path: Path, clock: FrozenClock) -> None:
    for number in (1, 2):
        put(tmp_path, "notice.json", body(number), clock)
        take_in_folder(tmp_path, by=BY)
    found = sorted(path.name for path in (tmp_path / "done").iterdir())
    assert found == [
        "notice (2).json",
        "notice (2).json.report.json",
        "notice.json",
        "notice.json.report.json",
    ]
    assert ships() == 2


def test_a_file_that_was_taken_in_and_not_moved_is_only_moved(tmp_path: Path, clock: FrozenClock) -> None:
    put(tmp_path, "notice.json", body(), clock)
    take_in_folder(tmp_path, by=BY)
    (tmp_path / "done/notice.json").rename(tmp_path / "notice.json")  # as if it had been killed in between
    assert take_in_folder(tmp_path, by=BY) == (1, 0)
    assert (ships(), Sending.objects.for_the_system("tests").count()) == (1, 1)


def test_the_command_says_what_is_wrong(tmp_path: Path, settings: object, capsys: pytest.CaptureFixture[str]) -> None:
    settings.NOTICES_FOLDER = None  # type: ignore[attr-defined]
    with pytest.raises(CommandError, match="ROADSTEAD_NOTICES_FOLDER"):
        call_command("take_in_folder")
    with pytest.raises(CommandError, match="no such folder"):
        call_command("take_in_folder", str(tmp_path / "nowhere"))
    settings.NOTICES_FOLDER = tmp_path  # type: ignore[attr-defined]
    call_command("take_in_folder")
    assert capsys.readouterr().out == ""
