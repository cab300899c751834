"""Files over HTTP: to whom, under which headers, and never as something that runs."""

import logging
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from roadstead.accounts.roles import Role
from roadstead.audit.models import Event
from roadstead.files import actions
from roadstead.files.models import Attachment
from tests import people
from tests.apps.engagement.planting import plant
from tests.apps.files import made
from tests.apps.files.conftest import attached, kept

pytestmark = pytest.mark.django_db


def address(one: Attachment) -> str:
    return reverse("files:file", args=[one.pk, one.name])


def body(response) -> bytes:
    return b"".join(response.streaming_content)


def readings() -> list[Event]:
    return list(Event.objects.for_the_system("tests").filter(type="files.restricted_file_read"))


def test_a_public_file_is_open_to_all_and_kept_for_a_minute(officer) -> None:
    one = attached(plant(by=officer, mark="public"), officer)
    response = Client().get(address(one))
    assert response.status_code == 200
    assert body(response) == b"Some words.\n"
    assert response.headers["Cache-Control"] == "public, max-age=60"
    assert response.headers["Content-Length"] == "12"


def test_any_other_file_is_kept_by_nobody(record, officer) -> None:
    response = people.client_of(officer).get(address(attached(record, officer)))
    assert body(response) == b"Some words.\n"
    assert set(response.headers["Cache-Control"].split(", ")) == {"private", "no-store"}
    public = attached(plant(by=officer, mark="public"), officer)
    signed_in = people.client_of(officer).get(address(public))
    assert set(signed_in.headers["Cache-Control"].split(", ")) == {"private", "no-store"}


@pytest.mark.parametrize("kind", made.EVERY_KIND)
def test_every_kind_is_saved_and_nothing_in_it_has_any_power(kind: str, officer) -> None:
    name, content = made.EVERY_KIND[kind]
    one = attached(plant(by=officer, mark="public"), officer, content, name)
    for query in ("", "?inline=1"):
        response = Client().get(address(one) + query)
        assert body(response) == content
        inline = query and kind in ("png", "jpeg", "webp", "gif", "pdf")
        assert response.headers["Content-Disposition"] == f'{"inline" if inline else "attachment"}; filename="{name}"'
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        policy = response.headers["Content-Security-Policy"]
        assert policy.startswith("sandbox; default-src 'none'")
        assert "unsafe" not in policy
        assert response.headers["X-Frame-Options"] == "DENY"
        assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        for dangerous in ("html", "svg", "/xml", "javascript"):
            assert dangerous not in response.headers["Content-Type"]


def test_the_type_comes_from_the_content_and_not_from_the_name(officer) -> None:
    record = plant(by=officer, mark="public")
    one = attached(record, officer, made.png(), "page.html")
    assert one.name == "page.html.png"
    assert Client().get(address(one)).headers["Content-Type"] == "image/png"
    other = attached(record, officer, "Grüße".encode(), "page.html")
    assert Client().get(address(other)).headers["Content-Type"] == "text/plain; charset=utf-8"
    latin = attached(record, officer, "Grüße".encode("latin-1"), "list.csv")
    assert Client().get(address(latin)).headers["Content-Type"] == "text/plain; charset=windows-1252"


def test_a_name_in_any_script_arrives(officer) -> None:
    one = attached(plant(by=officer, mark="public"), officer, b"x\n", "Bericht über 100% Häfen؟ #1; تقرير.txt")
    response = Client().get(address(one))
    assert response.status_code == 200
    assert response.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''Bericht%20%C3%BCber%20100")


@pytest.mark.parametrize("mark", ["programme", "partner", "restricted"])
def test_what_may_not_be_seen_is_not_there(mark: str, officer) -> None:
    one = attached(plant(by=officer, mark=mark, states=["NG"], named=[officer]), officer)
    for client in (Client(), people.client_of(people.holder(Role.OPERATOR))):
        hidden = client.get(address(one))
        nothing = client.get("/files/999999/notes.txt")
        assert hidden.status_code == nothing.status_code == 404
        assert hidden.content == nothing.content
        assert "ETag" not in hidden.headers
        conditional = client.get(address(one), headers={"if-none-match": f'"{one.file.sha256}"'})
        assert conditional.status_code == 404


def test_what_was_removed_is_not_there(record, officer) -> None:
    one = attached(record, officer)
    actions.remove_attachment(attachment=one, why="a slip", by=people.viewer(officer))
    assert people.client_of(officer).get(address(one)).status_code == 404


@pytest.mark.parametrize(
    "path",
    ["/files/{}/other.txt", "/files/{}/", "/files/{}", "/files/../{}/notes.txt", "/files/" + "9" * 30 + "/notes.txt"],
)
def test_another_address_is_not_there(path: str, record, officer) -> None:
    one = attached(record, officer)
    assert people.client_of(officer).get(path.format(one.pk)).status_code == 404


def test_the_folder_is_served_by_nothing(store: Path, officer) -> None:
    attached(plant(by=officer, mark="public"), officer)
    (path,) = kept(store)
    for tried in (f"/files/{path.parent.name}/{path.name}", f"/static/../files/{path.parent.name}/{path.name}"):
        assert Client().get(tried).status_code == 404


def test_only_reading_is_answered(record, officer) -> None:
    client, one = people.client_of(officer), attached(record, officer)
    assert client.head(address(one)).status_code == 200
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)(address(one)).status_code == 405


def test_what_a_browser_has_already_is_not_sent_again(officer) -> None:
    one = attached(plant(by=officer, mark="public"), officer)
    tag = Client().get(address(one)).headers["ETag"]
    assert tag == f'"{one.file.sha256}"'
    assert Client().get(address(one), headers={"if-none-match": tag}).status_code == 304


@pytest.mark.parametrize("content", [b"", b"Some", b"Other words\n", None])
def test_a_damaged_file_is_told_of_and_not_given_out(content, store: Path, record, officer, caplog) -> None:
    one = attached(record, officer)
    (path,) = kept(store)
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    with caplog.at_level(logging.ERROR):
        response = people.client_of(officer).get(address(one))
    assert response.status_code == 500
    assert "no longer as it was attached" in response.content.decode()
    assert one.file.sha256 in response.content.decode()
    assert one.file.sha256 in caplog.text


def test_reading_a_file_of_a_restricted_record_is_noted(officer) -> None:
    secret = plant(by=officer, mark="restricted", named=[officer])
    one = attached(secret, officer)
    people.client_of(officer).get(address(one))
    (event,) = readings()
    assert (event.subject_kind, event.subject, event.actor) == ("engagement.information", str(secret.pk), officer.pk)
    assert event.data == {"attachment": one.pk, "name": "notes.txt", "sha256": one.file.sha256}


def test_breaking_the_glass_is_noted_with_the_session(officer) -> None:
    one = attached(plant(by=officer, mark="restricted", named=[officer]), officer)
    chief = people.holder(Role.HEADQUARTERS)
    assert people.client_of(chief).get(address(one)).status_code == 404
    assert readings() == []
    assert people.client_of(chief, power=True).get(address(one)).status_code == 200
    (event,) = readings()
    assert event.actor == chief.pk
    assert event.elevation is not None


def test_reading_any_other_file_is_not_noted(record, officer) -> None:
    people.client_of(officer).get(address(attached(record, officer)))
    assert readings() == []


def test_it_costs_few_queries(officer, at_most_queries) -> None:
    one = attached(plant(by=officer, mark="public"), officer)
    client, where = Client(), address(one)
    with at_most_queries(2):
        body(client.get(where))
    signed_in = people.client_of(officer)
    with at_most_queries(5):  # session, person, rights, file, record
        body(signed_in.get(where))
