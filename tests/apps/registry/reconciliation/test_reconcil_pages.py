"""The pages of the reconciliation desk and of merging: what they show, what the forms do, who may open them."""

import csv
import io
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from roadstead.common.access.marks import Mark
from roadstead.registry.models import Identity, Merger
from roadstead.registry.printed import printed
from tests import people
from tests.apps.registry.facilities import made
from tests.apps.registry.facilities.made import authority, imported, officer, row, written
from tests.apps.registry.reconciliation.acting import again, keeper, keys, merged, names, only

pytestmark = pytest.mark.django_db
DESK = "/desk/facilities/reconciliation/"
EXCEPTED = next(one for one in printed(["NG"]) if one.number and one.certain and one.in_force == "yes")
ITEM = f"{DESK}exception-{EXCEPTED.key}/"


@pytest.fixture(autouse=True)
def _world(db: None) -> None:
    made.world()


@pytest.fixture
def desk() -> Client:
    return people.client_of(officer())


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def test_the_list_is_narrowed_counted_and_paged(desk: Client) -> None:
    for n in range(30):
        written(f"Terminal {n} (invented)", port_name=f"Nowhere {n}")
    body = text(desk, DESK)
    exceptions = len(printed(["NG"]))
    assert f"({exceptions})" in body
    assert "(30)" in body
    assert f"{exceptions + 30} to decide." in body
    assert "30 to decide." in text(desk, f"{DESK}?kind=port")
    assert "Nowhere 9" in text(desk, f"{DESK}?kind=port&page=2")
    assert text(desk, f"{DESK}?kind=nonsense&country=%00&page=99")
    assert "excepted today" in text(desk, f"{DESK}?kind=exception")


def test_where_nothing_waits_it_says_so() -> None:
    client = people.client_of(officer("GH"))
    assert "Everything resolves" in text(client, DESK)
    assert "Nothing of this kind waits" in text(client, f"{DESK}?kind=port")
    assert "Nothing was decided" in text(client, f"{DESK}decisions/")


def test_the_list_is_a_file_without_formulas(desk: Client) -> None:
    written("Terminal (invented)", port_name="=cmd()")
    lines = list(csv.reader(io.StringIO(desk.get(f"{DESK}export.csv?kind=port").content.decode())))
    assert [line[2] for line in lines[1:]] == ["'=cmd()"]
    assert desk.get(f"{DESK}export.xlsx").content.startswith(b"PK")
    assert desk.get(f"{DESK}export.pdf").status_code == 404


def test_an_exception_is_decided_on_its_page_and_shown_with_the_facility(desk: Client) -> None:
    one = written(EXCEPTED.names[0])
    body = text(desk, ITEM)
    for words in (EXCEPTED.names[0], "Score 100 of 100", "name alike, 100 of 100", EXCEPTED.source, "None of these"):
        assert words in body, words
    done = desk.post(ITEM, {"choice": str(one.pk), "why": "the authority's letter"})
    identity = Identity.objects.for_the_system("a test").get()
    page = f"{DESK}decisions/{identity.pk}/"
    assert done.headers["Location"] == page
    body = text(desk, page)
    for words in ("the authority&#x27;s letter", "Lia Son NG", one.name, "Take it back"):
        assert words in body, words
    body = text(desk, f"/desk/facilities/{one.pk}/")
    for words in ("In advisories", "excepted today", "as printed", "Decided by Lia Son NG"):
        assert words in body, words
    assert "There is nothing to decide here" in text(desk, ITEM, 404)
    desk.post(page, {"why": "a mistake"})
    body = text(desk, page)
    assert "a mistake" in body
    assert "Take it back</button>" not in body
    assert "In advisories" not in text(desk, f"/desk/facilities/{one.pk}/")
    assert "taken back" in text(desk, f"{DESK}decisions/?state=reversed")
    assert "Nothing was decided" in text(desk, f"{DESK}decisions/?state=standing")


def test_an_exception_is_shown_with_the_facility_of_its_number(desk: Client) -> None:
    one = written(EXCEPTED.names[0], number=EXCEPTED.number)
    assert "Known by its number." in text(desk, f"/desk/facilities/{one.pk}/")
    other = written("Nothing alike at all (invented)")
    assert "In advisories" not in text(desk, f"/desk/facilities/{other.pk}/")


def test_another_entry_is_found_by_its_number(desk: Client) -> None:
    one = written("Quite different (invented)", number="NGAPP-0901")
    assert desk.post(ITEM, {"choice": "other", "other": "ngapp-0901", "why": "a visit"}).status_code == 302
    assert set(names(one)) == set(EXCEPTED.names)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"why": "x"}, "Choose what it is"),
        ({"choice": "999999", "why": "x"}, "Select a valid choice"),
        ({"choice": "other", "why": "x"}, "Write which one"),
        ({"choice": "other", "other": "NGAPP-0404", "why": "x"}, "There is no such entry in this country"),
        ({"choice": "none"}, "This field is required"),
    ],
)
def test_what_is_typed_wrong_is_said(desk: Client, sent: dict[str, str], words: str) -> None:
    answer = desk.post(ITEM, sent)
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_a_port_is_decided_on_its_page(desk: Client) -> None:
    one = written("Terminal (invented)", port_name="Somewhere")
    page = f"{DESK}{only(kind='port').key}/"
    assert "Facilities that name it" in text(desk, page)
    assert desk.post(page, {"choice": "other", "other": "ngapp", "why": "a chart"}).status_code == 302
    assert again(one).port_id == "NGAPP"


def test_a_pair_leads_to_the_comparison_or_is_said_to_be_two(desk: Client) -> None:
    one, other = (written("Deep Quay (invented)", port="NGAPP", number=n) for n in ("NGAPP-0901", None))
    page = f"{DESK}{only(kind='clash').key}/"
    assert f"/desk/facilities/{one.pk}/merge/?with={other.pk}" in text(desk, page)
    desk.post(page, {"choice": "none", "why": "two gates"})
    assert keys(kind="clash") == []
    assert "two facilities, one of them" in text(desk, f"{DESK}decisions/")


def test_two_entries_are_compared_chosen_merged_and_parted(desk: Client) -> None:
    one = written("Deep Quay (invented)", berths=2, number="NGAPP-0901")
    other = written("Tall Quay (invented)", port="NGAPP", number="NGAPP-0902")
    page = f"/desk/facilities/{one.pk}/merge/"
    assert "Tall Quay" in text(desk, f"{page}?q=tall")
    body = text(desk, f"{page}?with={other.pk}")
    for words in ("Deep Quay (invented)", "Tall Quay (invented)", "What follows to the entry kept", "two numbers"):
        assert words in body, words
    assert " checked" not in body
    seen = body.split('name="seen" value="')[1].split('"')[0]
    sent = {"seen": seen, "why": "one gate", "numbers_why": "renumbered", "take_name": "kept", "take_port": "merged"}
    answer = desk.post(f"{page}?with={other.pk}", sent)
    body = answer.content.decode()
    assert answer.status_code == 422
    assert body.count("Choose one.") >= 2
    assert body.count(" checked") == 2
    full = sent | {"take_berths": "kept", "take_number": "kept"}
    done = desk.post(f"{page}?with={other.pk}", full)
    made_row = Merger.objects.for_the_system("a test").get()
    assert done.headers["Location"] == f"/desk/facilities/mergers/{made_row.pk}/"
    body = text(desk, done.headers["Location"])
    for words in ("one gate / renumbered", "Lia Son NG", "Undo the merge", "NGAPP"):
        assert words in body, words
    body = text(desk, f"/desk/facilities/{other.pk}/")
    for words in ("Merged into another entry", f"/desk/facilities/{one.pk}/", "Merged by Lia Son NG"):
        assert words in body, words
    assert "Merged into this entry" in text(desk, f"/desk/facilities/{one.pk}/")
    desk.post(done.headers["Location"])
    assert "It was undone" in text(desk, done.headers["Location"])
    assert (again(one).port_id, again(other).merged_into_id) == (None, None)


def test_what_only_one_of_them_says_is_marked_where_somebody_asks_for_it(desk: Client) -> None:
    one, other = written("A (invented)", berths=2), written("B (invented)", calls=5, plan_approved="yes")
    page = f"/desk/facilities/{one.pk}/merge/?with={other.pk}"
    body = text(desk, page)
    assert "In 3 fields only one of them says something." in body
    assert " checked" not in body
    body = text(desk, f"{page}&mark=known")
    for field in ('id="id_take_berths" value="kept"', 'id="id_take_calls_2" value="merged"'):
        assert f"{field} checked" in body
    assert body.count(" checked") == 3


def test_the_preview_says_what_else_one_should_know(desk: Client) -> None:
    imported(row(IMO_Port_Facility_Number="NGAPP-0902"))
    other = made.held("NGAPP-0902")
    one = written("A (invented)", number="NGAPP-0901", latitude=Decimal("6.5"), longitude=Decimal("3.3"))
    people.holder("facility", "NGAPP-0902")
    body = text(desk, f"/desk/facilities/{one.pk}/merge/?with={other.pk}")
    for words in (
        "They are marked differently; the stricter holds: Programme.",
        "Their positions lie 6 nautical miles apart.",
        "The role of 1 person names NGAPP-0902; it reaches the entry kept",
        "1 row of an import is shown with the entry kept",
        "The number that is not chosen stays with the other entry",
    ):
        assert words in body, words


def test_a_preview_that_is_stale_keeps_what_was_chosen(desk: Client) -> None:
    one, other = written("A (invented)"), written("B (invented)")
    answer = desk.post(
        f"/desk/facilities/{one.pk}/merge/?with={other.pk}", {"seen": "old", "why": "one", "take_name": "merged"}
    )
    body = answer.content.decode()
    assert answer.status_code == 409
    assert "One of them changed meanwhile" in body
    assert body.count(" checked") == 1
    assert 'value="old"' not in body


def test_what_stands_against_a_merge_and_against_undoing_it_is_said(desk: Client) -> None:
    one, other = written("A (invented)"), written("B (invented)", code="GH")
    body = text(desk, f"/desk/facilities/{one.pk}/merge/?with={other.pk}")
    assert "They are of two countries: NG and GH." in body
    assert "Merge them" not in body
    third = written("C (invented)")
    row_made = merged(one, third)
    merged(written("D (invented)"), one)
    assert "itself merged into another since" in text(desk, f"/desk/facilities/mergers/{row_made.pk}/")
    desk.post(f"/desk/facilities/mergers/{row_made.pk}/")
    assert again(third).merged_into_id == again(one).merged_into_id
    assert text(desk, f"/desk/facilities/{one.pk}/merge/?with=x", 404)


def test_an_entry_that_may_not_be_read_is_not_there(desk: Client) -> None:
    hidden = written("Hidden (invented)", mark=Mark.RESTRICTED, people=[], reason="x")
    one = written("A (invented)")
    for address in (f"{one.pk}/merge/?with={hidden.pk}", f"{hidden.pk}/merge/", f"{one.pk}/merge/?with=99999"):
        assert text(desk, f"/desk/facilities/{address}", 404)
    assert "Hidden" not in text(desk, f"/desk/facilities/{one.pk}/merge/?q=hidden")


def test_partners_see_none_of_it_and_the_merged_entry_leads_on() -> None:
    shared: dict[str, Any] = {"mark": Mark.PARTNER, "states": ["NG"]}
    one, other = written("A (invented)", **shared), written("B (invented)", **shared)
    row = merged(one, other, by=keeper())
    client = people.client_of(authority())
    for address in (DESK, ITEM, f"{DESK}decisions/", f"/desk/facilities/mergers/{row.pk}/"):
        assert client.get(address).status_code == 403, address
    assert f"/desk/facilities/{one.pk}/merge/" not in text(client, f"/partner/facilities/{one.pk}/")
    moved = client.get(f"/partner/facilities/{other.pk}/")
    assert moved.headers["Location"] == f"/partner/facilities/{one.pk}/"
    analyst = people.client_of(people.holder("analyst"))
    assert analyst.get(DESK).status_code == 403
