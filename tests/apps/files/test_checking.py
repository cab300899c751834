"""`roadstead manage check_files`: everything there and whole, and nothing beside it."""

import hashlib
import io
import os
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from roadstead.common import clock
from roadstead.engagement.models import Information
from roadstead.files.models import StoredFile
from tests.apps.files.conftest import attached, kept

pytestmark = pytest.mark.django_db
TWO_DAYS = 2 * 86_400  # seconds


def run(*options: str) -> tuple[int, str]:
    said = io.StringIO()
    try:
        call_command("check_files", *options, stdout=said)
    except CommandError as error:
        return error.returncode, said.getvalue()
    return 0, said.getvalue()


def age(path: Path) -> Path:
    then = clock.now().timestamp() - TWO_DAYS
    os.utime(path, (then, then))
    return path


def orphan(store: Path, name: str = "aa/" + "b" * 62) -> Path:
    path = store / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"left over")
    return age(path)


def test_nothing_is_wrong_with_nothing() -> None:
    assert run() == (0, "0 files were read.\n")


def test_all_is_well(store: Path, record: Information, officer) -> None:
    attached(record, officer)
    age(kept(store)[0])
    assert run("--remove-orphans") == (0, "1 files were read.\n")
    assert len(kept(store)) == 1


def test_what_is_missing_or_damaged_is_named(store: Path, record: Information, officer) -> None:
    first, second = attached(record, officer), attached(record, officer, b"Other\n")
    (store / first.file.sha256[:2] / first.file.sha256[2:]).unlink()
    (store / second.file.sha256[:2] / second.file.sha256[2:]).write_bytes(b"0ther\n")
    status, said = run()
    assert status == 1
    assert f"missing: {first.file.sha256}" in said
    assert f"damaged: {second.file.sha256}" in said


@pytest.mark.parametrize("name", ["aa/" + "b" * 62, "incoming/tmp1.part", "incoming/tmp1.mend", "aa/readme.txt"])
def test_what_belongs_to_nothing_is_named_and_removed_on_demand(name: str, store: Path, record, officer) -> None:
    attached(record, officer)
    path = orphan(store, name)
    status, said = run()
    assert (status, path.exists()) == (1, True)
    assert f"belongs to nothing: {path}" in said
    status, said = run("--remove-orphans")
    assert (status, path.exists()) == (0, False)
    assert "1 files that belonged to nothing were removed." in said
    assert len(kept(store)) == StoredFile.objects.count() == 1


def test_what_is_younger_than_a_day_may_still_be_on_its_way(store: Path) -> None:
    path = orphan(store)
    os.utime(path)
    status, said = run("--remove-orphans")
    assert (status, path.exists()) == (0, True)
    assert "younger than a day" in said


def test_an_orphan_that_is_brought_again_is_taken_up(store: Path, record: Information, officer) -> None:
    digest = hashlib.sha256(b"Some words.\n").hexdigest()
    path = orphan(store, f"{digest[:2]}/{digest[2:]}")
    path.write_bytes(b"Some words.\n")
    age(path)
    assert attached(record, officer).file.sha256 == digest
    assert run("--remove-orphans")[0] == 0
    assert kept(store) == [path]
