"""What is wrong is refused clearly, and nothing is doubled."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from roadstead.hosting.actions.answering import decline_request, take_up_again, withdraw_request
from roadstead.hosting.actions.asking import Who, ask_hosting
from roadstead.hosting.actions.offering import Choice, offer_port
from roadstead.hosting.actions.past import Past, enter_past
from roadstead.hosting.actions.units import block_days
from roadstead.hosting.enums import Origin, State
from roadstead.hosting.errors import HostingError
from roadstead.hosting.models import HostingRequest
from roadstead.hosting.queries.matches import matches
from roadstead.hosting.queries.numbers import PORT, counted, hosted, never_hosted
from roadstead.hosting.queries.requests import askers_of
from roadstead.visits.actions.days import plan_visit
from roadstead.visits.queries.agenda import visible_visit
from tests.apps.hosting import making
from tests.conftest import CountQueries, FrozenClock


def test_the_same_visit_asked_by_authority_embassy_and_officer_is_one_request() -> None:
    officer, authority, embassy = making.officer(), making.authority(), making.embassy()
    first = making.asked(authority)
    again = making.asked(embassy, Origin.EMBASSY, replace(making.ASK, size=9))
    third = making.asked(officer, Origin.OFFICER)
    assert first.pk == again.pk == third.pk
    askers = askers_of(first)
    assert [one.origin for one in askers] == ["authority", "embassy", "officer"]
    assert askers[1].said == {"size": 9}
    assert making.fresh(first, officer).size == 6


def test_another_time_is_another_request() -> None:
    authority = making.authority()
    first = making.asked(authority)
    later = replace(making.ASK, earliest=date(2027, 3, 1), latest=date(2027, 3, 31))
    assert making.asked(authority, ask=later).pk != first.pk


def test_a_form_sent_twice_asks_once() -> None:
    authority, uid = making.authority(), uuid4()
    for _time in range(2):
        ask_hosting(uid=uid, country="NG", ask=making.ASK, who=Who(Origin.AUTHORITY), by=authority)
    rows = HostingRequest.objects.visible_to(authority)
    assert rows.count() == 1
    assert len(askers_of(rows.get())) == 1


def test_an_invitation_is_taken_up_by_asking() -> None:
    officer, authority = making.officer(), making.authority()
    invited = making.asked(officer, Origin.INVITED)
    assert invited.state == State.INVITED
    assert making.asked(authority).pk == invited.pk
    assert making.fresh(invited, officer).state == State.ASKED


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"earliest": date(2026, 5, 1)}, "earliest"),
        ({"latest": date(2026, 8, 1)}, "latest"),
        ({"days": 31}, "days"),
        ({"size": 0}, "size"),
        ({"topics": ["nonsense"]}, "topics"),
        ({"aims": "  "}, "aims"),
        ({"latest": date(2026, 9, 2)}, "days"),
    ],
)
def test_what_cannot_be_asked_is_refused_at_its_field(said: dict[str, object], field: str) -> None:
    with pytest.raises(HostingError) as refused:
        making.asked(making.authority(), ask=replace(making.ASK, **said))  # type: ignore[arg-type]
    assert refused.value.field == field


def test_an_unknown_port_days_that_are_over_and_a_port_twice_are_refused() -> None:
    officer = making.officer()
    making.unit(officer)
    request = making.asked(officer, Origin.OFFICER)
    for choice, field in (
        (Choice("XXXXX", making.FIRST, making.LAST), "port"),
        (Choice("USHOU", date(2026, 1, 5), date(2026, 1, 9)), "first_on"),
        (Choice("USMIA", making.FIRST, making.LAST), "why"),  # no unit is kept there
    ):
        with pytest.raises(HostingError) as refused:
            offer_port(request=request, uid=uuid4(), choice=choice, by=officer)
        assert refused.value.field == field
    making.matched(request, officer)
    with pytest.raises(HostingError, match="chosen already"):
        making.matched(request, officer)


def test_a_unit_that_is_busy_is_chosen_with_a_reason_alone() -> None:
    officer = making.officer()
    unit = making.unit(officer)
    block_days(unit=unit, uid=uuid4(), first_on=making.FIRST, last_on=making.LAST, why="Invented exercise", by=officer)
    request = making.asked(officer, Origin.OFFICER)
    with pytest.raises(HostingError, match="Invented exercise"):
        offer_port(request=request, uid=uuid4(), choice=Choice("USHOU", making.FIRST, making.LAST), by=officer)


def test_more_people_than_places_are_refused() -> None:
    officer = making.officer()
    making.unit(officer, places=1)
    request = making.matched(making.asked(officer, Origin.OFFICER), officer)
    making.delegate(request, officer)
    making.delegate(request, officer)  # the same name is the same person
    with pytest.raises(HostingError, match="at most 1"):
        making.delegate(request, officer, "Second Delegate")


def test_declining_withdrawing_and_taking_up_again_say_why() -> None:
    officer, authority = making.officer(), making.authority()
    request = making.asked(authority)
    with pytest.raises(HostingError):
        decline_request(request=request, revision=1, why=" ", by=officer)
    request = decline_request(request=request, revision=1, why="Invented reason", by=officer)
    request = take_up_again(request=request, revision=request.revision, why="Invented turn", by=officer)
    request = withdraw_request(request=request, revision=request.revision, why="Invented change", by=authority)
    assert request.state == State.WITHDRAWN


def test_the_past_is_entered_once_and_counted() -> None:
    officer = making.officer()
    making.unit(officer)
    past = Past("NG", date(2009, 5, 4), date(2009, 5, 8), ["ushou"], "Invented", ["plans"], 5)
    assert {one.pk for one in never_hosted(officer)} >= {"NG"}
    first = enter_past(uid=uuid4(), past=past, by=officer)
    assert enter_past(uid=uuid4(), past=past, by=officer).pk == first.pk
    line = counted(hosted(officer), PORT, {})[0]
    assert (line.key, line.visits, line.people) == ("USHOU", 1, 5)
    assert "NG" not in {one.pk for one in never_hosted(officer)}
    for wrong, field in (
        (replace(past, first_on=date(2010, 5, 3), last_on=date(2010, 5, 4), ports=["NGAPP"]), "ports"),
        (replace(past, first_on=date(1999, 1, 1), last_on=date(1999, 1, 2)), "first_on"),
        (replace(past, first_on=date(2026, 6, 9), last_on=date(2026, 6, 10)), "last_on"),
    ):
        with pytest.raises(HostingError) as refused:
            enter_past(uid=uuid4(), past=wrong, by=officer)
        assert refused.value.field == field


def test_days_that_were_moved_where_visits_are_planned_are_those_of_the_visit(clock: FrozenClock) -> None:
    officer = making.officer()
    making.unit(officer)
    request = making.planned(making.matched(making.asked(officer, Origin.OFFICER), officer), officer)
    visit = visible_visit(request.visit_id, officer)
    later = {"first_on": date(2026, 9, 14), "last_on": date(2026, 9, 18)}
    plan_visit(visit=visit, revision=visit.revision, **later, why="Invented storm", by=officer)
    visit = visible_visit(request.visit_id, officer)
    assert visit.state == "planned"
    clock.set("2026-09-12")
    with pytest.raises(HostingError, match="2026-09-18"):
        making.hosted(request, officer)
    clock.set("2026-09-19")
    with pytest.raises(HostingError, match="Give notice"):
        making.hosted(request, officer)


def test_a_match_asks_the_same_few_queries_however_many_ports(at_most_queries: CountQueries) -> None:
    officer = making.officer()
    making.unit(officer)
    request = making.asked(officer, Origin.OFFICER)
    with at_most_queries(10):
        assert len(matches(request, officer)) == 3
