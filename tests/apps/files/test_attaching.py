"""Attaching and removing: where the bytes lie, that they lie there once, whose right it is, and what is noted."""

import errno
import hashlib
import io
import os
import resource
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile, File
from django.db import IntegrityError, transaction

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.audit.models import Event
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import PUBLIC
from roadstead.engagement.models import Information
from roadstead.files import actions, queries
from roadstead.files.errors import FilesError
from roadstead.files.incoming import received
from roadstead.files.models import Attachment, StoredFile
from tests import people
from tests.apps.engagement.planting import plant
from tests.apps.files import made
from tests.apps.files.conftest import attached, kept

pytestmark = pytest.mark.django_db


def events(kind: str) -> list[Event]:
    return list(Event.objects.for_the_system("tests").filter(type=kind))


def everything() -> list[Attachment]:
    return list(Attachment.objects.for_the_system("tests"))


def test_the_bytes_lie_under_their_digest_readable_by_the_server_alone(store: Path, record, officer) -> None:
    one = attached(record, officer, b"Some words.\n")
    digest = hashlib.sha256(b"Some words.\n").hexdigest()
    (path,) = kept(store)
    assert path == store / digest[:2] / digest[2:]
    assert path.read_bytes() == b"Some words.\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert (one.file.sha256, one.file.size, one.file.media_type) == (digest, 12, "text/plain; charset=utf-8")
    assert (one.file.extension, one.name, one.description) == ("txt", "notes.txt", "A description")
    assert (one.uploaded_by, one.record_kind, one.record) == (officer, "engagement.information", str(record.pk))


def test_it_is_noted_with_digest_size_and_kind(record: Information, officer: User) -> None:
    one = attached(record, officer)
    (event,) = events("files.file_attached")
    assert (event.subject_kind, event.subject, event.actor) == ("engagement.information", str(record.pk), officer.pk)
    size, digest = one.file.size, one.file.sha256
    assert event.data == {"attachment": one.pk, "name": "notes.txt", "kind": "text", "size": size, "sha256": digest}


def test_the_same_bytes_lie_there_once(store: Path, record: Information, officer: User) -> None:
    first, second = attached(record, officer), attached(plant(by=officer), officer, name="again.txt")
    assert first.file == second.file
    assert first.pk != second.pk
    assert len(kept(store)) == StoredFile.objects.count() == 1


def test_the_same_bytes_are_attached_to_one_record_once(record: Information, officer: User) -> None:
    attached(record, officer)
    with pytest.raises(FilesError, match="attached here already"):
        attached(record, officer, name="other.txt")
    assert len(everything()) == 1


def test_after_a_removal_they_may_be_attached_anew(record: Information, officer: User) -> None:
    actions.remove_attachment(attachment=attached(record, officer), why="a slip", by=people.viewer(officer))
    attached(record, officer)
    assert len(everything()) == 2


def test_a_wrong_ending_is_corrected(record: Information, officer: User) -> None:
    assert attached(record, officer, made.png(), "photo.pdf").name == "photo.png"


def test_a_name_without_letters_gets_one(record: Information, officer: User) -> None:
    assert attached(record, officer, made.png(), "").name == "unnamed.png"


def test_a_removed_file_is_gone_and_its_bytes_stay(store: Path, record: Information, officer: User) -> None:
    one = attached(record, officer)
    actions.remove_attachment(attachment=one, why=" It was the wrong one. ", by=people.viewer(officer))
    assert not queries.attachments_of(record, people.viewer(officer)).exists()
    (row,) = everything()
    assert (row.removed_by, row.removed_why) == (officer, "It was the wrong one.")
    assert row.removed_at is not None
    assert len(kept(store)) == 1
    (event,) = events("files.file_removed")
    assert event.data["why"] == "It was the wrong one."


def test_removing_wants_a_reason_and_happens_once(record: Information, officer: User) -> None:
    one, by = attached(record, officer), people.viewer(officer)
    with pytest.raises(FilesError, match="Say why"):
        actions.remove_attachment(attachment=one, why=" ", by=by)
    actions.remove_attachment(attachment=one, why="a slip", by=by)
    with pytest.raises(FilesError, match="removed already"):
        actions.remove_attachment(attachment=one, why="a slip", by=by)


def test_it_wants_the_right_that_is_asked_for(record: Information, officer: User) -> None:
    upload = ContentFile(b"x", name="x.txt")
    for role in (Role.WATCH, Role.AUTHORITY, Role.OPERATOR):
        with pytest.raises(PermissionDenied):
            actions.attach(record=record, upload=upload, by=people.viewer(people.holder(role)))
    with pytest.raises(PermissionDenied):
        actions.attach(record=record, upload=upload, by=PUBLIC)
    elsewhere = {"may": Permission.RELEASE_INFORMATION, "scope": {"country": "GH"}}
    with pytest.raises(PermissionDenied):
        actions.attach(record=record, upload=upload, by=people.viewer(officer), **elsewhere)
    here = elsewhere | {"scope": {"country": "NG"}}
    assert actions.attach(record=record, upload=upload, by=people.viewer(officer), **here)


def test_nobody_attaches_to_or_removes_from_what_they_may_not_read(officer: User) -> None:
    other = people.holder(Role.ANALYST)
    secret = plant(by=officer, mark="restricted", named=[officer])
    with pytest.raises(PermissionDenied):
        attached(secret, other)
    one = attached(secret, officer)
    with pytest.raises(PermissionDenied):
        actions.remove_attachment(attachment=one, why="to see what happens", by=people.viewer(other))
    with pytest.raises(PermissionDenied):
        actions.attach(record=secret, upload=ContentFile(b"x", name="x.txt"), by=people.almighty())


def test_a_file_over_the_limit_is_told_both_sizes(settings, store: Path, record: Information, officer: User) -> None:
    settings.LARGEST_UPLOAD = 2_000_000
    with pytest.raises(FilesError) as raised:
        attached(record, officer, b"a" * 3_000_000)
    assert "2.9\xa0MB, and at most 1.9\xa0MB" in str(raised.value)
    with pytest.raises(FilesError, match="2,000,001 bytes, and at most 2,000,000 bytes"):
        attached(record, officer, b"a" * 2_000_001)
    assert kept(store) == []
    assert attached(record, officer, b"a" * 2_000_000).file.size == 2_000_000


def large(kind: str) -> Iterator[bytes]:
    """A file of some 24 MB, in pieces."""
    text, noise = b"A line of a log.\n" * 61_680, b"A line of pixels" * 65_536
    if kind == "txt":
        yield from [text] * 24
    elif kind == "jpg":
        picture = made.jpeg()
        yield from [picture[:-2], *[noise] * 12, picture[-2:], *[noise] * 12]
    elif kind == "png":
        picture, end = made.png(), made.chunk(b"IEND", b"")
        yield from [picture[: -len(end)], made.chunk(b"IDAT", noise * 23), end]


@pytest.mark.parametrize("kind", ["txt", "jpg", "png"])
def test_a_large_file_is_never_whole_in_memory(kind: str, tmp_path: Path, record: Information, officer: User) -> None:
    source = tmp_path / f"large.{kind}"
    with source.open("wb") as file:
        file.writelines(large(kind))
    received(ContentFile(b"x", name="x.txt")).close()  # what is loaded once is loaded now
    tracemalloc.start()
    with source.open("rb") as file:
        actions.attach(record=record, upload=File(file, name=source.name), by=people.viewer(officer))
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert source.stat().st_size > 24_000_000
    assert peak < 6_000_000


def test_a_refused_file_leaves_nothing(store: Path, record: Information, officer: User) -> None:
    with pytest.raises(FilesError):
        attached(record, officer, b"MZ\x90\0" + bytes(100), "report.pdf")
    assert kept(store) == []
    assert everything() == []
    assert events("files.file_attached") == []


def test_what_lies_there_is_never_written_again(store: Path, record: Information, officer: User) -> None:
    attached(record, officer)
    (path,) = kept(store)
    before = path.stat()
    attached(plant(by=officer), officer)
    after = path.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_damaged_file_is_mended_by_whoever_brings_it_again(store: Path, record: Information, officer: User) -> None:
    attached(record, officer)
    (path,) = kept(store)
    path.write_bytes(b"broken")
    attached(plant(by=officer), officer)
    assert kept(store) == [path]
    assert path.read_bytes() == b"Some words.\n"


def test_a_crash_between_the_bytes_and_the_row_leaves_bytes_alone(store: Path, record: Information, officer) -> None:
    with transaction.atomic():
        attached(record, officer)
        transaction.set_rollback(True)  # what the database does when the power comes back
    assert StoredFile.objects.count() == len(everything()) == 0
    assert len(kept(store)) == 1
    assert attached(record, officer).file.size == 12


@pytest.fixture
def full_disk():
    """No file of this process grows beyond 64 kB: what a full disk does, without filling one."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_is_told_and_nothing_is_half_written(store: Path, record, officer, full_disk: None) -> None:
    with pytest.raises(FilesError, match="no room left"):
        attached(record, officer, b"a" * 200_000)
    assert kept(store) == []
    assert everything() == []


def test_a_folder_that_has_no_room_for_one_more_name_is_told_too(record, officer, monkeypatch) -> None:
    def full(*args: object, **kwargs: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.link", full)  # what a disk does cannot be made to happen here otherwise
    with pytest.raises(FilesError, match="no room left"):
        attached(record, officer)
    assert everything() == []


def test_bytes_are_flushed_before_their_row_is_there(record, officer, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[int] = []
    real = os.fsync
    monkeypatch.setattr("os.fsync", lambda descriptor: (flushed.append(descriptor), real(descriptor)))
    attached(record, officer)
    assert len(flushed) >= 3  # the bytes, the folder with their name, and the folder of that folder


def test_the_database_holds_what_the_program_promises(record: Information, officer: User) -> None:
    one = attached(record, officer)
    rows = Attachment.objects.for_the_system("tests")
    for wrong in ({"name": ""}, {"removed_at": clock.now()}, {"removed_why": "because"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.filter(pk=one.pk).update(**wrong)
    for wrong in ({"size": 0}, {"kind": "exe"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            StoredFile.objects.update(**wrong)


def test_a_stream_that_breaks_off_leaves_nothing(store: Path, record: Information, officer: User) -> None:
    class Breaking(io.BytesIO):
        def read(self, *args: object) -> bytes:
            raise ConnectionError("the line is dead")

    with pytest.raises(ConnectionError):
        actions.attach(record=record, upload=File(Breaking(b"x"), name="x.txt"), by=people.viewer(officer))
    assert kept(store) == []
