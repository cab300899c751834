"""To whom information is released: authorities, embassies or other agencies of a State, and until which day."""

from datetime import date, timedelta

import pytest
from django.test import Client

from roadstead.accounts import queries as accounts
from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import as_state
from roadstead.engagement.actions.shape import InformationError
from roadstead.engagement.actions.writing import change_information
from roadstead.engagement.models import Information
from tests import people
from tests.apps.engagement.acting import content, mark, readers, shared, visible, written
from tests.conftest import FrozenClock

LIST = "/partner/information/"


@pytest.fixture
def embassy() -> User:
    return people.holder(Role.EMBASSY, "NG", name="Emma Bassy")


@pytest.fixture
def agency() -> User:
    return people.holder(Role.AGENCY, "NG", name="Agnes Cy")


def test_all_who_work_with_a_state_read_it_unless_something_is_said(
    liaison: User, nigeria: User, embassy: User, agency: User, ghana: User
) -> None:
    record = written(liaison)
    shared(record, liaison, "NG")
    assert readers(record, nigeria, embassy, agency, ghana) == ["Ngozi Authority", "Emma Bassy", "Agnes Cy"]


def test_agencies_may_be_told_what_the_state_is_not(liaison: User, nigeria: User, embassy: User, agency: User) -> None:
    record = written(liaison, to_authorities=False, to_embassies=False)
    shared(record, liaison, "NG")
    assert readers(record, nigeria, embassy, agency, liaison) == ["Agnes Cy", "Lea Liaison"]
    assert people.client_of(nigeria).get(f"{LIST}{record.pk}/").status_code == 404
    assert people.client_of(agency).get(f"{LIST}{record.pk}/").status_code == 200
    told = {
        one.name
        for one in (nigeria, embassy, agency)
        if accounts.notifications(one).filter(url__contains="information")
    }
    assert told == {"Agnes Cy"}
    borrowed = as_state("NG", by=people.viewer(liaison))
    assert not Information.objects.visible_to(borrowed).filter(pk=record.pk).exists()


def test_a_part_in_one_state_opens_nothing_of_another(liaison: User, agency: User) -> None:
    both = people.holder(Role.AUTHORITY, "GH", name="Both")
    people.give(both, Role.AGENCY, "NG")
    record = written(liaison, to_authorities=True, to_embassies=False, to_agencies=False)
    shared(record, liaison, "NG")
    assert not visible(record, both), "an agency for Nigeria is not its authority"
    shared(record, liaison, "GH")
    assert visible(record, both)


def test_somebody_is_to_read_it(liaison: User) -> None:
    with pytest.raises(InformationError, match="two of them at most"):
        written(liaison, to_authorities=False, to_embassies=False, to_agencies=False)


def test_whom_it_is_kept_from_is_changed_and_shown(liaison: User, nigeria: User) -> None:
    record, by = written(liaison), people.viewer(liaison)
    shared(record, liaison, "NG")
    change_information(information=record, revision=1, content=content(to_authorities=False), by=by)
    assert not visible(record, nigeria)
    text = people.client_of(liaison).get(f"/desk/information/{record.pk}/").content.decode()
    assert "Kept from" in text
    assert "open to authorities" in text


def test_the_form_takes_it(liaison: User, nigeria: User) -> None:
    record, client = written(liaison), people.client_of(liaison)
    shared(record, liaison, "NG")
    said = {"kind": "document", "title": "Better", "text": "Words", "revision": 1, "withheld": ["to_authorities"]}
    assert client.post(f"/desk/information/{record.pk}/change/", said).status_code == 302
    assert not visible(record, nigeria)
    said |= {"revision": 2, "withheld": ["to_authorities", "to_embassies", "to_agencies"]}
    answer = client.post(f"/desk/information/{record.pk}/change/", said)
    assert answer.status_code == 422
    assert "two of them at most" in answer.content.decode()


def test_after_its_last_day_nobody_outside_is_shown_it(
    clock: FrozenClock, client: Client, liaison: User, headquarters: User, nigeria: User
) -> None:
    clock_today = date(2026, 11, 22)
    record = written(liaison, valid_until=clock_today + timedelta(days=1))
    shared(record, liaison, "NG")
    open_ = written(headquarters, title="For everyone", valid_until=clock_today + timedelta(days=1))
    mark(open_, headquarters, Mark.PUBLIC)
    partner = people.client_of(nigeria)
    assert partner.get(f"{LIST}{record.pk}/").status_code == 200
    assert client.get(f"/information/{open_.pk}/").status_code == 200
    clock.set("2026-11-24T00:30+00:00")
    assert people.client_of(nigeria).get(f"{LIST}{record.pk}/").status_code == 404
    assert client.get(f"/information/{open_.pk}/").status_code == 404
    assert "For everyone" not in client.get("/information/?standing=ended").content.decode()
    assert "For everyone" not in client.get("/information.atom").content.decode()
    assert client.get(f"/api/v1/information/{open_.pk}").status_code == 404
    assert visible(record, liaison), "the programme knows what it said"


def test_its_last_day_counts(liaison: User, nigeria: User) -> None:
    record = written(liaison, valid_until=clock.today())
    shared(record, liaison, "NG")
    assert visible(record, nigeria)
