"""What the what-if says of a case: the same as its page, kept in the case."""

from datetime import date, timedelta

import pytest

from roadstead.accounts.roles import Role
from roadstead.analytics.case_counts import counted
from roadstead.determinations import traffic
from roadstead.determinations.enums import Effect
from roadstead.determinations.queries.cases import whole
from roadstead.determinations.traffic import CannotCountError
from tests.apps.analytics.conftest import TODAY, VOYAGES
from tests.apps.determinations.making import opened
from tests.people import client_of, holder, viewer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("voyages")]


def test_a_removal_is_tried_on_the_voyages_on_record() -> None:
    said = traffic.count("remove:CU")
    assert (said.voyages, said.invented, said.record) == (VOYAGES, True, "small")
    assert said.concerned >= said.freed > 0
    assert said.at_sea is None


def test_ships_at_sea_are_counted_on_a_day_within_the_record() -> None:
    since = TODAY - timedelta(days=60)
    said = counted(f"since:{since.isoformat()};add:EG")
    assert said.since == since
    assert said.at_sea is not None
    assert said.caught >= said.at_sea


def test_a_draft_that_contradicts_the_list_is_refused_in_words() -> None:
    with pytest.raises(CannotCountError, match="on the list already"):
        counted("add:CU")
    with pytest.raises(CannotCountError, match="not on the list"):
        counted("remove:EG")


def test_it_is_kept_in_the_case_from_its_page() -> None:
    person = holder(Role.HEADQUARTERS, name="Hedda Counts")
    by = viewer(person)
    case = opened(by, Effect.DELIST)
    day = date(2026, 10, 1)
    typed = {"revision": case.revision, "since": day.isoformat()}
    answer = client_of(person).post(f"/desk/cases/{case.pk}/ships/", typed)
    assert answer.status_code == 302, answer.context["form"].errors
    kept = whole(case).count
    assert kept is not None
    assert (kept.draft, kept.since, kept.voyages) == (f"since:{day.isoformat()};remove:NG", day, VOYAGES)
