"""The messages of the demonstration, on a page."""

from pathlib import Path

import pytest
from django.core.mail import EmailMultiAlternatives, send_mail
from django.test import Client, override_settings

from roadstead.common import outbox

pytestmark = pytest.mark.django_db
BACKEND = "roadstead.common.outbox.FolderBackend"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path):
    with override_settings(EMAIL_BACKEND=BACKEND, OUTBOX=tmp_path / "outbox"):
        yield


def test_messages_are_listed_the_newest_first(client: Client) -> None:
    send_mail("The first", "one", None, ["ana@example.org"])
    send_mail("The second, Überprüfung", "two", None, ["ben@example.org"])
    page = client.get("/outbox/").content.decode()
    assert page.index("The second, Überprüfung") < page.index("The first")
    assert "ana@example.org" in page


def test_links_can_be_followed_and_nothing_else_is_alive(client: Client) -> None:
    body = "Open http://127.0.0.1:8000/recovery/stop/abc/ now.\n<script>alert(1)</script>"
    message = EmailMultiAlternatives("<b>Subject</b>", body, None, ["ana@example.org"])
    message.attach_alternative("<p id=alive>HTML</p>", "text/html")
    message.send()
    page = client.get(f"/outbox/{outbox.names()[0]}/").content.decode()
    assert '<a href="http://127.0.0.1:8000/recovery/stop/abc/"' in page
    assert "&lt;script&gt;" in page
    assert "&lt;b&gt;Subject" in page
    assert "alive" not in page


def test_long_links_come_through_whole(client: Client) -> None:
    link = "http://127.0.0.1:8000/invitation/" + "x" * 120 + "/"
    send_mail("Invited", f"Hello é\n\n{link}\n", None, ["ana@example.org"])
    assert link in client.get(f"/outbox/{outbox.names()[0]}/").content.decode()


def test_without_messages_it_says_how_to_get_one(client: Client) -> None:
    assert "No message yet" in client.get("/outbox/").content.decode()


@pytest.mark.parametrize(
    "name", ["..", "nothing", "20260101T000000000000-abcdef01", "20260101T000000000000-abcdef01%2F.."]
)
def test_what_is_not_there_is_not_found(client: Client, name: str) -> None:
    assert client.get(f"/outbox/{name}/").status_code == 404


def test_other_files_of_the_folder_are_not_shown(client: Client, tmp_path: Path) -> None:
    send_mail("One", "one", None, ["ana@example.org"])
    (tmp_path / "outbox" / "secret.eml").write_text("Subject: secret\n\nsecret")
    assert "secret" not in client.get("/outbox/").content.decode()
    assert client.get("/outbox/secret/").status_code == 404


def test_a_damaged_message_is_shown_as_far_as_it_goes(client: Client, tmp_path: Path) -> None:
    (tmp_path / "outbox").mkdir()
    (tmp_path / "outbox" / "20260101T000000000000-abcdef01.eml").write_bytes(b"\xff\x00 no headers")
    assert client.get("/outbox/").status_code == 200
    assert client.get("/outbox/20260101T000000000000-abcdef01/").status_code == 200


def test_many_are_paged(client: Client) -> None:
    for number in range(31):
        send_mail(f"Number {number}", "x", None, ["ana@example.org"])
    assert "Number 0<" not in client.get("/outbox/").content.decode()
    assert "Number 0<" in client.get("/outbox/?page=2").content.decode()


def test_production_has_no_such_page(client: Client, as_production: None) -> None:
    send_mail("One", "one", None, ["ana@example.org"])
    assert client.get("/outbox/").status_code == 404
    assert client.get(f"/outbox/{outbox.names()[0]}/").status_code == 404
