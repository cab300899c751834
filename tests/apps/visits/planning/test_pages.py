"""The pages of visits at the desk: the list, planning one from start to end, the planner, files."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from roadstead.accounts.models import User
from roadstead.common.access.marks import Mark
from roadstead.visits.enums import Reply
from roadstead.visits.models import Leg, Visit
from tests import people
from tests.apps.engagement.interactions import acting as dealing
from tests.apps.registry.facilities import made
from tests.apps.visits.agenda import planting
from tests.apps.visits.observed import acting as seeing
from tests.apps.visits.planning import acting
from tests.conftest import CountQueries, FrozenClock

FIRST = acting.FIRST
WORKSPACE = 43  # queries of the page of a visit with every part of it, measured


def hidden(client: Client, address: str, name: str = "revision") -> str:
    """A hidden field of a form."""
    page = client.get(address).content.decode()
    found = re.search(rf'name="{name}" value="([^"]+)"', page)
    assert found, page
    return found.group(1)


def act(client: Client, address: str, **said: object) -> int:
    revision = hidden(client, address)
    return client.post(address, {"revision": revision, **said}).status_code


def test_nobody_has_planned_yet_and_the_page_says_what_to_do(lea: User) -> None:
    page = people.client_of(lea).get("/desk/visits/").content.decode()
    assert "No visit planned" in page
    assert 'href="/desk/visits/new/"' in page


def test_a_visit_is_planned_made_and_reported_on_its_pages(lea: User, embassy: User, clock: FrozenClock) -> None:
    client = people.client_of(lea)
    uid = hidden(client, "/desk/visits/new/?country=NG", "uid")
    said = {"uid": uid, "country": "NG", "kind": "liaison", "purpose": "routine", "lead": lea.pk, "title": "Lagos"}
    answer = client.post("/desk/visits/new/", said)
    (visit,) = Visit.objects.for_the_system("a test looks")
    at = f"/desk/visits/{visit.pk}/"
    assert answer.url == at
    assert client.post("/desk/visits/new/", said).url == at
    assert act(client, f"{at}days/", first_on=FIRST, last_on=FIRST + timedelta(4)) == 302
    theirs = acting.told(embassy)
    page = client.get(at).content.decode()
    assert "Customs (invented)" in page
    assert "has no answer yet" in page
    assert client.post(f"{at}near/{theirs.pk}/", {"answer": "join", "why": "one car"}).status_code == 302
    step = {"benefit": "Drills", "redundancy": "One car with customs.", "unasked_why": "they told of theirs"}
    assert act(client, f"{at}clearance/", clearance="granted", on="2026-11-20", note="cable") == 422
    assert act(client, f"{at}benefit/", **step) == 302
    assert act(client, f"{at}clearance/", clearance="granted", on="2026-11-20", note="cable") == 302
    assert act(client, f"{at}notice/", on="2026-11-21") == 302
    assert act(client, f"{at}step/agreed/") == 422
    clock.set(FIRST)
    for state in ("under_way", "made", "reported"):
        assert act(client, f"{at}step/{state}/", why="agreed by telephone") == 302
    page = client.get(at).content.decode()
    assert "reported" in page
    assert "Drills" in page


def test_what_is_wrong_stands_beside_its_field(lea: User) -> None:
    visit = acting.planned(lea)
    client, at = people.client_of(lea), f"/desk/visits/{visit.pk}/"
    assert act(client, f"{at}benefit/", benefit="", redundancy="Nobody") == 422
    assert act(client, f"{at}notice/", on="2026-11-21") == 422
    assert act(client, f"{at}cancel/", why="") == 422
    assert act(client, f"{at}days/", first_on=FIRST, last_on=FIRST - timedelta(1)) == 422
    stale = client.post(f"{at}cancel/", {"revision": 1, "why": "no access"})
    assert stale.status_code == 409
    assert "no access" in stale.content.decode()
    assert acting.anew(visit).state == "planned"


def test_team_and_places_are_kept_in_their_order(lea: User, tom: User) -> None:
    made.world()
    visit = acting.planned(lea)
    client, at = people.client_of(lea), f"/desk/visits/{visit.pk}/"
    assert act(client, f"{at}team/new/", person=tom.pk, role="member") == 302
    assert act(client, f"{at}team/new/", person=tom.pk, role="member") == 422
    assert act(client, f"{at}team/new/", name="Obi Guest (invented)", agency="CBP", role="observer") == 302
    days = {"first_on": FIRST, "last_on": FIRST}
    assert act(client, f"{at}places/new/", place="Ministry (invented)", **days) == 302
    assert act(client, f"{at}places/new/", place="Embassy (invented)", travel_minutes=40, **days) == 302
    outside = {"first_on": FIRST - timedelta(1), "last_on": FIRST}
    assert act(client, f"{at}places/new/", place="Too early", **outside) == 422
    first, second = Leg.objects.filter(visit=visit).stated()
    revision = acting.anew(visit).revision
    assert client.post(f"{at}places/{second.pk}/up/", {"revision": revision}).status_code == 302
    assert [one.pk for one in Leg.objects.filter(visit=visit).stated()] == [second.pk, first.pk]
    assert act(client, f"{at}places/{first.pk}/", place="Ministry of Transport (invented)", **days) == 302
    page = client.get(at).content.decode()
    for word in ("Tom Liaison", "Obi Guest (invented)", "Embassy (invented)", "Ministry of Transport (invented)"):
        assert word in page
    client.post(f"{at}places/{first.pk}/out/", {"revision": acting.anew(visit).revision})
    assert Leg.objects.filter(visit=visit).stated().count() == 1


def test_a_toured_facility_stands_on_its_leg_and_goes_with_it(lea: User) -> None:
    made.world()
    one, visit = made.written("Quay (invented)"), acting.planned(lea)
    client, at = people.client_of(lea), f"/desk/visits/{visit.pk}/"
    days = {"first_on": FIRST, "last_on": FIRST}
    assert act(client, f"{at}places/new/", place="Port", facilities=[one.pk], **days) == 302
    assert "Quay (invented)" in client.get(at).content.decode()
    (leg,) = Leg.objects.filter(visit=visit).stated()
    client.post(f"{at}places/{leg.pk}/out/", {"revision": acting.anew(visit).revision})
    assert not Leg.objects.filter(visit=visit).stated().exists()


def test_the_list_is_narrowed_sorted_and_taken_away(lea: User) -> None:
    acting.planned(lea, "NG", title="Lagos round")
    acting.planned(lea, "GH", first=FIRST + timedelta(400), kind="assessment")
    acting.cancelled(acting.proposed(lea, "GH", title="Gone"), lea, "no access")
    client = people.client_of(lea)
    for query, wanted, other in (
        ("?state=planned&country=NG", "Lagos round", "Gone"),
        ("?kind=assessment", "Ghana: formal assessment", "Lagos round"),
        ("?state=cancelled", "Gone", "Lagos round"),
        ("?year=2028", "Ghana: formal assessment", "Lagos round"),
        (f"?lead={lea.pk}&q=lagos&sort=country", "Lagos round", "Gone"),
        ("?state=open", "Lagos round", "Gone"),
    ):
        page = client.get(f"/desk/visits/{query}").content.decode()
        assert wanted in page, query
        assert f">{other}</a>" not in page, query
    lines = client.get("/desk/visits/export.csv?state=cancelled").content.decode().splitlines()
    assert len(lines) == 2
    assert "no access" in lines[1]
    assert client.get("/desk/visits/export.xlsx").status_code == 200
    assert client.get("/desk/visits/?year=0000&lead=x&sort=foo&state=lost&page=99").status_code == 200


def test_a_visit_is_a_calendar_entry_that_updates_itself(lea: User) -> None:
    visit = acting.planned(lea, title="Lagos, and Apapa")
    client = people.client_of(lea)
    before = client.get(f"/desk/visits/{visit.pk}/visit.ics").content.decode()
    assert "DTSTART;VALUE=DATE:20270301" in before
    assert "DTEND;VALUE=DATE:20270306" in before
    assert f"UID:{visit.uid}@roadstead" in before
    acting.cancelled(visit, lea)
    after = client.get(f"/desk/visits/{visit.pk}/visit.ics").content.decode()
    assert "STATUS:CANCELLED" in after
    number = [int(re.search(r"SEQUENCE:(\d+)", text).group(1)) for text in (before, after)]  # type: ignore[union-attr]
    assert number[0] < number[1]


def test_the_planner_marks_what_lies_close_and_a_lead_who_is_elsewhere(lea: User, embassy: User) -> None:
    acting.planned(lea, "NG")
    acting.planned(lea, "GH", first=FIRST + timedelta(2))
    acting.told(embassy)
    acting.proposed(lea, "NG", title="Some day")
    client = people.client_of(lea)
    for group in ("officer", "region", "country", "none"):
        page = client.get(f"/desk/planner/?year=2027&group={group}").content.decode()
        assert page.count("close to 1 other") == 2, group
        assert page.count("lead is elsewhere") == 2, group
        assert "Customs (invented)" in page
        assert "Some day" in page
        assert "style=" not in page
    assert "No visit planned" in client.get("/desk/planner/?year=2031").content.decode()


def test_the_year_is_narrowed_and_taken_away(lea: User, tom: User, embassy: User) -> None:
    first = acting.planned(lea, "NG", title="Lagos round")
    acting.planned(tom, "TG", first=FIRST + timedelta(100), kind="assessment")
    other = acting.told(embassy)
    client = people.client_of(lea)
    for query, wanted, gone in (
        ("q=lagos", "Nigeria", "Togo"),
        ("kind=assessment", "Togo", "Customs (invented)"),
        ("kind=others", "Customs (invented)", "Togo"),
        (f"lead={tom.pk}", "Togo", "Nigeria"),
        ("close=yes", "Nigeria", "Togo"),
        ("state=planned&region=Africa", "Togo", "Customs (invented)"),
    ):
        table = client.get(f"/desk/planner/?year=2027&group=none&{query}").content.decode().split("<tbody>")[1]
        assert wanted in table, query
        assert gone not in table, query
    assert "Nothing fits" in client.get("/desk/planner/?year=2027&q=zzz&lead=x&kind=y&state=z").content.decode()
    lines = client.get("/desk/planner/export.csv?year=2027").content.decode().splitlines()
    assert len(lines) == 4
    assert f"/desk/visits/{first.pk}/" in lines[1]
    assert client.get("/desk/planner/export.xlsx?year=2027").status_code == 200
    assert client.get("/desk/planner/export.doc?year=2027").status_code == 404
    entries = client.get("/desk/planner/year.ics?year=2027&q=lagos").content.decode()
    assert entries.count("BEGIN:VEVENT") == 1
    assert f"UID:{first.uid}@roadstead" in entries
    assert f"UID:{other.uid}@roadstead" in client.get("/desk/planner/year.ics?year=2027").content.decode()


def test_a_planner_of_150_costs_no_more_than_one_of_ten(lea: User, at_most_queries: CountQueries) -> None:
    for number in range(150):
        acting.made(lea, ("NG", "GH", "TG")[number % 3], FIRST + timedelta(2 * number))
    client = people.client_of(lea)
    with at_most_queries(people.SIGNED_IN + 3):
        page = client.get("/desk/planner/?year=2027").content.decode()
    assert page.count("<rect") == 150


def test_the_page_of_a_visit_costs_the_same_however_much_there_is(
    lea: User, embassy: User, authority: User, at_most_queries: CountQueries
) -> None:
    visit = acting.planned(lea)
    acting.shared(visit, lea, "NG")
    planting.begun(visit, people.viewer(lea))
    acting.asked(visit, lea)

    def more(number: int) -> None:
        Leg.objects.create(visit=visit, position=number, place="Port", first_on=FIRST, last_on=FIRST)
        acting.told(embassy, agency=f"Agency {number} (invented)")
        acting.replied(visit, embassy, Reply.JOIN, f"car {number}")
        seen = seeing.observed(lea, visit, text=f"Seen {number} (invented)")
        seeing.recommended(lea, observation=seen, text=f"Said {number} (invented)")
        dealing.promised(dealing.completed(lea), lea, what=f"Promised {number} (invented)")
        seeing.note(lea, visit, text=f"Noted {number} (invented)")

    more(1)
    client = people.client_of(lea)
    client.get(f"/desk/visits/{visit.pk}/")
    with at_most_queries(people.SIGNED_IN + WORKSPACE) as counted:
        client.get(f"/desk/visits/{visit.pk}/")
    for number in range(2, 7):
        more(number)
    with at_most_queries(len(counted)):
        page = client.get(f"/desk/visits/{visit.pk}/").content.decode()
    assert page.count("Promised") == 12  # each beside its link, and in the link's own words for a screen reader


def test_the_country_file_and_the_coverage_board_show_clocks_and_visits(lea: User) -> None:
    acting.planned(lea, title="Lagos round")
    client = people.client_of(lea)
    page = client.get("/desk/countries/NG/").content.decode()
    assert "Lagos round" in page
    assert "none on record" in page
    assert "Assessment:" in client.get("/desk/coverage/").content.decode()


def test_a_visit_is_found_by_a_search(lea: User) -> None:
    visit = acting.planned(lea, title="Apapa round")
    page = people.client_of(lea).get("/search/?q=apapa").content.decode()
    assert f"/desk/visits/{visit.pk}/" in page


@pytest.mark.parametrize("mark", [Mark.PROGRAMME, Mark.RESTRICTED])
def test_partners_find_no_page_of_what_was_not_shared(lea: User, embassy: User, mark: Mark) -> None:
    visit = acting.planned(lea)
    Visit.objects.for_the_system("a test").filter(pk=visit.pk).update(mark=mark)
    client = people.client_of(embassy)
    assert client.get(f"/partner/visits/{visit.pk}/").status_code == 404
    assert client.get(f"/desk/visits/{visit.pk}/").status_code == 403


def test_the_hand_over_names_open_visits(lea: User) -> None:
    from roadstead.registry.open_items import open_with

    visit = acting.planned(lea, title="Lagos round")
    acting.cancelled(acting.planned(lea, title="Gone"), lea)
    found = [one for one in open_with(["NG"]) if "Visit" in one.text]
    assert [one.url for one in found] == [f"/desk/visits/{visit.pk}/"]
