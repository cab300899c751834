"""Coverage, portfolios and hand-overs as pages: what they show, to whom, and at what cost."""

import csv
import io
import re
from datetime import date, timedelta

import pytest
from django.test import Client
from openpyxl import load_workbook

from roadstead.accounts.models import User
from roadstead.common import clock as real_clock
from roadstead.registry.actions import handing_over
from roadstead.registry.models import Assignment, Country, HandOver
from tests import people
from tests.apps.registry.posting import assign, countries, cover, days, headquarters, officer, post, stand
from tests.conftest import CountQueries

pytestmark = pytest.mark.django_db
BOARD, MINE = "/desk/coverage/", "/desk/portfolio/"


@pytest.fixture(autouse=True)
def _countries(clock) -> None:
    countries()


@pytest.fixture
def by() -> User:
    return headquarters()


@pytest.fixture
def ana(by: User) -> User:
    return officer("Ana Reyes")


@pytest.fixture
def ben(by: User) -> User:
    return officer("Ben Okri")


def text_of(client: Client, address: str) -> str:
    """The words of a page, without its marks."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    plain = re.sub(r"<script.*?</script>|<[^>]+>", " ", answer.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", plain)


def rows_of(client: Client, address: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(client.get(address).content.decode())))


def codes(client: Client, query: str) -> list[str]:
    return [row[0] for row in rows_of(client, f"{BOARD}export.csv?{query}")[1:]]


def test_the_board_shows_gaps_first_load_and_covers(by: User, ana: User, ben: User) -> None:
    post()
    assign(by, ana, "CM", "GH", post="brunssum", until=days(30))
    cover(by, ben, "GH", first=days(0), until=days(5))
    client = people.client_of(by)
    page = text_of(client, BOARD)
    assert "On 22 November 2026, 5 countries need a responsible officer each. 3 have none." in page
    assert "For 2 it ends within 60 days, and nobody follows." in page
    # Nigeria, Netherlands, Togo without; then those that end; among equals by name.
    assert codes(client, "") == ["NL", "NG", "TG", "CM", "GH"]
    assert "Ben Okri now Ana Reyes 22 Nov 2026 to 26 Nov 2026 Ghana" in page
    assert re.search(r"Ana Reyes 1 covered Brunssum 2 – 22 Dec 2026", page)
    assert "Brunssum 1 2" in page
    assert "Switzerland" not in page
    assert "United States" not in page


def test_the_board_answers_for_any_day_and_each_choice(by: User, ana: User, ben: User) -> None:
    assign(by, ana, "NG", until=days(30))
    assign(by, ben, "GH", first=days(10))
    client = people.client_of(by)
    assert codes(client, "state=gap") == ["CM", "GH", "TG"]
    assert codes(client, f"state=gap&on={days(10)}") == ["CM", "TG"]
    assert codes(client, "state=ending") == ["NG"]
    assert codes(client, "state=covered") == []
    assert codes(client, f"officer={ben.pk}&on={days(10)}") == ["GH"]
    assert codes(client, "q=togo") == ["TG"]
    assert codes(client, "region=Africa&sort=-country") == ["TG", "NG", "GH", "CM"]
    assert codes(client, "region=Nowhere") == []
    assert codes(client, "on=nonsense&sort=nonsense&state=nonsense") == ["CM", "GH", "TG", "NG"]
    assert "Nothing fits" in text_of(client, f"{BOARD}?q=nothing")
    assert "On 2 December 2026" in text_of(client, f"{BOARD}?on={days(10)}")
    for sort in ("country", "region", "officer", "post", "until", "-until"):
        assert len(codes(client, f"sort={sort}")) == 4


def test_the_file_has_the_same_rows_and_runs_nothing(by: User, ana: User) -> None:
    evil = officer("=cmd|' /C calc'!A0")
    assign(by, evil, "NG")
    client = people.client_of(by)
    row = next(row for row in rows_of(client, f"{BOARD}export.csv")[1:] if row[0] == "NG")
    assert row[1:6] == ["Nigeria", "Africa", "Western Africa", "2026-11-22", "'=cmd|' /C calc'!A0"]
    sheet = load_workbook(io.BytesIO(client.get(f"{BOARD}export.xlsx").content)).active
    assert "'=cmd|' /C calc'!A0" in [cell.value for row in sheet.iter_rows() for cell in row]
    assert client.get(f"{BOARD}export.doc").status_code == 404


def test_the_map_and_the_table_say_the_same(by: User, ana: User) -> None:
    assign(by, ana, "NG")
    shown = people.client_of(by).get(BOARD).context["map"]
    assert {one["iso"]: one["colour"] for one in shown} == {"NG": 0, "CM": "gap", "GH": "gap", "TG": "gap"}


def test_where_roles_differ_headquarters_is_told(by: User, ana: User) -> None:
    people.give(ana, "liaison", "TG")
    assert "Portfolios and roles differ" in text_of(people.client_of(by), BOARD)
    assert "Portfolios and roles differ" not in text_of(people.client_of(ana), BOARD)


def test_one_s_own_portfolio_and_a_colleague_s(by: User, ana: User, ben: User, clock) -> None:
    client = people.client_of(ana)
    assert "No country is yours on this day" in text_of(client, MINE)
    assign(by, ana, "NG", until=days(100))
    assign(by, ben, "GH")
    assign(by, ben, "NG", first=days(100))
    cover(by, ana, "GH", first=days(0), until=days(4))
    assign(by, ana, "TG", first=days(9))
    clock.advance(timedelta(days=1))
    page = text_of(client, MINE)
    assert "1 country. 1 more is covered. The next end: 26 November 2026." in page
    assert "/desk/countries/NG/" in client.get(MINE).content.decode()
    assert "Ben Okri from 2 Mar 2027 on" in page  # who follows
    assert "Togo : from 1 December 2026 on" in page
    assert "Set an end" not in page
    other = text_of(client, f"/desk/portfolios/{ben.pk}/")
    assert "Portfolio of Ben Okri" in other
    assert "Ana Reyes until 25 Nov 2026" in other
    assert client.get("/desk/portfolios/999999/").status_code == 404
    assert "Hand over to another officer" in text_of(people.client_of(by), f"/desk/portfolios/{ben.pk}/")


def test_forms_assign_cover_hand_over_and_end(by: User, ana: User, ben: User, clock) -> None:
    client = people.client_of(by)
    sent = {"countries": ["NG", "GH"], "officer": ana.pk, "first": days(0), "why": "new"}
    assert client.post("/desk/coverage/assign/", sent).url == f"/desk/portfolios/{ana.pk}/"
    assert stand("GH")[0][:2] == ("responsible", "Ana Reyes")
    theirs = f"/desk/portfolios/{ana.pk}/"
    sent = {"countries": ["NG"], "officer": ben.pk, "first": days(1), "until": days(3), "why": "leave"}
    assert client.post(f"{theirs}cover/", sent).status_code == 302
    assert stand("NG")[1] == ("cover", "Ben Okri", days(1), days(4))  # the last day is one of the cover
    sent = {"countries": ["NG"], "officer": ben.pk, "first": days(2), "note": "Call first.", "why": "rotation"}
    answer = client.post(f"{theirs}hand-over/", sent)
    assert answer.url == f"/desk/hand-overs/{HandOver.objects.get().pk}/"
    assert [one[:2] for one in stand("NG")] == [
        ("responsible", "Ana Reyes"),
        ("cover", "Ben Okri"),
        ("responsible", "Ben Okri"),
    ]
    row = Assignment.objects.get(country="GH")
    clock.advance(timedelta(days=3))
    assert client.post(f"/desk/coverage/{row.pk}/end/", {"last": days(0), "why": "moves"}).status_code == 302
    assert stand("GH")[0][3] == days(1)


def test_what_an_action_refuses_stands_beside_its_field(by: User, ana: User, ben: User) -> None:
    client = people.client_of(by)
    assign(by, ana, "NG")
    sent = {"countries": ["NG"], "officer": ben.pk, "first": days(0), "why": "x"}
    answer = client.post("/desk/coverage/assign/", sent)
    assert answer.status_code == 422
    assert "since this very day" in answer.context["form"].errors["first"][0]
    assert "Ben Okri" in answer.content.decode()  # nothing typed is lost
    answer = client.post("/desk/coverage/assign/", {})
    assert set(answer.context["form"].errors) == {"countries", "officer", "first", "why"}
    (row,) = Assignment.objects.all()
    answer = client.post(f"/desk/coverage/{row.pk}/end/", {"last": days(-3), "why": "x"})
    assert "stay as they were" in answer.context["form"].errors["last"][0]
    assert client.get("/desk/coverage/999999/end/").status_code == 404
    assert client.get(f"/desk/portfolios/{ben.pk}/cover/").status_code == 404  # without a country
    sent = {"countries": ["US"], "officer": ben.pk, "first": days(0), "why": "x"}
    assert "countries" in client.post("/desk/coverage/assign/", sent).context["form"].errors


def test_a_hand_over_is_read_by_its_two_officers_and_who_assigns(by: User, ana: User, ben: User) -> None:
    assign(by, ana, "NG")
    made = handing_over.hand_over(
        giver=ana.pk, taker=ben.pk, countries=["NG"], on=days(1), note="Call first.", why="x", by=people.viewer(by)
    )
    page = f"/desk/hand-overs/{made.pk}/"
    taker, other = people.client_of(ben), people.client_of(officer("Cleo Diaz"))
    assert "A hand-over waits to be read" in text_of(taker, MINE)
    assert "to read Hand-over of Ana Reyes" in text_of(taker, "/desk/")
    assert "I have read this" in text_of(taker, page)
    for reader in (people.client_of(ana), people.client_of(by)):
        assert "I have read this" not in text_of(reader, page)
    assert other.get(page).status_code == 404
    assert other.post(f"{page}read/").status_code == 404
    assert people.client_of(by).post(f"{page}read/").status_code == 403
    assert taker.post(f"{page}read/").status_code == 302
    assert "I have read this" not in text_of(taker, page)
    assert "A hand-over waits to be read" not in text_of(taker, MINE)


def test_who_may_not_assign_finds_no_way_to(by: User, ana: User) -> None:
    assign(by, ana, "NG")
    client = people.client_of(ana)
    assert "Assign an officer" not in text_of(client, BOARD)
    for address in (
        "/desk/coverage/assign/",
        f"/desk/portfolios/{ana.pk}/cover/",
        f"/desk/portfolios/{ana.pk}/hand-over/",
    ):
        assert client.get(address).status_code == 403
    for role in ("authority", "administrator", "operator"):
        outside = people.client_of(people.holder(role, email=f"{role}.out@example.org"))
        for address in (BOARD, MINE, f"/desk/portfolios/{ana.pk}/"):
            assert outside.get(address).status_code == 403


def test_the_desk_names_one_s_countries_and_the_gaps(by: User, ana: User) -> None:
    assign(by, ana, "NG", until=days(9))
    page = text_of(people.client_of(ana), "/desk/")
    assert "My portfolio Nigeria (until 30 Nov 2026)" in page
    assert "No officer Cameroon, Ghana, Togo" in page
    assign(by, ana, "CM", "GH", "TG")
    assert "Every country has its officer today." in text_of(people.client_of(by), "/desk/")


def history(by: User, officers: list[User], number: int, years: int) -> None:
    """Countries with an officer for each year, written as rows."""
    start = real_clock.today()
    codes = [f"{chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(number)]
    codes = [code for code in codes if not Country.objects.filter(pk=code).exists()]
    Country.objects.bulk_create(
        Country(code=code, name=f"Land {code}", coast="coastal", region="Asia") for code in codes
    )
    said = {"why": "history", "given_by": by, "given_at": real_clock.now()}
    Assignment.objects.bulk_create(
        Assignment(
            country_id=code,
            officer=officers[(place + year) % len(officers)],
            valid_from=date(start.year - year, 1, 1),
            valid_until=date(start.year - year + 1, 1, 1) if year else None,
            **said,
        )
        for place, code in enumerate(codes)
        for year in range(years)
    )


def test_pages_cost_the_same_however_much_there_is(by: User, at_most_queries: CountQueries) -> None:
    officers = [officer(f"Officer {number}") for number in range(20)]
    assign(by, officers[0], "NG")
    people.give(officers[1], "liaison", "TG")  # so that portfolios and roles differ already
    client, theirs = people.client_of(by), people.client_of(officers[0])
    addresses = ((client, BOARD), (client, f"{BOARD}export.csv"), (theirs, MINE), (theirs, "/desk/"))
    costs = {}
    for who, address in addresses:
        with at_most_queries(20) as asked:
            assert who.get(address).status_code == 200
        costs[address] = len(asked)
    history(by, officers, 150, 6)
    assert Assignment.objects.count() > 800
    for who, address in addresses:
        with at_most_queries(costs[address]):
            assert who.get(address).status_code == 200
