"""Uploading through a page: what a browser sends, what the page says, and that nothing piles up on the way."""

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from roadstead.accounts.models import User
from roadstead.engagement.models import Information
from roadstead.files.forms import UploadForm, hint
from roadstead.files.models import Attachment
from tests import people
from tests.apps.files import made
from tests.apps.files.conftest import attached, kept

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.apps.files.pages")]


def send(officer: User, record: Information, content: bytes, name: str = "plan.pdf", **more: str):
    upload = SimpleUploadedFile(name, content, content_type="application/pdf")
    return people.client_of(officer).post(f"/test/{record.pk}/", {"file": upload, "description": "", **more})


def error(response) -> str:
    assert response.status_code == 200
    found = re.search(r'id="id_file-error">.*?</span>(.*?)</span>', response.content.decode(), re.DOTALL)
    assert found, response.content.decode()
    return found[1]


def test_a_file_is_attached_without_any_script(store: Path, record: Information, officer: User) -> None:
    response = send(officer, record, made.png(), "plan.png", description="The plan of gate 2")
    assert response.status_code == 302
    (one,) = Attachment.objects.visible_to(people.viewer(officer))
    assert (one.name, one.description) == ("plan.png", "The plan of gate 2")
    assert len(kept(store)) == 1


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"MZ\x90\0" + bytes(100), "report.pdf", "This file is a program"),
        (b"<html><script>x</script>", "notes.txt", "web page, SVG or XML"),
        (b"", "notes.txt", "The file is empty"),
        (made.png()[:40], "photo.png", "cut short"),
        (made.office("docx", **{"word/document.xml": bytes(60_000_000)}), "a.docx", "unpack to far more"),
    ],
)
def test_what_is_not_taken_is_said_at_the_field(content, name, words, store, record, officer) -> None:
    assert words in error(send(officer, record, content, name))
    assert kept(store) == []


def test_a_form_without_a_file_says_so(record: Information, officer: User) -> None:
    response = people.client_of(officer).post(f"/test/{record.pk}/", {"description": "x"})
    assert "Choose a file first." in error(response)


def test_a_file_over_the_limit_is_said_with_both_sizes(settings, store, record, officer) -> None:
    settings.LARGEST_UPLOAD = 1_048_576
    said = error(send(officer, record, b"a" * 3_145_728))
    assert "The file has 3.0\xa0MB, and at most 1.0\xa0MB are taken." in said
    assert kept(store) == []


def test_a_form_of_several_megabytes_passes_though_other_bodies_may_not(settings, record, officer) -> None:
    assert settings.DATA_UPLOAD_MAX_MEMORY_SIZE == 1_048_576
    assert send(officer, record, b"a" * 5_000_000, "large.txt").status_code == 302


def test_what_comes_to_a_page_that_wants_no_file_is_not_kept(store: Path) -> None:
    upload = SimpleUploadedFile("a.txt", b"a" * 100_000)
    assert Client().post("/check/", {"file": upload}).status_code < 500
    assert kept(store) == []


def test_more_files_than_a_form_has_are_refused(record: Information, officer: User, store: Path) -> None:
    files = {f"file{n}": SimpleUploadedFile(f"{n}.txt", b"x") for n in range(6)}
    assert people.client_of(officer).post(f"/test/{record.pk}/", files).status_code == 400
    assert kept(store) == []


def test_an_upload_that_breaks_off_leaves_nothing(store: Path, record: Information, officer: User) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nSome wor'
    client = people.client_of(officer)
    response = client.generic("POST", f"/test/{record.pk}/", body, content_type="multipart/form-data; boundary=x")
    assert response.status_code in (200, 302, 400)
    assert [path for path in kept(store) if path.parent.name == "incoming"] == []


@pytest.mark.parametrize("name", ["../../etc/cron.d/x.txt", "..\\..\\x.txt", "a\u202etxt.x.txt", "x" * 400 + ".txt"])
def test_a_name_from_a_browser_is_cleaned(name: str, record: Information, officer: User) -> None:
    send(officer, record, b"Words\n", name)
    (one,) = Attachment.objects.visible_to(people.viewer(officer))
    assert not {"/", "\\", "\u202e"} & set(one.name)
    assert one.name.endswith(".txt")
    assert len(one.name) <= 120


def test_the_hint_names_the_kinds_and_the_limit(settings) -> None:
    settings.LARGEST_UPLOAD = 7 * 1_048_576
    assert "PDF" in hint()
    assert "at most 7.0\xa0MB" in hint()
    assert str(UploadForm().fields["file"].help_text) == hint()


def test_the_page_lists_what_is_attached(record: Information, officer: User) -> None:
    empty = people.client_of(officer).get(f"/test/{record.pk}/").content.decode()
    assert "No file is attached." in empty
    assert 'accept=".csv,.docx' in empty
    one = attached(record, officer, made.jpeg(exif=made.EXIF_POSITION), "<gate>.jpg")
    page = people.client_of(officer).get(f"/test/{record.pk}/").content.decode()
    assert "_gate_.jpg" in page
    assert "JPEG picture" in page
    assert "by Ana Reyes" in page
    assert "Says where it was taken" in page
    assert f'href="/files/{one.pk}/_gate_.jpg?inline=1"' in page
    assert f'href="/test/{record.pk}/files/{one.pk}/"' in page


def test_the_same_file_twice_is_said_at_the_field(record: Information, officer: User) -> None:
    attached(record, officer, b"Words\n")
    assert "attached here already" in error(send(officer, record, b"Words\n", "notes.txt"))


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"Words\n", "notes.txt", "“notes.txt” was attached."),
        (made.png(), "plan.pdf", "The file was attached as “plan.png” (PNG picture)."),
        (made.jpeg(exif=made.EXIF_POSITION), "gate.jpg", "The picture says where it was taken."),
    ],
)
def test_what_became_of_a_file_is_said(content, name, words, record, officer) -> None:
    client = people.client_of(officer)
    upload = SimpleUploadedFile(name, content)
    page = client.post(f"/test/{record.pk}/", {"file": upload, "description": ""}, follow=True)
    assert words in str([str(one) for one in page.context["messages"]])
