"""The list of countries: measures, filters, order, map, files."""

import csv
import io
import json
from datetime import timedelta
from typing import Any

import pytest

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common import clock as time
from roadstead.registry.models import Country, Grouping, Membership
from tests import people
from tests.apps.registry.entering import country
from tests.apps.web.countries.planting import facility, officer, organisation
from tests.conftest import CountQueries, FrozenClock

pytestmark = pytest.mark.django_db
LIST = "/desk/countries/"


@pytest.fixture(autouse=True)
def _countries(clock: FrozenClock) -> None:
    for code in ("NG", "GH", "US"):
        country(code)
    Country.objects.create(code="DJ", name="Djibouti", coast="coastal", region="Africa", subregion="Eastern Africa")
    Country.objects.create(code="CH", name="Switzerland", coast="landlocked", region="Europe")


@pytest.fixture
def liaison() -> User:
    return people.holder(Role.LIAISON, "NG", name="Lea Liaison")


@pytest.fixture
def planted(liaison: User) -> None:
    """Nigeria has everything, Ghana an expired facility, both are as the rule book has them."""
    today = time.today()
    officer(liaison)
    organisation(liaison, "Designated Authority (invented)", "designated_authority")
    organisation(liaison, "Embassy (invented)", "embassy")
    for number in range(12):
        facility(liaison, f"Quay {number}", soc_expires_on=today + timedelta(days=300))
    facility(liaison, "Old Quay", code="GH", soc_expires_on=today - timedelta(days=1))
    facility(liaison, "Dark Quay", code="GH")
    Grouping.objects.create(code="AU", name="A body", source="a test")
    Membership.objects.create(grouping_id="AU", country_id="GH", source="a test")


def codes(who: User, query: str = "") -> list[str]:
    """The countries of the list as it stands, by the rows of the table."""
    text = people.client_of(who).get(f"{LIST}?{query}").content.decode()
    return [part.split('"')[0] for part in text.split('data-country="')[1:]]


def drawn(who: User, measure: str) -> dict[str, Any]:
    """What the map is told of each country."""
    text = people.client_of(who).get(f"{LIST}?measure={measure}").content.decode()
    data = text.split('id="countries-map-data" type="application/json">')[1].split("</script>")[0]
    return {one["iso"]: one for one in json.loads(data)}


def test_every_country_with_a_coast_and_no_other(liaison: User) -> None:
    assert codes(liaison) == ["DJ", "GH", "NG", "US"]


def test_without_reference_data_it_says_so(liaison: User) -> None:
    Country.objects.update(coast="unknown")
    assert "No country is loaded" in people.client_of(liaison).get(LIST).content.decode()


@pytest.mark.usefixtures("planted")
class TestFinding:
    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("q=niger", ["NG"]),
            ("q=gh", ["GH"]),
            ("region=Eastern+Africa", ["DJ"]),
            ("grouping=AU", ["GH"]),
            ("status=listed", ["NG"]),
            ("status=former", ["DJ"]),
            ("officer=none", ["DJ", "GH", "US"]),
            ("gap=officer", ["DJ", "GH"]),
            ("gap=authority", ["DJ", "GH", "US"]),
            ("gap=facilities", ["DJ", "US"]),
            ("gap=any", ["DJ", "GH", "US"]),
            ("gap=nonsense&status=%00&sort=%00&officer=%00&measure=x", ["DJ", "GH", "NG", "US"]),
            ("q=nowhere", []),
        ],
    )
    def test_filters(self, liaison: User, query: str, found: list[str]) -> None:
        assert codes(liaison, query) == found

    def test_of_one_officer(self, liaison: User) -> None:
        assert codes(liaison, f"officer={liaison.pk}") == ["NG"]

    @pytest.mark.parametrize(
        ("sort", "found"),
        [
            ("-name", ["US", "NG", "GH", "DJ"]),
            ("-facilities", ["NG", "GH", "DJ", "US"]),
            ("-expired", ["GH", "NG", "DJ", "US"]),
            ("expired", ["NG", "GH", "DJ", "US"]),
            ("officer", ["NG", "DJ", "GH", "US"]),
            ("advisory", ["NG", "DJ", "GH", "US"]),
        ],
    )
    def test_order_with_what_is_not_known_last(self, liaison: User, sort: str, found: list[str]) -> None:
        assert codes(liaison, f"sort={sort}") == found

    def test_the_row_says_what_is_and_what_is_not_known(self, liaison: User) -> None:
        text = people.client_of(liaison).get(f"{LIST}?q=ghana").content.decode()
        assert "1 of 1 known" in text, "one of two has a known end"
        assert "none named" in text
        assert "nobody" in text
        assert "none needed" in people.client_of(liaison).get(f"{LIST}?q=us").content.decode()


@pytest.mark.usefixtures("planted")
class TestMap:
    def test_by_each_measure(self, liaison: User) -> None:
        advisory = drawn(liaison, "advisory")
        assert [advisory[code]["colour"] for code in ("DJ", "GH", "NG")] == ["former", "land", "alarm"]
        facilities = drawn(liaison, "facilities")
        assert [facilities[code]["colour"] for code in ("DJ", "GH", "NG")] == ["lack", "step-1", "step-2"]
        expired = drawn(liaison, "expired")
        assert [expired[code]["colour"] for code in ("DJ", "GH", "NG")] == ["none", "step-3", "good"]
        assert expired["GH"]["words"] == "1 of 1 known are expired"
        assert drawn(liaison, "authority")["NG"]["words"] == "Designated Authority (invented)"
        officers = drawn(liaison, "officer")
        assert [officers[code]["colour"] for code in ("DJ", "NG", "US")] == ["lack", "officer-1", "land"]
        assert officers["NG"]["href"] == "/desk/countries/NG/"

    def test_the_legend_says_what_the_colours_mean(self, liaison: User) -> None:
        text = people.client_of(liaison).get(f"{LIST}?measure=officer").content.decode()
        assert "Lea Liaison (1)" in text
        assert "Nobody is responsible" in text


@pytest.mark.usefixtures("planted")
class TestFiles:
    def test_the_same_list(self, liaison: User) -> None:
        response = people.client_of(liaison).get(f"{LIST}export.csv?sort=-facilities&gap=any")
        rows = list(csv.DictReader(io.StringIO(response.content.decode())))
        assert [row["country"] for row in rows] == ["GH", "DJ", "US"]
        assert rows[0]["SoC with a known end"] == "1"
        assert rows[0]["lacking"] == "authority embassy officer"
        assert rows[1]["advisory"] == "former"

    def test_as_a_workbook_or_not_at_all(self, liaison: User) -> None:
        client = people.client_of(liaison)
        assert client.get(f"{LIST}export.xlsx").content.startswith(b"PK")
        assert client.get(f"{LIST}export.exe").status_code == 404


def test_what_may_not_be_read_is_not_counted(liaison: User) -> None:
    facility(liaison, "Hidden Terminal", mark="restricted")
    organisation(liaison, "Hidden Authority", "designated_authority", mark="restricted")
    analyst = people.holder(Role.ANALYST)
    assert drawn(analyst, "facilities")["NG"]["words"] == "0 facilities"
    assert "Hidden" not in people.client_of(analyst).get(LIST).content.decode()


def test_its_queries_do_not_grow(liaison: User, at_most_queries: CountQueries) -> None:
    for number in range(60):
        code = chr(65 + number // 26) + chr(65 + number % 26)
        country(code)
        facility(liaison, f"Quay {code}", code=code)
        organisation(liaison, f"Authority {code}", "designated_authority", code=code)
    client = people.client_of(liaison)
    client.get(LIST)
    with at_most_queries(people.SIGNED_IN + 6):
        assert "Next" in client.get(LIST).content.decode()
