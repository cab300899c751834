"""The log: who reads it, what it says, how it is narrowed and paged, and what it leaves out."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from roadstead.accounts.models import User
from roadstead.audit.actions import action, record
from roadstead.audit.models import Event
from roadstead.audit.paging import A_PAGE
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.models import Information
from tests.apps.audit.things import Renamed, events, rename
from tests.apps.engagement.planting import plant
from tests.conftest import CountQueries, FrozenClock
from tests.people import almighty, client_of, elevated, holder, person, viewer

pytestmark = pytest.mark.django_db
LOG = "/desk/log/"


@action
def touch(*, thing: object, to: str, by: Viewer) -> None:
    """Say that something was done to any record."""
    record(Renamed(organisation=to), subject=thing, by=by)  # type: ignore[arg-type]


@pytest.fixture
def chief() -> User:
    return holder("headquarters", name="Hana Chief")


@pytest.fixture
def desk(chief: User) -> Client:
    return client_of(chief)


def shown(client: Client, query: str = "") -> str:
    response = client.get(f"{LOG}?{query}")
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def organisations(page: str) -> list[str]:
    return re.findall(r"wrote (\w+) for", page)


def test_it_says_who_did_what_to_whom_with_links(desk: Client, chief: User) -> None:
    ana = person("Ana <Reyes>", email="ana@example.org")
    rename(person=ana, to="Example", by=viewer(chief), nickname="<b>Annie</b>")
    page = shown(desk)
    actor = f'<a href="/desk/accounts/{chief.pk}/">Hana Chief</a>'
    subject = f'<a href="/desk/accounts/{ana.pk}/">Ana &lt;Reyes&gt;</a>'
    assert f"{actor} wrote Example for {subject} (&lt;b&gt;Annie&lt;/b&gt;)" in page
    assert "<b>" not in page


def test_the_program_the_public_and_the_forgotten_have_words(desk: Client) -> None:
    ana = person()
    rename(person=ana, to="one", by=almighty())
    rename(person=ana, to="two", by=Viewer())
    rename(person=ana, to="three", by=viewer(ana))
    row = events()[-1]
    row.personal = {}
    row.save(update_fields=["personal"])
    page = shown(desk)
    assert "The program (the tests) wrote one" in page
    assert "Somebody without an account wrote two" in page
    assert "A person who was forgotten wrote three" in page


def test_elevated_power_and_programs_are_shown(desk: Client, chief: User) -> None:
    from dataclasses import replace

    rename(person=chief, to="one", by=elevated(chief))
    rename(person=chief, to="two", by=replace(viewer(chief), token_id=3))
    page = shown(desk, "type=tests.renamed")
    assert page.count("rs-tag--ask") == 1
    assert "by a program</" in page


def test_it_is_narrowed_by_person_type_record_days_and_power(clock: FrozenClock) -> None:
    clock.set("2026-11-20")
    ana, bo, chief = person(), person("Bo Lind"), holder("headquarters")
    desk = client_of(chief)
    rename(person=bo, to="first", by=viewer(ana))
    clock.set("2026-11-21")
    rename(person=ana, to="second", by=viewer(bo))
    clock.set("2026-11-22")
    by = elevated(chief)
    rename(person=ana, to="third", by=by)
    assert organisations(shown(desk, "person=Ana")) == ["first"]
    assert organisations(shown(desk, "person=bo.lind@example.org")) == ["second"]
    assert organisations(shown(desk, f"person={bo.pk}")) == ["second"]
    assert organisations(shown(desk, "type=tests.renamed")) == ["third", "second", "first"]
    assert organisations(shown(desk, "type=accounts.role_granted")) == []
    assert organisations(shown(desk, f"kind=accounts.user&record={ana.pk}")) == ["third", "second"]
    assert organisations(shown(desk, "since=2026-11-21")) == ["third", "second"]
    assert organisations(shown(desk, "until=2026-11-21")) == ["second", "first"]
    assert organisations(shown(desk, "since=2026-11-21&until=2026-11-21")) == ["second"]
    assert organisations(shown(desk, "elevated=on")) == ["third"]
    assert organisations(shown(desk, "elevated=on&until=2026-11-21")) == []


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("person=Nobody", "Nobody here is called “Nobody”"),
        ("person=%3Cscript%3E", "“&lt;script&gt;”"),
        ("type=no.such", "Select a valid choice"),
        ("record=5", "Say of which kind"),
        ("since=yesterday", "Enter a valid date"),
        ("since=2026-11-22&until=2026-11-21", "The last day is before the first"),
    ],
)
def test_what_cannot_be_asked_is_told_at_its_field(desk: Client, query: str, said: str) -> None:
    page = shown(desk, query)
    assert said in page
    assert "audit-lines" not in page
    for name in ("events.csv", "events.jsonl"):
        response = desk.get(f"{LOG}{name}?{query}")
        wanted = 302 if name == "events.csv" or query.startswith("since") else 200
        assert response.status_code == wanted


def test_an_empty_answer_says_what_to_do(desk: Client) -> None:
    page = shown(desk, "until=1999-01-01")
    assert "Nothing was done that fits" in page
    assert "Show everything" in page
    assert "There is nothing further" in shown(desk, "before=1")


def test_pages_follow_each_other_without_gap_or_overlap(desk: Client, chief: User) -> None:
    for number in range(A_PAGE * 2 + 5):
        rename(person=chief, to=f"n{number}", by=viewer(chief))
    seen: list[int] = []
    address = LOG
    while address:
        page = desk.get(address).content.decode()
        seen += [int(one) for one in re.findall(r'id="event-(\d+)"', page)]
        older = re.search(r'rel="next" href="([^"]+)"', page)
        address = LOG + older[1] if older else ""
    assert seen == sorted((one.number for one in events()), reverse=True)
    page = desk.get(f"{LOG}?before={seen[A_PAGE * 2 - 1]}").content.decode()
    newer = re.search(r'rel="prev" href="([^"]+)"', page)
    assert newer
    back = desk.get(LOG + newer[1]).content.decode()
    assert [int(one) for one in re.findall(r'id="event-(\d+)"', back)] == seen[A_PAGE : A_PAGE * 2]


@pytest.mark.parametrize("query", ["before=x", "after=x", "before=-1", "before=" + "9" * 30, "before=٣", "after="])
def test_a_place_that_is_none_is_the_beginning(desk: Client, chief: User, query: str) -> None:
    rename(person=chief, to="one", by=viewer(chief))
    assert organisations(shown(desk, query)) == ["one"]


def test_a_page_costs_the_same_however_many_people_and_records_it_names(
    desk: Client, chief: User, at_most_queries: CountQueries
) -> None:
    for number in range(60):
        some = person(f"Person {number}", email=f"p{number}@example.org")
        rename(person=some, to="x", by=viewer(some))
        touch(thing=plant(title=f"Note {number}"), to="x", by=viewer(some))
    desk.get(LOG)
    # Who asks (session, person, grants, unread); the events, the people, the information.
    with at_most_queries(7):
        shown(desk)


def test_who_does_not_hold_the_right_does_not_read_it() -> None:
    for role in ("liaison", "watch", "analyst", "operator", "authority", "facility", "embassy", "agency"):
        client = client_of(holder(role))
        for address in (LOG, f"{LOG}events.csv", f"{LOG}events.jsonl"):
            assert client.get(address).status_code == 403, role
    assert Client().get(LOG).status_code == 302


def test_events_of_a_withheld_record_are_left_out(desk: Client, chief: User) -> None:
    named = holder("headquarters", name="Nia Named", email="nia@example.org")
    for mark, people in (("public", ()), ("partner", ()), ("programme", ()), ("restricted", [named])):
        thing = plant(mark=mark, named=people, title=f"Canary{mark}")
        touch(thing=thing, to=mark, by=viewer(named))
    assert organisations(shown(desk)) == ["programme", "partner", "public"]
    assert "Canaryrestricted" not in shown(desk)
    assert "Canaryprogramme" in shown(desk)
    assert organisations(shown(client_of(named))) == ["restricted", "programme", "partner", "public"]
    assert organisations(shown(client_of(holder("administrator")))) == ["public"]
    assert "restricted" in organisations(shown(client_of(chief, power=True)))
    assert organisations(shown(desk, f"kind=engagement.information&record={thing.pk}")) == []


def test_events_of_a_record_that_is_gone_are_for_who_may_read_everything(desk: Client, chief: User) -> None:
    touch(thing=Information(pk=999), to="gone", by=viewer(chief))
    assert organisations(shown(desk)) == []
    assert organisations(shown(client_of(chief, power=True))) == ["gone"]


def test_one_reads_of_oneself_what_one_did(chief: User) -> None:
    ana = person()
    rename(person=ana, to="mine", by=viewer(ana))
    rename(person=ana, to="theirs", by=viewer(chief))
    assert [one.data["organisation"] for one in Event.objects.visible_to(viewer(ana))] == ["mine"]
    assert not Event.objects.visible_to(Viewer()).exists()


def test_types_that_are_gone_or_have_grown_are_still_told(desk: Client, chief: User) -> None:
    rename(person=chief, to="one", by=viewer(chief))
    Event.objects.bulk_create([_next(type="old.thing_done", data={"x": 1})])
    Event.objects.bulk_create([_next(type="accounts.role_granted", data={"role": "liaison"})])
    page = shown(desk)
    assert "Old.thing_done" in page or "old.thing_done" in page
    assert page.count("accounts.role_granted (") == 1


def _next(**fields: object) -> Event:
    last = events()[-1]
    number = last.number + 1
    given = {**last.link(), "at": last.at + timedelta(seconds=1), "number": number, "previous": last.digest}
    return Event(**{**given, "digest": f"{number:064}", **fields})
