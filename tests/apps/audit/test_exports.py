"""The log as files: spreadsheets run nothing, chains hold, what is withheld is a stub, and taking one is recorded."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from roadstead.accounts.models import User
from roadstead.cli import audit_file
from roadstead.core import chain, proof
from tests.apps.audit.test_log import touch
from tests.apps.audit.things import events, rename
from tests.apps.engagement.planting import plant
from tests.conftest import FrozenClock
from tests.people import client_of, holder, person, viewer

pytestmark = pytest.mark.django_db
CSV, LINES = "/desk/log/events.csv", "/desk/log/events.jsonl"


@pytest.fixture
def chief() -> User:
    return holder("headquarters", name="Hana Chief")


@pytest.fixture
def desk(chief: User) -> Client:
    return client_of(chief)


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return b"".join(response.streaming_content).decode()  # type: ignore[attr-defined]


def table(client: Client, query: str = "") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text(client, f"{CSV}?{query}"))))


def lines(client: Client, query: str = "") -> list[dict[str, Any]]:
    return [json.loads(line) for line in text(client, f"{LINES}?{query}").splitlines()]


def verified(path: Path, rows: list[dict[str, Any]], **noted: str) -> proof.Checked:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return audit_file.check(path, {int(number[1:]): digest for number, digest in noted.items()})


def test_a_table_says_what_the_page_says_in_order(desk: Client, chief: User) -> None:
    ana = person("Ana & Co")
    rename(person=ana, to="one", by=viewer(chief))
    rename(person=ana, to="two", by=viewer(ana))
    found = table(desk, "type=tests.renamed")
    assert [row["sentence"] for row in found] == [
        "Hana Chief wrote one for Ana & Co ()",
        "Ana & Co wrote two for Ana & Co ()",
    ]
    assert found[0]["person"] == "Hana Chief"
    assert (found[0]["kind"], found[0]["record"]) == ("accounts.user", str(ana.pk))


def test_no_cell_is_a_formula(desk: Client) -> None:
    for beginning in "=+-@\t＝":
        some = person(f"{beginning}cmd|' /C calc'!A0", email=f"f{ord(beginning)}@example.org")
        rename(person=some, to=f"{beginning}x", by=viewer(some))
    for row in csv.reader(io.StringIO(text(desk, CSV))):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "＝"))]


def test_a_table_leaves_out_what_is_withheld_and_the_filters_hold(desk: Client, chief: User) -> None:
    touch(thing=plant(mark="restricted", title="Canary"), to="hidden", by=viewer(person()))
    touch(thing=plant(title="Open"), to="open", by=viewer(chief))
    whole = text(desk, CSV)
    assert "Canary" not in whole
    assert "hidden" not in whole
    assert "Open" in whole
    assert [row["sentence"].split()[-2] for row in table(desk, "kind=engagement.information")] == ["“Open”"]


def test_every_export_is_recorded_with_what_was_asked(desk: Client, chief: User) -> None:
    last = events()[-1].number
    table(desk, f"person={chief.pk}&elevated=on")
    lines(desk)
    desk.head(CSV)  # takes nothing
    first, second = events()[last:]
    assert first.type == second.type == "audit.log_exported"
    assert first.actor == chief.pk
    assert first.data == {"form": "CSV", "first": 1, "last": last, "asked": f"person {chief.pk}, elevated"}
    assert second.data["form"] == "JSON Lines"
    page = desk.get("/desk/log/").content.decode()
    assert f"exported the log as JSON Lines: events 1 to {last + 1}" in page
    assert f"exported the log as CSV: of events 1 to {last}, those with person {chief.pk}, elevated" in page


def test_json_lines_are_the_chain_and_hold(desk: Client, chief: User, tmp_path: Path) -> None:
    for number in range(3):
        rename(person=chief, to=str(number), by=viewer(chief))
    header, *rows = lines(desk)
    assert header["schema"] == "roadstead/audit/1"
    assert header["after"] == {"number": 0, "digest": chain.START}
    assert header["to"] == header["head"] == {"number": len(rows), "digest": rows[-1]["digest"]}
    found = verified(tmp_path / "f", [header, *rows], **{f"n{len(rows)}": rows[-1]["digest"]})
    assert (found.holds, found.links, found.withheld) == (True, len(rows), 0)
    assert not verified(tmp_path / "f", [header, *rows[:-1]]).holds


def test_what_is_withheld_is_a_stub_and_the_chain_still_holds(desk: Client, chief: User, tmp_path: Path) -> None:
    thing = plant(mark="restricted", title="Canary")
    touch(thing=thing, to="hidden", by=viewer(person("Zoe Zed")))
    rename(person=chief, to="after", by=viewer(chief))
    header, *rows = lines(desk)
    (stub,) = [row for row in rows if row.get("withheld")]
    assert stub.keys() == {"number", "previous", "digest", "withheld"}
    assert "hidden" not in json.dumps(rows)
    found = verified(tmp_path / "f", [header, *rows])
    assert (found.holds, found.withheld) == (True, 1)
    found = verified(tmp_path / "f", [header, *[row for row in rows if row is not stub]])
    assert found.broken_at == stub["number"] + 1


def test_days_are_a_part_of_the_chain_that_can_be_followed(clock: FrozenClock, tmp_path: Path) -> None:
    clock.set("2026-11-19")
    chief = holder("headquarters")
    for day in ("2026-11-20", "2026-11-21", "2026-11-22"):
        clock.set(day)
        rename(person=chief, to=day, by=viewer(chief))
    desk = client_of(chief)
    header, *rows = lines(desk, "since=2026-11-20&until=2026-11-21&person=Nobody&type=accounts.elevated")
    assert [row["data"]["organisation"] for row in rows] == ["2026-11-20", "2026-11-21"]
    assert header["after"]["number"] == rows[0]["number"] - 1
    assert header["head"]["number"] > header["to"]["number"] == rows[-1]["number"]
    assert verified(tmp_path / "f", [header, *rows]).holds
    (only,) = lines(desk, "until=1999-01-01")
    assert only["after"] == only["to"] == {"number": 0, "digest": chain.START}
    assert verified(tmp_path / "f", [only]).links == 0


def test_many_events_are_written_as_they_are_read(desk: Client, chief: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roadstead.audit.queries.AT_ONCE", 3)
    for number in range(10):
        rename(person=chief, to=str(number), by=viewer(chief))
    number = events()[-1].number
    assert [row["number"] for row in lines(desk)[1:]] == list(range(1, number + 1))
    assert [row["number"] for row in table(desk)] == [str(one) for one in range(1, number + 2)]


def test_a_file_is_named_and_kept_by_nobody_in_between(desk: Client) -> None:
    for address, kind in ((CSV, "text/csv"), (LINES, "application/jsonl")):
        response = desk.get(address)
        assert response["Content-Type"].startswith(kind)
        assert response["Content-Disposition"].startswith("attachment")
        assert {"private", "no-store"} <= set(response["Cache-Control"].replace(" ", "").split(","))
