"""Several at once, each with a connection of its own, on a database that is a file or a server as in service."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from roadstead.accounts.models import User
from roadstead.audit.models import Event
from roadstead.engagement.models import Information
from roadstead.files import actions
from roadstead.files.checking import check
from roadstead.files.errors import FilesError
from roadstead.files.models import Attachment, StoredFile
from tests import people
from tests.apps.engagement.planting import plant
from tests.apps.files.conftest import kept
from tests.together import Together

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 6


def attach(record: Information, by: User, content: bytes = b"The same words.\n") -> Callable[[], str]:
    viewer = people.viewer(by)

    def attached() -> str:
        upload = ContentFile(content, name="notes.txt")
        return actions.attach(record=record, upload=upload, by=viewer).file.sha256

    return attached


def counted() -> tuple[int, int, int]:
    """Stored files, attachments, events of attaching."""
    events = Event.objects.for_the_system("tests").filter(type="files.file_attached")
    return StoredFile.objects.count(), Attachment.objects.for_the_system("tests").count(), events.count()


def test_the_same_bytes_at_one_moment_lie_there_once(together: Together, store: Path, officer: User) -> None:
    records = [plant(by=officer) for _ in range(AT_ONCE)]
    digests = together([attach(record, officer) for record in records])
    assert set(digests) == {hashlib.sha256(b"The same words.\n").hexdigest()}
    assert len(kept(store)) == 1
    assert together([counted]) == [(1, AT_ONCE, AT_ONCE)]


def test_a_form_sent_twice_at_one_moment_attaches_once(together: Together, store, record, officer) -> None:
    results = together([attach(record, officer) for _ in range(AT_ONCE)])
    refused = [one for one in results if isinstance(one, FilesError)]
    assert len(refused) == AT_ONCE - 1
    assert all("attached here already" in str(one) for one in refused)
    assert len(kept(store)) == 1


@pytest.mark.parametrize("number", range(4))
def test_what_is_brought_while_orphans_are_removed_is_kept(number: int, together, store, record, officer) -> None:
    content = f"Words number {number}\n".encode()
    digest = hashlib.sha256(content).hexdigest()
    path = store / digest[:2] / digest[2:]
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    os.utime(path, (0, 0))
    cleaned, brought = together([lambda: check(remove_orphans=True), attach(record, officer, content)])
    assert brought == digest
    assert path.read_bytes() == content
    assert not cleaned.missing
