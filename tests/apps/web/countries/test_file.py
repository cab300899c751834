"""The country file: what is in it, for whom, from where, and at what cost."""

from datetime import date, timedelta

import pytest
from django.test import Client

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common import clock as time
from roadstead.registry.models import CountryLanguage, CountryTimezone, Grouping, Membership
from tests import people
from tests.apps.engagement.planting import plant
from tests.apps.registry.entering import country
from tests.apps.web.countries.planting import crowd, facility, officer, organisation, person
from tests.conftest import CountQueries, FrozenClock

pytestmark = pytest.mark.django_db
FILE = "/desk/countries/NG/"
MOST_QUERIES = 31


@pytest.fixture(autouse=True)
def _nigeria(clock: FrozenClock) -> None:
    country("NG")
    country("GH")


@pytest.fixture
def liaison() -> User:
    return people.holder(Role.LIAISON, "NG", name="Lea Liaison")


@pytest.fixture
def analyst() -> User:
    return people.holder(Role.ANALYST, name="Ana Lyst")


def page(who: User, address: str = FILE, status: int = 200) -> str:
    response = people.client_of(who).get(address)
    assert response.status_code == status
    return response.content.decode()


def part(text: str, heading: str) -> str:
    """What stands under a heading, up to the next of its size."""
    return text.split(f'<h2 id="{heading}">')[1].split("<h2 ")[0]


def test_a_file_with_nothing_in_it_says_so_and_what_to_do(liaison: User, analyst: User) -> None:
    text = page(liaison)
    for words in ("No authority is named", "No embassy is named", "No port facility is in the register", "nobody"):
        assert words in text
    assert "/desk/organisations/new/?country=NG&amp;kind=designated_authority" in text
    assert "organisations/new" not in page(analyst), "who may not enter one is not asked to"


def test_what_later_work_adds_has_its_honest_place(liaison: User) -> None:
    for words in ("Visits", "Observations"):
        assert words in part(page(liaison), "later")
    assert 'hx-get="/desk/countries/NG/built/"' in part(page(liaison), "built")


def test_what_was_built_is_fetched(liaison: User) -> None:
    client = Client()
    client.force_login(liaison)
    built = client.get("/desk/countries/NG/built/").content.decode()
    for words in ("Reciprocal visits", "None is on record", "Training", "does not say that nothing was done"):
        assert words in built
    assert client.get("/desk/countries/XX/built/").status_code == 404


class TestStanding:
    def test_a_listed_country_says_since_when_with_source_and_link(self, liaison: User) -> None:
        text = page(liaison)
        assert "On the list" in text
        assert "Conditions of entry since" in text
        assert 'href="/advisory/countries/NG/"' in text
        assert "rs-citation" in text

    def test_one_that_came_off_says_since_when(self, liaison: User) -> None:
        country("DJ")
        assert "Off the list since" in page(liaison, "/desk/countries/DJ/")

    def test_one_that_was_never_named_says_that(self, liaison: User) -> None:
        country("FI")
        assert "No advisory on record has ever named it" in page(liaison, "/desk/countries/FI/")


class TestOfficer:
    def test_who_answers_from_where_and_who_covers(self, liaison: User, analyst: User) -> None:
        today = time.today()
        officer(liaison)
        cover = {"valid_from": today, "valid_until": today + timedelta(days=5)}
        officer(analyst, kind="cover", **cover)
        text = part(page(analyst), "officer")
        assert "Lea Liaison" in text
        assert "Ana Lyst" in text
        assert "until the day before 27 November 2026" in text
        assert "nobody" not in text


class TestAuthorities:
    def test_each_with_duties_addresses_people_source_and_mark(self, liaison: User) -> None:
        said = {"duties": "Approves plans", "phone": "+234 1 555", "website": "https://da.example.org"}
        authority = organisation(liaison, "NIMASA (invented)", "designated_authority", mark="public", **said)
        person(liaison, "Ada Obi (invented)", authority, title="Director", valid_from=date(2024, 5, 1))
        person(liaison, "Old Head (invented)", authority, valid_until=date(2024, 5, 1))
        text = part(page(liaison), "authorities")
        for words in ("NIMASA", "Approves plans", "+234 1 555", "https://da.example.org", "Public", "a test"):
            assert words in text
        for words in ("Ada Obi", "Director", "since 1 May 2024", "mailto:ada.obi.invented@example.org"):
            assert words in text
        assert "Old Head" not in text, "who is no longer in office"

    def test_without_a_designated_authority_the_others_stand_and_it_is_said(self, liaison: User) -> None:
        organisation(liaison, "Port police (invented)", "police")
        text = part(page(liaison), "authorities")
        assert "Port police" in text
        assert "No Designated Authority is named" in text

    def test_the_embassy_with_its_agencies_and_their_people(self, liaison: User) -> None:
        embassy = organisation(liaison, "US Embassy (invented)", "embassy")
        customs = organisation(liaison, "CBP attaché office (invented)", "agency", parent=embassy)
        person(liaison, "Sam State (invented)", embassy, code="GH", title="State, economic officer")
        person(liaison, "Carol Border (invented)", customs, code="GH", title="CBP attaché", kind="attache")
        text = part(page(liaison), "embassy")
        for words in ("US Embassy", "Sam State", "State, economic officer", "CBP attaché office", "Carol Border"):
            assert words in text

    def test_what_may_not_be_read_is_neither_named_nor_counted(self, liaison: User, analyst: User) -> None:
        hidden = organisation(liaison, "Hidden Service", "police", mark="restricted", duties="Peculiar words")
        person(liaison, "Hidden Person", hidden, mark="restricted")
        facility(liaison, "Hidden Terminal", mark="restricted")
        text = page(analyst)
        assert "Hidden" not in text
        assert "Peculiar" not in text

    def test_of_what_is_restricted_only_the_name_stands_here(self, liaison: User) -> None:
        record = organisation(liaison, "Named Service", "police", mark="restricted", duties="Peculiar words")
        record.people.set([liaison])
        someone = person(liaison, "Named Person", record, mark="restricted")
        someone.people.set([liaison])
        text = page(liaison)
        assert "Named Service" in text
        assert "Named Person" in text
        assert "Peculiar" not in text
        assert "named.person@" not in text


class TestPlaces:
    def test_facilities_with_statement_mark_and_source_on_a_map_and_in_a_table(self, liaison: User) -> None:
        today = time.today()
        facility(liaison, "Old Quay", soc_expires_on=today - timedelta(days=1), latitude=6, longitude=3)
        facility(liaison, "New Quay", soc_expires_on=today + timedelta(days=300), number="NGAPP-0001")
        facility(liaison, "Dim Quay", soc_expires_on=today + timedelta(days=89))
        facility(liaison, "Dark Quay")
        text = part(page(liaison), "places")
        for words in ("4 port facilities", "NGAPP-0001", "Expired", "Valid", "Expires soon", "Not known", "a test"):
            assert words in text
        assert '"name": "Old Quay"' in text
        assert '"kind": "expired"' in text
        assert "3 facilities have no position" in text

    def test_many_are_shown_a_page_at_a_time(self, liaison: User) -> None:
        for number in range(30):
            facility(liaison, f"Quay {number:02}")
        assert "Quay 29" not in part(page(liaison), "places")
        assert "Quay 29" in part(page(liaison, f"{FILE}?page=2"), "places")


class TestCountry:
    def test_groupings_with_their_days_and_what_is_not_known(self, liaison: User) -> None:
        said = {"source": "its own list", "as_of": date(2026, 11, 1)}
        for code, known in (("EU", True), ("IMO", False)):
            Grouping.objects.create(code=code, name=f"Body {code}", members_known=known, note="Not loaded", **said)
        Membership.objects.create(
            grouping_id="EU", country_id="NG", since=date(1973, 1, 1), until=date(2020, 1, 31), **said
        )
        text = part(page(liaison), "bodies")
        for words in ("Body EU", "left on", "31 January 2020", "its own list", "1 November 2026"):
            assert words in text
        assert "Body IMO (IMO): whether it is a member is not known here." in text

    def test_the_time_there_and_the_languages_with_their_sources(self, liaison: User) -> None:
        CountryTimezone.objects.create(country_id="NG", name="Africa/Lagos", source="GeoNames")
        CountryLanguage.objects.create(country_id="NG", code="ha", name="Hausa", source="CLDR")
        text = page(liaison)
        assert "13:00" in part(text, "time")
        assert "UTC+1" in part(text, "time")
        assert "GeoNames" in text
        assert "Hausa" in part(text, "facts")
        assert "CLDR" in text

    def test_information_about_it_and_shared_with_it(self, liaison: User) -> None:
        plant(title="About guards", countries=["NG"])
        plant(title="For them", mark="partner", states=["NG"])
        plant(title="Elsewhere", countries=["GH"])
        plant(title="Restricted words", mark="restricted", countries=["NG"])
        text = part(page(liaison), "information")
        assert "About guards" in text
        assert "For them" in text
        assert "Elsewhere" not in text
        assert "Restricted words" not in text

    @pytest.mark.parametrize("code", ["QQ", "x", "NGA", "%00", "1"])
    def test_what_is_no_country_is_not_found(self, liaison: User, code: str) -> None:
        response = people.client_of(liaison).get(f"/desk/countries/{code}/", follow=True)
        assert response.status_code == 404

    def test_small_letters_lead_to_the_file(self, liaison: User) -> None:
        assert people.client_of(liaison).get("/desk/countries/ng/").headers["Location"] == FILE


def test_who_may_open_it() -> None:
    for role in (Role.AUTHORITY, Role.EMBASSY, Role.FACILITY, Role.OPERATOR, Role.ADMINISTRATOR):
        assert people.client_of(people.holder(role)).get(FILE).status_code == 403, role
    assert Client().get(FILE).status_code == 302


def test_a_crowded_file_asks_little(liaison: User, at_most_queries: CountQueries) -> None:
    crowd(liaison)
    plant(title="About guards", countries=["NG"])
    officer(liaison)
    client = people.client_of(liaison)
    client.get(FILE)
    with at_most_queries(MOST_QUERIES):
        text = client.get(FILE).content.decode()
    assert "300 port facilities" in text
    assert "Person 49" in text
