"""Whether training helps, and where help is due: facts, counts, intervals, and weights of one's own."""

from datetime import date
from typing import Any

from roadstead.accounts.models import User
from roadstead.training.queries import effect
from roadstead.training.queries.commitment import commitments, weighed
from tests.apps.training import acting
from tests.apps.visits.observed import acting as seeing
from tests.conftest import CountQueries
from tests.people import client_of, viewer

NOTICE = date(2026, 10, 1)


def lacked(by: User, on: date, code: str = "NG", element: str = "ACC") -> Any:
    trip = seeing.visit(by, code, first=on, state="made", notice_on=NOTICE)
    return seeing.observed(by, trip, element=element)


def test_with_training_and_without_it_stand_beside_each_other(
    chief: User, nigeria: User, ghana: User, clock: Any
) -> None:
    for code in ("NG", "GH"):
        lacked(chief, date(2026, 11, 22), code)
    acting.taught(chief, nigeria, clock, date(2027, 1, 20))
    clock.set("2027-06-01")
    lacked(chief, date(2027, 5, 20), "GH")
    found = effect.together(effect.outcomes(viewer(chief)))
    assert (found.taught.of, found.waiting) == (0, 1)
    assert (found.untaught.hits, found.untaught.of) == (1, 1)
    by_country = {one.key: one for one in effect.by_country(effect.outcomes(viewer(chief)))}
    assert by_country["NG"].waiting == 1
    assert by_country["GH"].untaught.hits == 1
    assert by_country["GH"].tells is None
    told = client_of(chief).get("/desk/training/effect/?by=country").content.decode()
    assert "1 of 1" in told
    assert "too little to compare" in told
    assert "not what caused it" in told


def test_training_about_another_element_is_not_counted(chief: User, nigeria: User, clock: Any) -> None:
    lacked(chief, date(2026, 11, 22), element="GOV-1")
    acting.taught(chief, nigeria, clock, date(2027, 1, 20))  # about access, not about the law
    found = effect.outcomes(viewer(chief))
    assert [one.taught for one in found] == [()]


def test_who_did_not_come_was_not_taught(chief: User, nigeria: User, clock: Any) -> None:
    lacked(chief, date(2026, 11, 22))
    clock.set("2026-12-01")
    one = acting.opened(chief, first_on=date(2026, 12, 10))
    held = acting.selected(chief, acting.nominated(nigeria, one))
    clock.set("2026-12-14")
    acting.came(chief, held, "absent")
    assert [found.taught for found in effect.outcomes(viewer(chief))] == [()]


def test_what_a_visit_finds_of_a_recommendation_is_a_look(chief: User, nigeria: User, clock: Any) -> None:
    from roadstead.visits.actions.reviewing import review_recommendation
    from roadstead.visits.observed_enums import Found

    seen = lacked(chief, date(2026, 11, 22))
    advised = seeing.recommended(chief, observation=seen)
    acting.taught(chief, nigeria, clock, date(2027, 1, 20))
    clock.set("2027-06-01")
    trip = seeing.visit(chief, first=date(2027, 5, 20), state="made", notice_on=NOTICE)
    said: dict[str, Any] = {"visit": trip, "recommendation": advised, "by": viewer(chief)}
    review_recommendation(found=Found.DONE, after="The gate is kept (invented).", **said)
    found = effect.together(effect.outcomes(viewer(chief)))
    assert (found.taught.hits, found.taught.of) == (0, 1)
    review_recommendation(found=Found.PARTLY, after="Half of it (invented).", **said)
    found = effect.together(effect.outcomes(viewer(chief)))
    assert (found.taught.hits, found.taught.of) == (1, 1)


def test_a_withdrawn_observation_is_no_case(chief: User) -> None:
    from roadstead.visits.actions.observing import set_observation_state
    from roadstead.visits.observed_enums import ObservationState

    seen = lacked(chief, date(2026, 11, 22))
    gone = {"state": ObservationState.WITHDRAWN, "why": "not so", "by": viewer(chief)}
    set_observation_state(observation=seen, **gone)
    assert effect.outcomes(viewer(chief)) == []


def test_the_comparison_costs_the_same_however_many_there_are(chief: User, at_most_queries: CountQueries) -> None:
    for number in range(6):
        lacked(chief, date(2026, 10, 1 + number))
    by = viewer(chief)
    with at_most_queries(6):
        effect.outcomes(by)


def test_a_country_that_there_is_not_has_no_page(chief: User) -> None:
    for code in ("QQ", "N", "NIGERIA"):
        assert client_of(chief).get(f"/desk/training/effect/{code}/").status_code == 404


def test_files_have_counts_and_bounds(chief: User) -> None:
    lacked(chief, date(2026, 11, 22))
    told = client_of(chief).get("/desk/training/effect/export.csv?by=element").content.decode()
    assert told.splitlines()[1].startswith("ACC,")


def test_without_weights_countries_stand_by_name_and_nothing_is_summed(chief: User, nigeria: User) -> None:
    acting.asked(nigeria)
    rows = weighed(commitments(viewer(chief)), {})
    names = [row.country.name for row in rows]
    assert names == [one.name for one in commitments(viewer(chief))]
    assert all(row.parts == () for row in rows)
    told = client_of(chief).get("/desk/training/priorities/").content.decode()
    assert "By your weights" not in told


def test_the_order_is_that_of_the_weights_and_every_product_is_shown(chief: User, nigeria: User, ghana: User) -> None:
    acting.asked(ghana, country="GH")
    rows = weighed(commitments(viewer(chief)), {"requests": 2.0, "closure": 1.0})
    assert rows[0].country.code == "GH"
    assert rows[0].unknown == 1  # no recommendation was ever made: nothing is known of closure
    told = client_of(chief).get("/desk/training/priorities/?requests=2&closure=1&attendance=x").content.decode()
    assert "0.20 × 2 = 0.40" in told
    assert "not known, adds nothing" in told
    assert nigeria.pk


def test_commitment_is_of_facts(chief: User, nigeria: User, clock: Any) -> None:
    acting.taught(chief, nigeria, clock, date(2027, 1, 20))
    one = next(found for found in commitments(viewer(chief), "NG"))
    assert (one.attendance.hits, one.attendance.of) == (1, 1)
    assert one.caribbean is False
