"""Searching, narrowing, sorting, paging and taking away."""

import csv
import io
from datetime import timedelta

import pytest
from django.test import Client
from openpyxl import load_workbook

from roadstead.accounts.models import User
from roadstead.common import clock
from tests import people
from tests.apps.engagement.planting import plant
from tests.conftest import CountQueries

LIST = "/desk/information/"


@pytest.fixture
def desk(analyst: User) -> Client:
    return people.client_of(analyst)


def titles(client: Client, query: str = "", address: str = f"{LIST}export.csv") -> list[str]:
    answer = client.get(f"{address}?{query}")
    assert answer.status_code == 200
    return [row[1] for row in list(csv.reader(io.StringIO(answer.content.decode())))[1:]]


def test_words_are_looked_for_in_title_and_text_all_of_them(desk: Client) -> None:
    plant(title="Guards at the gate", text="Access points")
    plant(title="Lights", text="The gate is dark")
    plant(title="100% sure", text="_")
    assert set(titles(desk, "q=gate")) == {"Guards at the gate", "Lights"}
    assert titles(desk, "q=GATE+access") == ["Guards at the gate"]
    assert titles(desk, "q=100%25") == ["100% sure"], "a percent sign is no wildcard"
    assert titles(desk, "q=nothing+of+it") == []
    assert titles(desk, "q=%00gate+lights") == ["Lights"]


def test_narrowed_by_mark_kind_country_and_validity(desk: Client) -> None:
    plant(title="P", mark="public", kind="document")
    plant(title="N", mark="partner", states=["NG"])
    plant(title="T", countries=["TG"])
    over = plant(title="O", valid_until=clock.today() - timedelta(days=1))
    plant(title="L", valid_until=clock.today())
    assert titles(desk, "mark=public") == titles(desk, "kind=document") == ["P"]
    assert titles(desk, "country=NG") == ["N"]
    assert titles(desk, "country=tg") == ["T"]
    assert titles(desk, "standing=ended") == [over.title]
    assert "O" not in titles(desk)
    assert set(titles(desk, "standing=every")) == {"P", "N", "T", "O", "L"}
    assert set(titles(desk, "mark=nonsense&kind=x&country=%00&standing=z&sort=q")) == {"P", "N", "T", "L"}


def test_the_choices_of_countries_are_those_of_readable_records(desk: Client) -> None:
    plant(title="T", countries=["TG"])
    plant(title="R", mark="restricted", countries=["GH"])
    text = desk.get(LIST).content.decode()
    assert '<option value="TG"' in text
    assert '<option value="GH"' not in text


def test_sorted_by_each_column_both_ways(desk: Client) -> None:
    now = clock.now()
    plant(title="b", changed_at=now + timedelta(hours=1), valid_until=clock.today())
    plant(title="A", changed_at=now + timedelta(hours=2))
    plant(title="c", changed_at=now, valid_until=clock.today() + timedelta(days=1))
    assert titles(desk) == ["A", "b", "c"]
    assert titles(desk, "sort=title") == ["A", "b", "c"]
    assert titles(desk, "sort=-title") == ["c", "b", "A"]
    assert titles(desk, "sort=changed") == ["c", "b", "A"]
    assert titles(desk, "sort=until") == ["b", "c", "A"]
    assert titles(desk, "sort=-until") == ["c", "b", "A"]
    text = desk.get(f"{LIST}?sort=title&q=b").content.decode()
    assert 'aria-sort="ascending"' in text
    assert "?q=b&amp;sort=-title" in text


def test_long_lists_have_pages(desk: Client) -> None:
    for number in range(30):
        plant(title=f"Note {number:02}")
    text = desk.get(f"{LIST}?sort=title&page=2").content.decode()
    assert "30 records." in text
    assert "Note 25" in text
    assert "Note 24" not in text
    assert desk.get(f"{LIST}?page=nonsense").status_code == desk.get(f"{LIST}?page=99").status_code == 200


def test_what_fits_nothing_says_so(desk: Client) -> None:
    plant()
    text = desk.get(f"{LIST}?q=zzz").content.decode()
    assert "Nothing fits" in text
    assert "Show everything" in text


def test_the_files_run_nothing(desk: Client) -> None:
    plant(title="=1+1", text="x")
    plant(title="@SUM\x07(A1)")
    assert set(titles(desk)) == {"'=1+1", "'@SUM\x07(A1)"}
    book = load_workbook(io.BytesIO(desk.get(f"{LIST}export.xlsx").content))
    assert {row[1] for row in list(book.active.values)[1:]} == {"'=1+1", "'@SUM(A1)"}
    assert desk.get(f"{LIST}export.pdf").status_code == 404


@pytest.mark.parametrize(
    "address", [LIST, f"{LIST}export.csv", "/partner/information/", "/api/v1/information?limit=100"]
)
def test_marks_cost_nothing_with_the_number_of_records_and_states(
    address: str, at_most_queries: CountQueries, headquarters: User
) -> None:
    """The same queries with 1 and with 500 records, each shared with many States."""
    client, codes = people.client_of(headquarters), ["NG", "GH", "TG", *(f"X{n}" for n in range(9))]
    plant(mark="partner", states=codes, countries=codes)
    client.get(address)
    with at_most_queries(50) as few:
        client.get(address)
    for number in range(499):
        plant(title=f"Note {number}", mark="partner", states=codes[: 2 + number % 10])
    with at_most_queries(len(few)):
        assert client.get(address).status_code == 200
    assert len(few) <= people.SIGNED_IN + 6
