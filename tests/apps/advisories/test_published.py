"""An edition that is published is there with the next request: in this process, in another, and on the command line."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from roadstead.advisories import books, printed_facilities, queries
from roadstead.rulebook import local
from roadstead.rulebook.publishing import publish as put
from roadstead.web.search import open_data
from tests.rulebook.new import ID, edition, record

REPOSITORY = Path(__file__).resolve().parents[3]
NOTICE = {
    "schema": "roadstead/notice/1",
    "vessel": {
        "name": "INVENTED",
        "imo": "9074729",
        "flag": "PA",
        "type": "General Dry Cargo Ship",
        "commercial": True,
    },
    "arrival": {"port": "USHOU", "eta": "2027-01-10T06:00:00Z"},
    "calls": [
        {"country": "KE", "port": "KEMBA", "arrived": "2026-12-28T02:00:00Z", "departed": "2026-12-30T02:00:00Z"}
    ],
}


def lists_kenya(known: date) -> Any:
    return edition(known=known, effective=known)


@pytest.fixture
def book(tmp_path: Path, settings) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path / "rulebook"


@pytest.mark.django_db
def test_pages_documents_and_decisions_have_it_with_the_next_request(client, book, today):
    def decided() -> str:
        answer = client.post("/api/v1/decisions", json.dumps(NOTICE), content_type="application/json")
        return str(answer.json()["outcome"])

    def kenya() -> bool:
        return any(one["code"] == "KE" for one in client.get("/advisory.json").json()["countries"])

    assert (decided(), kenya()) == ("does_not_apply", False)
    tag = client.get("/advisory/")["ETag"]
    put(book, lists_kenya(today), today=today)
    assert (decided(), kenya()) == ("applies", True)
    page = client.get("/advisory/", headers={"If-None-Match": tag})
    assert page.status_code == 200
    assert "Kenya" in page.content.decode()
    assert client.get(f"/advisory/editions/{ID}/").status_code == 200
    assert ID in client.get("/advisory.atom").content.decode()
    newest = client.get("/advisory/changes.json").json()["editions"][0]
    assert (newest["edition"]["id"], [one["code"] for one in newest["listed"]]) == (ID, ["KE"])
    assert client.get("/advisory.pdf").content != b""
    before = client.get(f"/advisory.json?known_at={today - timedelta(days=1)}").json()
    assert "KE" not in {one["code"] for one in before["countries"]}
    assert ID in {id_ for id_, words in open_data._edition_words(today)}  # what the search finds editions by
    assert "NG-JETTY" in {row.key for row in printed_facilities.exceptions()}  # what the register is held against


def test_a_facility_of_a_country_that_ships_with_the_package_is_there(client, book, today):
    put(book, lists_kenya(today), today=today)
    nigeria = next(one for one in client.get("/advisory.json").json()["countries"] if one["code"] == "NG")
    (jetty,) = [row for row in nigeria["exceptions"] if row["facility"] == "NG-JETTY"]
    assert (jetty["name"], jetty["numbers"][0]["normalised"]) == ("Invented Jetty of Lagos", "NGLOS-9999")


def test_nothing_is_parsed_again_while_nothing_changed(book, today, monkeypatch):
    put(book, lists_kenya(today), today=today)
    first = queries.rule_book()

    def parsed(*args: object, **kwargs: object) -> None:
        raise AssertionError("the book was read again")

    monkeypatch.setattr("roadstead.rulebook.loader.load", parsed)
    assert queries.rule_book() is first
    assert queries.snapshot(today) is queries.snapshot(today)


def test_within_a_request_the_book_is_one(book, today):
    with books.one_book():
        before = queries.rule_book()
        put(book, lists_kenya(today), today=today)
        assert queries.rule_book() is before
    assert queries.rule_book().digest != before.digest


def test_a_slip_of_the_hand_leaves_the_last_good_book_in_force_and_is_logged(client, book, today, caplog):
    put(book, lists_kenya(today), today=today)
    good = client.get("/advisory.json").json()["rule_book"]
    (book / "sources.yaml").write_text("ours: {title: x", encoding="utf-8")
    assert client.get("/advisory.json").json()["rule_book"] == good
    assert "local rule book cannot be read" in caplog.text
    (book / "sources.yaml").write_text("mine: {title: Ours, kind: invented, url: 'https://example.org/'}")
    assert client.get("/advisory.json").json()["rule_book"] == good  # a source alone says nothing
    (book / "sanctions.yaml").write_text("x: {country: KE, text: Invented., source: mine}")
    assert client.get("/advisory.json").json()["rule_book"] != good


def test_the_version_is_read_without_parsing_and_fast(book, today):
    put(book, lists_kenya(today), today=today)
    started = time.perf_counter()
    for _ in range(200):
        local.version(book)
    assert (time.perf_counter() - started) / 200 < 0.002
    assert local.version(book) == ((f"published/{ID}", 0, 0),)
    assert local.version(book / "nowhere") == ()


SERVER = """
from wsgiref.simple_server import make_server, WSGIRequestHandler
from roadstead.config.wsgi import application
class Quiet(WSGIRequestHandler):
    def log_message(self, *args): pass
make_server("127.0.0.1", {port}, application, handler_class=Quiet).serve_forever()
"""


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[list[str]]:
    """The addresses of two real server processes over one data folder."""
    environment = {**os.environ, "ROADSTEAD_DATA_DIR": str(tmp_path), "PYTHONPATH": str(REPOSITORY / "src")}
    environment |= {"DJANGO_SETTINGS_MODULE": "roadstead.config.settings", "DATABASE_URL": ""}
    ports, started = [], []
    for _ in range(2):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            ports.append(probe.getsockname()[1])
    for port in ports:
        command = [sys.executable, "-c", SERVER.format(port=port)]
        started.append(subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL))
    addresses = [f"http://127.0.0.1:{port}" for port in ports]
    for address in addresses:
        _wait(f"{address}/healthz")
    yield addresses
    for process in started:
        process.terminate()
        process.wait(timeout=20)


def _wait(address: str) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(address, timeout=5)
            return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"{address} does not answer")


def asked(address: str) -> tuple[str, bool]:
    """What a server decides, and whether its list names Kenya."""
    body = json.dumps(NOTICE).encode()
    request = urllib.request.Request(
        f"{address}/api/v1/decisions", data=body, headers={"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        outcome = json.load(answer)["outcome"]
    with urllib.request.urlopen(f"{address}/advisory.json", timeout=60) as answer:
        return outcome, any(one["code"] == "KE" for one in json.load(answer)["countries"])


@pytest.mark.enable_socket
def test_two_running_servers_and_the_command_have_it_without_a_restart(servers, tmp_path):
    def commanded() -> str:
        command = [str(Path(sys.executable).with_name("roadstead")), "decide", "-", "--format", "json"]
        environment = {**os.environ, "ROADSTEAD_DATA_DIR": str(tmp_path)}
        done = subprocess.run(
            command, input=json.dumps(NOTICE), capture_output=True, text=True, env=environment, timeout=60
        )
        return str(json.loads(done.stdout)["outcome"])

    assert [asked(address) for address in servers] == [("does_not_apply", False)] * 2
    assert commanded() == "does_not_apply"
    from roadstead.common import clock

    day = clock.now().date()
    new = edition(known=day, effective=day)
    assert record().title == new.record.title
    put(tmp_path / "rulebook", new, today=day)
    assert [asked(address) for address in servers] == [("applies", True)] * 2
    assert commanded() == "applies"
