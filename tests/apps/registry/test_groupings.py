"""Bodies with their members, languages and time zones: as authored, as loaded, as read."""

from datetime import UTC, date, datetime

import pytest

from roadstead.registry import actions
from roadstead.registry.loading import authored, packages
from roadstead.registry.loading.groupings import GroupingRecord
from roadstead.registry.loading.report import LoadReport
from roadstead.registry.loading.store_bodies import store_groupings
from roadstead.registry.models import CountryLanguage, CountryTimezone, Grouping, Membership
from roadstead.registry.queries.bodies import belongings, bodies, languages_of, zones_of_country

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def ours() -> dict[str, GroupingRecord]:
    return {one.code: one for one in authored.read(packages.AUTHORED).groupings}


def members(record: GroupingRecord, on: date) -> set[str]:
    return {one.country for one in record.members if (one.until is None or on < one.until)}


class TestAuthored:
    def test_each_body_has_its_number_of_members(self, ours: dict[str, GroupingRecord]) -> None:
        counts = {code: len(members(one, DAY)) for code, one in ours.items()}
        assert counts == {"APEC": 21, "OAS": 34, "EU": 27, "SPC": 27, "IMO": 0}
        assert len(ours["OAS"].members) == 35

    def test_each_body_says_where_it_is_from_and_of_which_day(self, ours: dict[str, GroupingRecord]) -> None:
        for one in ours.values():
            assert "https://" in one.source
            assert one.as_of == date(2026, 11, 23)

    def test_who_left_has_the_day(self, ours: dict[str, GroupingRecord]) -> None:
        left = {(code, one.country, one.until) for code, body in ours.items() for one in body.members if one.until}
        assert left == {("OAS", "NI", date(2023, 11, 19)), ("EU", "GB", date(2020, 1, 31))}

    def test_cuba_is_a_member_that_takes_no_part(self, ours: dict[str, GroupingRecord]) -> None:
        (cuba,) = (one for one in ours["OAS"].members if one.country == "CU")
        assert "takes no part" in cuba.note

    def test_accession_days_of_the_european_union(self, ours: dict[str, GroupingRecord]) -> None:
        since = {one.country: one.since for one in ours["EU"].members}
        assert since["HR"] == date(2013, 7, 1)
        assert since["MT"] == date(2004, 5, 1)
        assert all(since.values())

    def test_a_country_that_there_is_not_is_refused(self, db: None, ours: dict[str, GroupingRecord]) -> None:
        with pytest.raises(ValueError, match=r"countries that there are not: .*AU"):
            store_groupings([ours["APEC"]], {"CA"})


@pytest.mark.django_db
@pytest.mark.usefixtures("loaded")
class TestLoaded:
    def test_memberships_are_read_with_their_days(self) -> None:
        britain = {one.body.code: one for one in belongings("GB")}
        assert set(britain) == {"EU", "SPC"}
        assert britain["EU"].holds(date(2020, 1, 30))
        assert not britain["EU"].holds(date(2020, 1, 31))
        assert not britain["EU"].holds(date(1972, 12, 31))
        assert britain["SPC"].holds(DAY)
        assert britain["SPC"].since is None

    def test_a_body_whose_members_are_not_loaded_says_so(self) -> None:
        (imo,) = (one for one in bodies() if not one.known)
        assert imo.code == "IMO"
        assert "not loaded" in imo.note
        assert not Membership.objects.filter(grouping="IMO").exists()

    def test_loading_again_changes_nothing(self, loaded: LoadReport) -> None:
        before = (Membership.objects.count(), CountryLanguage.objects.count(), CountryTimezone.objects.count())
        actions.load_reference_data(by="tests", force=True)
        assert before == (Membership.objects.count(), CountryLanguage.objects.count(), CountryTimezone.objects.count())
        assert Grouping.objects.count() == 5

    def test_a_body_that_is_gone_from_the_file_goes(self) -> None:
        Grouping.objects.create(code="OLD", name="An old body", source="a test")
        actions.load_reference_data(by="tests", force=True)
        assert not Grouping.objects.filter(pk="OLD").exists()

    def test_languages_have_their_source(self) -> None:
        spoken = {one.name: one.source for one in languages_of("NG")}
        assert "English" in spoken
        assert "CLDR" in spoken["English"]
        assert [one.name for one in languages_of("TW")] == ["Chinese"]

    def test_the_time_in_a_country(self) -> None:
        noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
        (lagos,) = zones_of_country("NG", noon)
        assert lagos.names == ("Africa/Lagos",)
        assert lagos.local is not None
        assert lagos.local.hour == 13
        (taipei,) = zones_of_country("TW", noon)
        assert taipei.local is not None
        assert taipei.local.hour == 20

    def test_zones_that_agree_now_are_one_and_stand_from_west_to_east(self) -> None:
        winter = zones_of_country("US", datetime(2026, 1, 15, 12, tzinfo=UTC))
        hours = [zone.local.replace(tzinfo=None) for zone in winter if zone.local]
        assert hours == sorted(hours)
        assert len(hours) == len(set(hours))
        assert any("America/New_York" in zone.names and "America/Detroit" in zone.names for zone in winter)

    def test_a_zone_that_the_machine_lacks_is_not_guessed(self) -> None:
        CountryTimezone.objects.create(country_id="NG", name="Nowhere/Atlantis", source="a test")
        *_known, lost = zones_of_country("NG", datetime(2026, 1, 15, 12, tzinfo=UTC))
        assert (lost.names, lost.local) == (("Nowhere/Atlantis",), None)
