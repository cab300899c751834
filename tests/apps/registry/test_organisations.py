"""Keeping organisations: who may, what is checked, what is recorded."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common.access.marks import Mark
from roadstead.registry.actions.keeping import RegisterError, StaleError
from roadstead.registry.actions.organisations import change_organisation, mark_organisation, retire_organisation
from roadstead.registry.enums import OrganisationKind
from roadstead.registry.models import Organisation
from roadstead.registry.queries.organisations import organisations, organisations_of, search_organisations
from tests import people
from tests.apps.registry.entering import anew, country, entered, events, particulars, shared
from tests.conftest import FrozenClock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _countries(clock: FrozenClock) -> None:
    for code in ("NG", "GH", "TG"):
        country(code)


@pytest.fixture
def liaison() -> User:
    """A liaison officer for Nigeria and Ghana."""
    return people.holder(Role.LIAISON, "NG", "GH", name="Lea Liaison")


@pytest.fixture
def headquarters() -> User:
    return people.holder(Role.HEADQUARTERS, name="Hal Quarters")


def change(record: Organisation, by: User, revision: int = 1, **said: Any) -> Organisation:
    viewer = people.viewer(by)
    return change_organisation(organisation=record, revision=revision, particulars=particulars(**said), by=viewer)


class TestWriting:
    def test_it_is_for_the_programme_until_it_is_shared(self, liaison: User) -> None:
        record = entered(liaison, name="  Nigerian   Ports Authority ", local_name="Hukumar", website="https://x.ng")
        assert (record.name, record.folded) == ("Nigerian Ports Authority", "nigerian ports authority")
        assert (record.mark, record.country_id, record.revision) == (Mark.PROGRAMME, "NG", 1)
        (event,) = events("registry.organisation_written")
        assert (event.data, event.subject) == ({"kind": "port_authority", "country": "NG"}, str(record.pk))

    @pytest.mark.parametrize("role", [Role.ANALYST, Role.WATCH, Role.AUTHORITY, Role.ADMINISTRATOR])
    def test_only_who_keeps_the_register_writes(self, role: Role) -> None:
        with pytest.raises(PermissionDenied):
            entered(people.holder(role))

    def test_only_of_ones_own_countries(self, liaison: User, headquarters: User) -> None:
        for code in ("TG", None):
            with pytest.raises(PermissionDenied):
                entered(liaison, country=code)
        assert entered(headquarters, country=None).country_id is None
        assert entered(headquarters, country="TG").country_id == "TG"

    @pytest.mark.parametrize(
        ("said", "field"),
        [
            ({"name": "  "}, "name"),
            ({"name": "…"}, "name"),
            ({"name": "x" * 201}, "name"),
            ({"source": ""}, "source"),
            ({"website": "javascript:alert(1)"}, "website"),
            ({"website": "ftp://example.org"}, "website"),
            ({"email": "nobody"}, "email"),
            ({"as_of": date(2026, 11, 23)}, "as_of"),
            ({"parent": 999_999}, "parent"),
        ],
    )
    def test_what_is_wrong_names_its_field(self, liaison: User, said: dict[str, Any], field: str) -> None:
        with pytest.raises(RegisterError) as caught:
            entered(liaison, **said)
        assert caught.value.field == field
        assert not events("registry.organisation_written")

    def test_a_country_that_there_is_not(self, headquarters: User) -> None:
        with pytest.raises(RegisterError) as caught:
            entered(headquarters, country="QQ")
        assert caught.value.field == "country"

    def test_the_same_once_more_is_refused_until_the_first_is_gone(self, liaison: User) -> None:
        record = entered(liaison, name="Ports Authority")
        with pytest.raises(RegisterError, match="already"):
            entered(liaison, name="PORTS  authority")
        assert entered(liaison, name="Ports Authority", country="GH")
        assert entered(liaison, name="Ports Authority", kind=OrganisationKind.POLICE)
        retire_organisation(organisation=record, why="merged", by=people.viewer(liaison))
        assert entered(liaison, name="Ports Authority")


class TestChanging:
    def test_what_changed_is_recorded_and_nothing_else(self, liaison: User) -> None:
        record = entered(liaison)
        changed = change(record, liaison, name="Harbour Authority", place="Lagos")
        assert (changed.name, changed.folded, changed.revision) == ("Harbour Authority", "harbour authority", 2)
        (event,) = events("registry.organisation_changed")
        assert event.data == {"fields": ["name", "place"], "revision": 2}

    def test_the_same_again_is_no_change(self, liaison: User) -> None:
        assert change(entered(liaison), liaison).revision == 1
        assert not events("registry.organisation_changed")

    def test_who_looked_at_an_older_one_is_told(self, liaison: User) -> None:
        record = entered(liaison)
        change(record, liaison, place="Lagos")
        with pytest.raises(StaleError) as caught:
            change(record, liaison, place="Abuja")
        assert caught.value.current.revision == 2
        assert anew(record).place == "Lagos"

    def test_what_is_shared_needs_the_right_to_speak_to_its_readers(self, liaison: User, headquarters: User) -> None:
        record = shared(headquarters, "NG", "TG")
        with pytest.raises(PermissionDenied):
            change(record, liaison, place="Lagos")
        assert change(record, headquarters, place="Lagos").place == "Lagos"

    def test_moving_it_needs_both_countries(self, liaison: User) -> None:
        record = entered(liaison)
        with pytest.raises(PermissionDenied):
            change(record, liaison, country="TG")
        assert change(record, liaison, country="GH").country_id == "GH"

    def test_no_organisation_is_part_of_itself(self, liaison: User) -> None:
        ministry = entered(liaison, name="Ministry")
        authority = entered(liaison, name="Authority", parent=ministry.pk)
        with pytest.raises(RegisterError) as caught:
            change(ministry, liaison, name="Ministry", parent=authority.pk)
        assert caught.value.field == "parent"

    def test_a_parent_that_may_not_be_read_is_as_one_that_there_is_not(self, liaison: User, headquarters: User) -> None:
        secret = entered(headquarters, name="Secret", mark=Mark.RESTRICTED, reason="a source")
        with pytest.raises(RegisterError) as caught:
            entered(liaison, parent=secret.pk)
        assert caught.value.field == "parent"


class TestRetiring:
    def test_it_stays_with_its_reason_in_the_history(self, liaison: User) -> None:
        record = entered(liaison)
        retire_organisation(organisation=record, why=" became part  of the ministry ", by=people.viewer(liaison))
        assert anew(record).retired_at is not None
        assert events("registry.organisation_retired")[0].data == {"why": "became part of the ministry"}
        assert not organisations_of("NG", people.viewer(liaison)).exists()
        with pytest.raises(RegisterError):
            retire_organisation(organisation=record, why="again", by=people.viewer(liaison))

    def test_a_reason_is_asked_for(self, liaison: User) -> None:
        with pytest.raises(RegisterError) as caught:
            retire_organisation(organisation=entered(liaison), why="  ", by=people.viewer(liaison))
        assert caught.value.field == "why"


class TestMarking:
    def test_who_keeps_it_shares_it_with_its_state(self, liaison: User) -> None:
        record, partner = entered(liaison), people.viewer(people.holder(Role.AUTHORITY, "NG"))
        assert not organisations(partner).exists()
        said: dict[str, Any] = {"mark": Mark.PARTNER, "states": ["NG"], "reason": "their own"}
        mark_organisation(organisation=record, by=people.viewer(liaison), **said)
        assert organisations(partner).get() == record
        assert not organisations(people.viewer(people.holder(Role.AUTHORITY, "GH", email="gh@example.org"))).exists()

    def test_an_analyst_does_not(self, liaison: User) -> None:
        analyst = people.viewer(people.holder(Role.ANALYST))
        with pytest.raises(PermissionDenied):
            mark_organisation(organisation=entered(liaison), mark=Mark.RESTRICTED, reason="mine", by=analyst)


class TestFinding:
    def test_by_words_in_any_name_without_accents(self, liaison: User) -> None:
        viewer = people.viewer(liaison)
        entered(liaison, name="Autoridade Portuária", local_name="हार्बर")
        for text in ("portuaria", "AUTORIDADE port", "हार्बर"):
            assert [one.name for one in search_organisations(text, viewer)] == ["Autoridade Portuária"], text
        assert not search_organisations("harbour", viewer)
        assert not search_organisations("portuaria", viewer, country="GH")

    def test_of_a_country_by_kind(self, liaison: User) -> None:
        entered(liaison, name="B", kind=OrganisationKind.POLICE)
        entered(liaison, name="A", kind=OrganisationKind.EMBASSY)
        entered(liaison, name="C", kind=OrganisationKind.POLICE, country="GH")
        viewer = people.viewer(liaison)
        assert [one.name for one in organisations_of("NG", viewer)] == ["A", "B"]
        assert [one.name for one in organisations_of("NG", viewer, kinds=["police"])] == ["B"]
