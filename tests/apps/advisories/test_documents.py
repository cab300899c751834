"""The advisory for programs. No test here has the `db` mark: a document that asks the database fails."""

import csv
import io
import json
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from roadstead.advisories import pdf, queries
from roadstead.publication import history, keyring

ATOM = "{http://www.w3.org/2005/Atom}"
DOCUMENTS = [
    ("/advisory.json", "application/json"),
    ("/advisory.csv", "text/csv; charset=utf-8"),
    ("/advisory.atom", "application/atom+xml; charset=utf-8"),
    ("/.well-known/port-security-advisory.json", "application/json"),
    ("/advisory/compare.json?a=2-19", "application/json"),
]


@pytest.mark.parametrize(("path", "kind"), DOCUMENTS)
def test_anyone_may_read_and_keep_them(client, path, kind):
    answer = client.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (200, kind)
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "max-age=300" in answer["Cache-Control"]
    assert "public" in answer["Cache-Control"]
    again = client.get(path, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.head(path).status_code == 200
    assert client.post(path).status_code == 405


def test_list_of_today(client):
    document = client.get("/advisory.json").json()
    assert document["schema"] == "roadstead/advisory/1"
    assert (document["on"], document["known_at"]) == ("2026-11-22", "2026-11-22")
    assert len(document["countries"]) == document["listed_count"] == 23
    assert document["edition"]["psa"] == "4-25"
    assert document["edition"]["effective_on"] == "2025-09-17"
    assert document["last_confirmed_on"] == "2025-09-27"
    assert document["rule_book"].startswith("sha256:")
    nigeria = next(country for country in document["countries"] if country["code"] == "NG")
    assert (nigeria["listed"], nigeria["since"], nigeria["ground"]) == ("yes", "2014-06-26", "assessed")
    assert nigeria["citation"] == "79 FR 33771"
    terminal = next(row for row in nigeria["exceptions"] if row["facility"] == "NG-02")
    assert terminal["numbers"] == [{"printed": "NGAPP-0001", "normalised": "NGAPP-0001", "certain": True}]
    cuba = next(country for country in document["countries"] if country["code"] == "CU")
    assert (cuba["ground"], cuba["exceptions"][0]["tier"]) == ("deemed", "carved_out")


def test_list_of_2008(client):
    document = client.get("/advisory.json?on=2008-04-21").json()
    codes = [country["code"] for country in document["countries"] if country["listed"] == "yes"]
    assert sorted(codes) == ["CM", "CU", "GQ", "GW", "ID", "IR", "LR", "MR", "SY"]


def test_what_was_not_known_yet_is_left_out(client):
    then = client.get("/advisory.json?on=2023-06-01&known_at=2023-06-01").json()
    since = client.get("/advisory.json?on=2023-06-01").json()
    assert "SD" not in {country["code"] for country in then["countries"]}
    assert {country["code"]: country["listed"] for country in since["countries"]}["SD"] == "unknown"


def test_knowledge_of_days_to_come_is_that_of_today(client):
    assert client.get("/advisory.json?known_at=2099-01-01").json()["known_at"] == "2026-11-22"


@pytest.mark.parametrize("path", ["/advisory.json", "/advisory.csv"])
@pytest.mark.parametrize("field", ["on", "known_at"])
@pytest.mark.parametrize("text", ["yesterday", "2019-02-30", "30.5.2019", "20190530", "<script>", "2019-05-30T00:00Z"])
def test_a_day_that_cannot_be_read_is_refused_in_words(client, path, field, text):
    answer = client.get(path, {field: text})
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    problem = answer.json()
    assert problem["errors"][0]["field"] == field
    assert text in problem["detail"]
    assert "2019-05-30" in problem["detail"]


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar(client, text):
    assert client.get("/advisory.json", {"on": text, "known_at": text}).status_code == 200


def test_table_has_a_row_for_each_excepted_facility(client):
    answer = client.get("/advisory.csv?on=2026-11-22")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert len({row["country"] for row in rows}) == 23
    assert len([row for row in rows if row["country"] == "NG"]) == 25
    (nauru,) = [row for row in rows if row["country"] == "NR"]
    assert (nauru["facility"], nauru["since"]) == ("", "2017-04-14")
    assert 'filename="advisory-2026-11-22-known-2026-11-22.csv"' in answer["Content-Disposition"]


def test_table_holds_no_formula(client, publish):
    publish("sources.yaml", 'ours: {title: Our notice, kind: notice, url: "https://example.org/notice"}')
    publish("facilities/NG.yaml", 'facilities: {NG-TEST: {name: "=HYPERLINK(0)", sources: [ours]}}')
    publish(
        "editions/2026-01-19-psa-1-26.yaml",
        "{title: One more, psa: {number: 1-26}, known: 2026-01-05, effective: 2026-01-19, confidence: high,"
        " sources: [ours], changes: [{do: except, facilities: [NG-TEST]}]}",
    )
    text = client.get("/advisory.csv").content.decode()
    assert "'=HYPERLINK(0)" in text
    assert ",=HYPERLINK" not in text


def test_feed_holds_every_edition(client):
    answer = client.get("/advisory.atom")
    feed = ET.fromstring(answer.content)
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 45
    assert entries[0].findtext(f"{ATOM}title") == "PSA 4-25: Suriname listed"
    assert entries[1].findtext(f"{ATOM}title").startswith("PSA 3-25 (number inferred): ")
    assert entries[0].findtext(f"{ATOM}updated") == "2025-09-03T00:00:00+00:00"
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 45
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == "http://testserver/advisory.atom"
    for entry in entries:
        assert client.get(entry.find(f"{ATOM}link").get("href")).status_code == 200


def test_pointer_leads_to_everything(client):
    pointer = client.get("/.well-known/port-security-advisory.json").json()
    assert pointer["last_confirmed_on"] == "2025-09-27"
    assert pointer["license"] == "Apache-2.0"
    assert pointer["list_schema"] == "roadstead/advisory/1"
    for address in (*pointer["list"].values(), pointer["feed"], pointer["compare"], pointer["editions"]):
        assert client.get(address).status_code == 200
    assert pointer["decisions"].endswith("/api/v1/decisions")
    assert pointer["api"].endswith("/api/v1/openapi.json")


def test_difference(client):
    found = client.get("/advisory/compare.json?a=2-19&b=2025-10-01").json()
    assert found["schema"] == "roadstead/advisory-difference/1"
    assert (found["a"]["on"], found["b"]["on"]) == ("2019-05-30", "2025-10-01")
    assert {entry["code"] for entry in found["added"]} == {"CU", "KP", "SD", "SR"}


def test_difference_says_everything_that_is_wrong(client):
    answer = client.get("/advisory/compare.json?a=x&b=2019-02-30&known_at=y")
    assert answer.status_code == 422
    assert {problem["field"] for problem in answer.json()["errors"]} == {"a", "b", "known_at"}
    assert json.loads(answer.content)["type"] == "/api/v1/docs#bad-parameter"


def test_changes_of_every_edition_up_to_a_day(client):
    found = client.get("/advisory/changes.json?on=2019-06-01&known_at=2019-06-01").json()
    assert (found["schema"], found["on"]) == ("roadstead/advisory-changes/1", "2019-06-01")
    djibouti = found["editions"][0]
    assert djibouti["edition"]["id"] == "2019-05-30-psa-2-19"
    assert djibouti["listed"] == [{"code": "DJ", "name": "Djibouti"}]
    assert {row["facility"] for row in djibouti["excepted"]} == {"DJ-DCT", "DJ-HORIZON"}
    assert "DJ" in djibouti["listed_after"]
    assert "DJ" not in found["editions"][1]["listed_after"]
    assert client.get("/advisory/changes.json?on=soon").status_code == 422


def test_the_feed_as_known_on_a_day(client):
    then = client.get("/advisory.atom?on=2019-06-01&known_at=2019-06-01").content.decode()
    assert "2019-05-30-psa-2-19" in then
    assert "2025-09-17-psa-4-25" not in then
    page = client.get("/advisory/editions/?on=2019-06-01&known_at=2019-06-01").content.decode()
    assert "2019-05-30-psa-2-19" in page
    assert "2025-09-17-psa-4-25" not in page
    assert "No edition by that day" in client.get("/advisory/editions/?on=1999-01-01").content.decode()


def test_the_list_on_paper_is_tagged_in_both_sizes(client):
    letter, a4 = (client.get(f"/advisory.pdf?on=2019-06-01&paper={paper}") for paper in ("letter", "a4"))
    for answer, size in ((letter, b"/MediaBox[0 0 612 792]"), (a4, b"/MediaBox[0 0 595.27")):
        assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
        assert size in answer.content
        assert b"/StructTreeRoot" in answer.content
    assert client.get("/advisory.pdf?on=2019-06-01&paper=letter").content == letter.content
    said = json.dumps(pdf.content(queries.advisory(date(2019, 6, 1), date(2019, 6, 1))))
    assert "Doraleh Container Terminal" in said
    assert "Suriname" not in said


def test_keys_are_published_once_there_are_any(client, tmp_path, settings):
    settings.DATA_DIR = tmp_path
    assert client.get("/advisory/keys.json").status_code == 404
    assert client.get("/.well-known/port-security-advisory.json").json()["keys"] == []
    made = keyring.begin(tmp_path / "keys", "2026-11-22T12:00:00Z")
    answer = client.get("/advisory/keys.json")
    assert history.read(answer.content).history == made.history
    assert b"PRIVATE" not in answer.content
    pointer = client.get("/.well-known/port-security-advisory.json").json()
    assert (pointer["root"]["id"], pointer["current"]) == (made.root, made.current and made.current.id)
    (tmp_path / "keys" / "keys.json").write_bytes(answer.content.replace(b"introduce", b"replace"))
    assert client.get("/advisory/keys.json").status_code == 404  # a history that does not hold is not published
