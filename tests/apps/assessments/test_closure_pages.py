"""The closure room on pages: a road map for the desk and the host, and a shortfall from plan to closed."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.assessments.models import ClosureEvidence, Dispute, PlanItem
from roadstead.common import clock
from roadstead.registry.models import Facility
from roadstead.visits.actions.observing import set_observation_state
from roadstead.visits.models import Observation
from roadstead.visits.observed_enums import ObservationState
from tests import people
from tests.apps.assessments import making
from tests.apps.visits.observed import acting as seeing
from tests.people import client_of

DESK, OWN = "/desk/closure/", "/partner/closure/"


@pytest.fixture
def chief() -> User:
    return people.holder(Role.HEADQUARTERS, name="Cora Chief")


@pytest.fixture
def seen(chief: User) -> Observation:
    return making.shortfall(chief, "NG")


def page(user: User, address: str, status: int = 200) -> str:
    answer = client_of(user).get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def sent(user: User, address: str, said: dict[str, Any], status: int = 302) -> str:
    answer = client_of(user).post(address, said)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def main(text: str) -> str:
    return text.partition("<main")[2]


def test_from_a_shared_shortfall_to_closed_on_pages(
    nigeria: User, liaison: User, chief: User, seen: Observation
) -> None:
    own, desk = f"{OWN}{seen.pk}/", f"{DESK}shortfalls/{seen.pk}/"
    assert "1 of 1 shortfalls remains" in page(nigeria, OWN)
    assert "has not said yet which evidence closes it" in page(nigeria, own)
    sent(liaison, f"{desk}wanted/", {"text": "A signed register (invented)."})
    assert "A signed register (invented)." in page(nigeria, OWN)
    due = (clock.today() + timedelta(30)).isoformat()
    step = {"uid": str(uuid4()), "text": "Mend the gate.", "owner": "Port Harbour Master", "due_on": due}
    sent(nigeria, f"{own}plan/", step | {"owner": ""}, 422)
    sent(nigeria, f"{own}plan/", step)
    assert "Port Harbour Master" in page(liaison, f"{DESK}NG/")
    file = SimpleUploadedFile("register.txt", b"A register.\n")
    proof = {"uid": str(uuid4()), "dated_on": "2026-11-01", "what": "The register"}
    sent(nigeria, f"{own}evidence/", proof | {"file": file})
    told = page(liaison, desk)
    assert "register.txt" in told
    assert "SHA-256" in told
    sent(nigeria, f"{own}reply/", {"uid": str(uuid4()), "text": "We mended it at once."})
    assert "We mended it at once." in page(liaison, desk)
    assert "We mended it at once." in page(liaison, f"/desk/observations/{seen.pk}/")
    sent(nigeria, f"{own}closed/", {"revision": making.room(seen).revision})
    assert "said to be closed" in page(nigeria, own)
    sent(liaison, f"{desk}steps/look/", {"revision": making.room(seen).revision})
    assert "Close it as a second person" not in page(liaison, desk)
    sent(liaison, f"{desk}steps/close/", {"revision": making.room(seen).revision}, 422)
    sent(chief, f"{desk}steps/close/", {"revision": making.room(seen).revision})
    assert "0 of 1 shortfalls remain" in page(nigeria, OWN)
    told = page(nigeria, own)
    assert "Lea Liaison" not in told, "who looked is for the programme to know"
    sent(liaison, f"{desk}steps/open/", {"revision": making.room(seen).revision, "why": "It is open again."})
    assert "It is open again." in page(nigeria, own)


def test_evidence_is_replaced_and_a_step_dropped_on_pages(nigeria: User, seen: Observation) -> None:
    own, old, item = f"{OWN}{seen.pk}/", making.proven(nigeria, seen), making.planned(nigeria, seen)
    assert "Replace evidence by a newer file" in page(nigeria, f"{own}evidence/?replaces={old.pk}")
    page(nigeria, f"{own}evidence/?replaces=999", 404)
    file = SimpleUploadedFile("newer.txt", b"A newer register.\n")
    proof = {"uid": str(uuid4()), "dated_on": "2026-11-02", "what": "", "file": file}
    sent(nigeria, f"{own}evidence/?replaces={old.pk}", proof)
    assert ClosureEvidence.objects.for_the_system("a test looks").get(version=2).replaces_id == old.pk
    assert "1 older version" in page(nigeria, own)
    sent(nigeria, f"{own}plan/{item.pk}/drop/", {"why": "Done otherwise."})
    assert "Done otherwise." in page(nigeria, own)
    page(nigeria, f"{own}plan/999/drop/", 404)


def test_a_dispute_is_answered_on_pages(nigeria: User, liaison: User, seen: Observation) -> None:
    own, desk = f"{OWN}{seen.pk}/", f"{DESK}shortfalls/{seen.pk}/"
    sent(nigeria, f"{own}dispute/", {"uid": str(uuid4()), "reason": "It was another gate."})
    assert "I do not agree" not in page(nigeria, own), "one at a time"
    assert "It was another gate." in page(liaison, desk)
    assert "1 is disputed" in page(liaison, f"{DESK}NG/")
    number = Dispute.objects.for_the_system("a test looks").get().pk
    sent(liaison, f"{desk}disputes/{number}/", {"verdict": "rejected", "answer": "The picture shows it."})
    told = page(nigeria, own)
    assert "The picture shows it." in told
    assert "I do not agree" in told


def test_the_road_map_goes_by_facility_and_says_what_closes_each(
    nigeria: User, liaison: User, chief: User, quay: Facility, seen: Observation
) -> None:
    mine = making.shortfall(chief, "NG", facility=quay.pk, text="No lamp (invented).", element="MON")
    making.wanted(liaison, mine)
    for user, at in ((nigeria, OWN), (liaison, f"{DESK}NG/")):
        told = page(user, at)
        assert "East Quay (invented)" in told
        assert "The State" in told
        assert making.WANTED in told
        assert "What is asked of this element" in told, "where nobody said what closes it"
        assert "2 of 2 shortfalls remain" in told
    told = page(liaison, DESK)
    assert "Nigeria" in told


def test_what_is_closed_is_folded_away_and_still_counted(nigeria: User, liaison: User, chief: User) -> None:
    making.shortfall(chief, "NG", text="The gate stands open (invented).")
    over = making.shortfall(chief, "NG", text="The lamp is out (invented).")
    set_observation_state(observation=over, state=ObservationState.SETTLED, why="Mended.", by=people.viewer(chief))
    for user, at in ((nigeria, OWN), (liaison, f"{DESK}NG/")):
        told = main(page(user, at))
        assert "1 of 2 shortfalls remains" in told
        assert told.index("The gate stands open") < told.index("1 shortfall is settled or closed")
        assert told.index("1 shortfall is settled or closed") < told.index("The lamp is out")


def test_the_list_of_countries_is_found_sorted_and_counts_what_is_closed(liaison: User, chief: User) -> None:
    over = making.shortfall(chief, "NG")
    set_observation_state(observation=over, state=ObservationState.SETTLED, why="Mended.", by=people.viewer(chief))
    making.shortfall(chief, "GH", code="GH")
    told = main(page(liaison, DESK))
    assert told.index("Ghana") < told.index("Nigeria"), "what remains most comes first"
    told = main(page(liaison, f"{DESK}?q=nig&sort=-closed"))
    assert "Nigeria" in told
    assert "Ghana" not in told
    assert "No such country" in page(liaison, f"{DESK}?q=nowhere")
    assert page(liaison, f"{DESK}export.csv").splitlines()[1:] == ["GH,Ghana,1,0,0,0,1,0", "NG,Nigeria,0,0,0,0,0,1"]


def test_a_plan_that_is_late_is_said_to_be(nigeria: User, seen: Observation, clock: Any) -> None:
    making.planned(nigeria, seen, due_on=date(2026, 12, 1))
    clock.set("2026-12-02")
    assert "1 is past its day" in page(nigeria, OWN)


def test_a_step_shows_how_far_its_recommendation_is(nigeria: User, chief: User, seen: Observation) -> None:
    said = seeing.recommended(chief, observation=seen)
    seeing.shared(chief, said, "NG")
    own = f"{OWN}{seen.pk}/"
    assert "Close the gate." in page(nigeria, f"{own}plan/")
    sent(nigeria, f"{own}plan/", {"uid": str(uuid4()), "recommendation": said.pk})
    assert PlanItem.objects.for_the_system("a test looks").get().recommendation_id == said.pk
    assert f"/partner/recommendations/{said.pk}/" in page(nigeria, own)
    seeing.move(nigeria, said, "done")
    assert "said to be done" in page(nigeria, own)


def test_a_host_sees_what_is_shared_and_nothing_else(nigeria: User, ghana: User, chief: User) -> None:
    hidden = making.shortfall(chief, text="The zebra gate (invented).")
    both = making.shortfall(chief, "NG", "GH", text="The lion gate (invented).")
    making.planned(nigeria, both, text="The lion plan (invented).")
    told = page(nigeria, OWN)
    assert "lion gate" in told
    assert "zebra" not in told
    page(nigeria, f"{OWN}{hidden.pk}/", 404)
    page(nigeria, f"{DESK}NG/", 403)
    assert "lion" not in page(ghana, OWN)
    page(ghana, f"{OWN}{both.pk}/", 404)
    page(ghana, f"{OWN}{both.pk}/plan/", 404)
    assert "lion" not in client_of(ghana).get(f"{OWN}export.csv").content.decode()


def test_the_criteria_are_for_the_programme_alone(nigeria: User, chief: User, seen: Observation) -> None:
    analyst = people.holder(Role.ANALYST, name="Ada Analyst")
    assert "No assessment has been settled" in page(chief, f"{DESK}NG/")
    making.settled(analyst, chief)
    told = page(chief, f"{DESK}NG/")
    assert "By the assessment that was settled last" in told
    assert "B-1" in told
    assert "B-1" not in main(page(nigeria, OWN))


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_road_maps_are_taken_away(nigeria: User, liaison: User, seen: Observation, form: str) -> None:
    making.planned(nigeria, seen)
    for user, at in ((nigeria, OWN), (liaison, f"{DESK}NG/"), (liaison, DESK)):
        answer = client_of(user).get(f"{at}export.{form}")
        assert answer.status_code == 200
        assert form != "csv" or "NG" in answer.content.decode()
        page(user, f"{at}export.exe", 404)


def test_who_may_not_is_told_so(nigeria: User, liaison: User, seen: Observation) -> None:
    page(nigeria, f"{DESK}shortfalls/{seen.pk}/wanted/", 403)
    page(liaison, f"{OWN}{seen.pk}/plan/", 403)
    page(people.holder("embassy", "NG"), f"{OWN}{seen.pk}/plan/", 403)
    page(people.holder("operator"), OWN, 403)
    page(liaison, f"{DESK}QQ/", 404)
    page(liaison, f"{DESK}shortfalls/{seen.pk}/steps/jump/", 404)


def test_empty_rooms_say_what_comes(nigeria: User, liaison: User) -> None:
    assert "Nothing remains" in page(nigeria, OWN)
    assert "No shortfall is shared" in page(liaison, DESK)
    assert "Nothing remains" in page(liaison, f"{DESK}NG/")


def test_pages_cost_a_fixed_number_of_queries(nigeria: User, liaison: User, chief: User, at_most_queries: Any) -> None:
    for number in range(5):
        seen = making.shortfall(chief, "NG", text=f"Gate {number} (invented).")
        making.planned(nigeria, seen)
        making.proven(nigeria, seen, f"{number}\n".encode())
    for user, at, most in ((nigeria, OWN, 18), (liaison, f"{DESK}NG/", 20), (liaison, DESK, 16)):
        client = client_of(user)
        with at_most_queries(most):
            assert client.get(at).status_code == 200
