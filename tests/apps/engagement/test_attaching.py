"""Files of shared information: seen by whom the record is seen by, changed by who may speak to them."""

from pathlib import Path

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from roadstead.accounts.models import User
from roadstead.common.access.marks import Mark
from roadstead.engagement.actions.attaching import attach_file, remove_file
from roadstead.files import queries as files
from tests import people
from tests.apps.engagement.acting import mark, shared, written

LIST = "/desk/information/"


@pytest.fixture(autouse=True)
def _store(settings: object, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path  # type: ignore[attr-defined]


def upload(name: str = "words.txt") -> ContentFile:
    return ContentFile(b"Some words.\n", name=name)


def test_attached_and_removed_through_the_pages(liaison: User, nigeria: User) -> None:
    record, client = written(liaison), people.client_of(liaison)
    shared(record, liaison, "NG")
    sent = {"file": SimpleUploadedFile("words.txt", b"Some words.\n"), "description": "Peculiar words"}
    assert client.post(f"{LIST}{record.pk}/files/", sent).status_code == 302
    assert "Peculiar words" in client.get(f"{LIST}{record.pk}/").content.decode()
    partner = people.client_of(nigeria).get(f"/partner/information/{record.pk}/").content.decode()
    assert "Peculiar words" in partner
    assert "Lea Liaison" not in partner
    (file,) = files.attachments_of(record, people.viewer(liaison))
    address = f"{LIST}{record.pk}/files/{file.pk}/"
    assert "words.txt" in client.get(address).content.decode()
    assert client.post(address, {"why": ""}).status_code == 422
    assert client.post(address, {"why": "the wrong file"}).status_code == 302
    assert "Peculiar words" not in people.client_of(nigeria).get(f"/partner/information/{record.pk}/").content.decode()
    assert client.get(address).status_code == 404


def test_what_is_no_file_is_told_kindly(liaison: User) -> None:
    record, client = written(liaison), people.client_of(liaison)
    response = client.post(f"{LIST}{record.pk}/files/", {"file": SimpleUploadedFile("x.txt", b"<script>\x00")})
    assert response.status_code == 422
    assert client.post(f"{LIST}{record.pk}/files/", {}).status_code == 422


def test_who_may_not_speak_to_its_readers_attaches_nothing(analyst: User, headquarters: User) -> None:
    record = written(headquarters)
    file = attach_file(information=record, upload=upload(), description="", by=people.viewer(headquarters))
    mark(record, headquarters, Mark.PUBLIC)
    by = people.viewer(analyst)
    with pytest.raises(PermissionDenied):
        attach_file(information=record, upload=upload("other.txt"), description="", by=by)
    with pytest.raises(PermissionDenied):
        remove_file(information=record, attachment=file, why="mine", by=by)


def test_to_what_one_may_not_read_nothing_is_attached(liaison: User, headquarters: User) -> None:
    record = written(liaison, mark=Mark.RESTRICTED, reason="a source")
    with pytest.raises(ObjectDoesNotExist):
        attach_file(information=record, upload=upload(), description="", by=people.viewer(headquarters))
