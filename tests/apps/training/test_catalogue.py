"""The catalogue: dated, cited, blank where nothing is known; and its public pages."""

from pathlib import Path

import pytest
from django.test import Client

from roadstead.accounts.models import User
from roadstead.common.access.marks import Mark
from roadstead.rulebook import decode
from roadstead.rulebook.errors import RuleBookError
from roadstead.training.actions.marking import mark_offering
from roadstead.training.catalogue import DATA, Courses, catalogue, gates
from roadstead.visits.isps import elements
from tests.apps.training import acting
from tests.conftest import CountQueries
from tests.people import client_of, viewer


def page(address: str, status: int = 200) -> str:
    answer = Client().get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def test_every_course_has_sources_and_answers_elements_that_there_are() -> None:
    known = set(elements())
    for one in catalogue().courses.values():
        assert one.sources
        assert set(one.answers) <= known
        assert one.provider in catalogue().bodies


def test_a_course_of_another_shape_is_refused_with_file_and_field(tmp_path: Path) -> None:
    text = (DATA / "courses.yaml").read_text(encoding="utf-8")
    wrong = tmp_path / "courses.yaml"
    wrong.write_text(text.replace("kind: seminar", "kind: party", 1), encoding="utf-8")
    with pytest.raises(RuleBookError, match="kind"):
        decode.whole(wrong, "courses.yaml", Courses)


def test_the_law_has_four_conditions() -> None:
    assert [one.code for one in gates().gates] == ["risk", "unable", "assessed", "spare"]
    assert "NG" not in gates().caribbean.countries
    assert "JM" in gates().caribbean.countries


def test_what_no_source_tells_is_said_to_be_not_known() -> None:
    told = page("/training/courses/ips-audits/")
    assert "4 days, where it was held in Papua New Guinea" in told
    assert "not known" in told
    assert "This is the project’s own reading" in told
    page("/training/courses/none/", 404)


def test_the_list_is_narrowed_by_words_kind_and_element() -> None:
    assert "Drills and exercises" in page("/training/?element=DRL")
    assert "Legislation drafting" not in page("/training/?element=DRL")
    assert "Legislation drafting" in page("/training/?q=legislation&kind=workshop")
    assert "Nothing fits" in page("/training/?q=nothing+of+this")


def test_bodies_are_shown_with_programmes_and_who_pays() -> None:
    told = page("/training/partners/")
    assert "Port Security Assistance Partnership" in told
    assert "350,000 Canadian dollars" in told
    assert "not known" in told


def test_everyone_sees_what_is_public_and_open_and_nothing_that_is_planned(chief: User) -> None:
    one = acting.offered(chief, title="Open to all (invented)")
    mark_offering(offering=one, mark=Mark.PUBLIC, reason="for everyone", by=viewer(chief))
    assert "Open to all" not in page("/training/")
    acting.stepped(chief, one, "open")
    assert "Open to all" in page("/training/")
    assert "Open to all" in page("/training/calendar.ics")
    acting.opened(chief, title="For Nigeria alone (invented)")
    assert "For Nigeria alone" not in page("/training/")


def test_lists_and_calendars_cost_the_same_however_many_there_are(
    chief: User, nigeria: User, at_most_queries: CountQueries
) -> None:
    addresses = ((chief, "/desk/training/"), (chief, "/desk/training/calendar.ics"), (nigeria, "/partner/training/"))
    for number in range(3):
        acting.opened(chief, title=f"Course {number} (invented)")
    clients = [(client_of(who), address) for who, address in addresses]
    for client, address in clients:
        client.get(address)
    for _more in range(6):
        acting.opened(chief)
    for client, address in clients:
        with at_most_queries(10):
            assert client.get(address).status_code == 200


def test_a_calendar_file_renews_its_entries(chief: User) -> None:
    one = acting.opened(chief)
    client = client_of(chief)
    first = client.get("/desk/training/calendar.ics").content.decode()
    assert f"UID:{one.uid}@roadstead" in first
    assert "DTSTART;VALUE=DATE:" in first
    acting.stepped(chief, one, "cancelled", "No room (invented).")
    second = client.get("/desk/training/calendar.ics?state=all").content.decode()
    assert "STATUS:CANCELLED" in second
    assert first.split("SEQUENCE:")[1][:2] != second.split("SEQUENCE:")[1][:2]


def test_lists_are_taken_away_as_files(chief: User, nigeria: User) -> None:
    acting.opened(chief, title="=1+1")
    client = client_of(chief)
    told = client.get("/desk/training/export.csv").content.decode()
    assert "'=1+1" in told
    assert client.get("/desk/training/export.xlsx").content.startswith(b"PK")
    assert client.get("/desk/training/export.odt").status_code == 404
    assert client_of(nigeria).get("/partner/training/export.csv").content.decode().count("\n") == 2
