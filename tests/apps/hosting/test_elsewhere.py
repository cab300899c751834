"""Reciprocal visits where others show them: file of a country, timeline, search, hand-over, clocks."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from django.test import Client

from roadstead.accounts.roles import Role
from roadstead.common import clock as clocks
from roadstead.hosting.enums import Origin
from roadstead.hosting.searched import texts
from roadstead.hosting.timeline import WORD
from roadstead.hosting.traffic import Traffic
from roadstead.hosting.unfinished import under_way
from roadstead.registry import timeline
from roadstead.screening.from_country import arrivals_after, types_by_port
from roadstead.visits.queries.clocks import clocks as clocks_of
from roadstead.visits.queries.following import last_visit
from tests.apps.hosting import making
from tests.conftest import FrozenClock
from tests.people import holder, viewer


def test_the_file_of_a_country_shows_what_is_open_and_invites() -> None:
    user = holder(Role.LIAISON, "NG", name="Olive Officer", email="olive@example.org")
    client, officer = Client(), viewer(user)
    client.force_login(user)
    assert "/desk/hosting/invite/?country=NG" in client.get("/desk/countries/NG/built/").content.decode()
    assert 'hx-get="/desk/countries/NG/built/"' in client.get("/desk/countries/NG/").content.decode()
    request = making.asked(officer, Origin.OFFICER)
    page = client.get("/desk/countries/NG/built/").content.decode()
    assert f'href="/desk/hosting/{request.pk}/"' in page


def test_what_is_under_way_is_handed_over_and_found_by_its_aims() -> None:
    officer = making.officer()
    request = making.asked(officer, Origin.OFFICER)
    assert [one.url for one in under_way(["NG"], officer)] == [f"/desk/hosting/{request.pk}/"]
    assert any("container terminals" in one.text for one in texts(making.fresh(request, officer)))
    assert str(WORD)
    assert "hosting" in timeline.SOURCES


def test_a_reciprocal_visit_is_no_visit_to_the_country(clock: FrozenClock) -> None:
    officer = making.officer()
    making.unit(officer)
    request = making.planned(making.matched(making.asked(officer, Origin.OFFICER), officer), officer)
    clock.set("2026-09-12")
    making.hosted(request, officer)
    assert clocks_of(["NG"], clocks.today(), officer)["NG"].engagement.last is None
    assert last_visit("NG", officer) is None


def test_ships_from_a_country_are_counted_by_voyage(tmp_path: Path) -> None:
    calls = tmp_path / "calls" / "country=NG"
    calls.mkdir(parents=True)
    rows = {"voyage_id": [1, 1, 2, 3], "arrival_port": ["USHOU", "USHOU", "USHOU", None]}
    pq.write_table(pa.table(rows), calls / "part.parquet")
    assert arrivals_after(tmp_path, "NG") == {"USHOU": 2}
    assert arrivals_after(tmp_path, "GH") == {} == arrivals_after(tmp_path, "../x")


def test_what_a_port_handles_is_seen_by_the_ships_that_come(tmp_path: Path) -> None:
    rows = {
        "month": ["2026-01", "2026-02", "2026-02"],
        "arrival_port": ["USHOU", "USHOU", "USHOU"],
        "vessel_type": ["LNG Tanker", "LNG Tanker", "Passenger Ship"],
        "voyages": [300, 200, 4],
    }
    pq.write_table(pa.table(rows), tmp_path / "totals.parquet")
    types = types_by_port(tmp_path)
    assert types == {"USHOU": {"LNG Tanker": 500, "Passenger Ship": 4}}
    assert Traffic("Invented", True, types=types).handled("USHOU") == {"gas"}
    assert types_by_port(tmp_path / "nowhere") == {}
