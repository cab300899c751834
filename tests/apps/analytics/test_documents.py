"""Downloads of the what-if: the same numbers as the page, and what they were computed from."""

import csv
import io

import openpyxl
import pytest

PAGE = "/desk/what-if/"
QUERY = "?a=since:2026-01-01;add:EG&b=remove:NG&may=25&may_source=Sector+Houston"
pytestmark = pytest.mark.usefixtures("voyages")


def get(client, name: str, query: str = QUERY):
    answer = client.get(f"{PAGE}{name}{query}")
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith('attachment; filename="what-if-invented-2026-11-22.')
    return answer


def test_json_is_the_whole_impact(client):
    body = get(client, "impact.json").json()
    assert body["schema"] == "roadstead/what-if/1"
    assert body["invented"] is True
    assert body["rule_book"].startswith("sha256:")
    assert body["known_at"] == "2026-11-22"
    assert body["voyages"] == {"set": "small", "label": "small", "arrivals": 8000}
    assert body["page"] == f"http://testserver{PAGE}{QUERY}"
    assert body["rates"]["may"] == {"value": 25.0, "source": "Sector Houston"}
    assert body["rates"]["hours"]["source"] is None
    first, second = body["drafts"]
    assert first["draft"]["add"] == [{"country": "EG", "since": "2026-01-01", "place": None}]
    assert first["impact"]["arrivals"] == second["impact"]["arrivals"] == 8000
    assert {"months", "zones", "operators", "at_sea", "outcomes"} <= first["impact"].keys()
    assert first["examinations_a_year"] > 0 == second["examinations_a_year"]


def test_csv_is_one_long_table_that_says_what_it_is(client):
    rows = list(csv.DictReader(io.StringIO(get(client, "tables.csv").content.decode())))
    whole = get(client, "impact.json").json()["drafts"]
    assert {row["table"] for row in rows} >= {"months", "zones", "arrival_ports", "ports", "flags"}
    assert {(row["draft"], row["draft_text"]) for row in rows} == {
        ("a", "since:2026-01-01;add:EG"),
        ("b", "remove:NG"),
    }
    assert all(row["invented"] == "true" and row["rule_book"].startswith("sha256:") for row in rows)
    months = [row for row in rows if row["table"] == "months" and row["draft"] == "a"]
    assert [int(row["newly_caught"]) for row in months] == [m["newly_caught"] for m in whole[0]["impact"]["months"]]


def test_xlsx_has_a_sheet_for_each_table(client):
    book = openpyxl.load_workbook(io.BytesIO(get(client, "tables.xlsx").content))
    assert book.sheetnames[0] == "About"
    assert {"months", "zones", "flags", "operators", "at_sea"} <= set(book.sheetnames)
    about = {row[0]: row[1] for row in book["About"].iter_rows(values_only=True)}
    assert about["invented"] is True
    assert about["draft a"] == "since:2026-01-01;add:EG"
    assert about["rule_book"].startswith("sha256:")
    assert about["answer a"].startswith("Listing Egypt from 1 January 2026 on")
    header = next(book["months"].iter_rows(values_only=True))
    assert header[:4] == ("draft", "key", "name", "voyages")


def test_what_is_typed_is_no_formula(client):
    query = "?a=except:NG:%3D1%2B1&may=25&may_source=%3DHYPERLINK(1)"
    book = openpyxl.load_workbook(io.BytesIO(get(client, "tables.xlsx", query).content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    assert "'=HYPERLINK(1)" in [cell.value for cell in cells]


@pytest.mark.parametrize(("query", "field"), [("?a=add:XX", "a_add_1"), ("", "a"), ("?a=add:EG&may=x", "may")])
def test_programs_are_told_which_field_is_wrong(client, query, field):
    answer = client.get(f"{PAGE}impact.json{query}")
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [field]
