"""From an observation to a course, and to the next visit, which shows whether it worked."""

from datetime import date
from typing import Any
from uuid import uuid4

from roadstead.accounts.models import User
from roadstead.training.models import Nomination, Offering, Request
from tests.apps.training import acting
from tests.apps.visits.observed import acting as seeing
from tests.people import client_of


def page(user: User, address: str, status: int = 200) -> str:
    answer = client_of(user).get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def sent(user: User, address: str, said: dict[str, Any], status: int = 302) -> str:
    answer = client_of(user).post(address, said)
    assert answer.status_code == status, answer.content.decode()
    return str(answer.headers.get("Location", answer.content.decode()))


def only(model: Any) -> Any:
    return model.objects.for_the_system("a test looks").get()


def test_an_observation_leads_to_a_course_and_the_next_visit_shows_whether_it_worked(
    chief: User, liaison: User, nigeria: User, clock: Any
) -> None:
    clock.set("2026-11-24")
    trip = seeing.visit(chief, first=date(2026, 11, 22), state="made", notice_on=date(2025, 12, 1))
    seen = seeing.observed(chief, trip, text="The gate stood open (invented).")
    seeing.shared(chief, seen, "NG")
    told = page(liaison, f"/desk/observations/{seen.pk}/")
    assert "ISPS Code implementation and best practice" in told
    at = f"/desk/training/requests/new/?observation={seen.pk}&course=ips-isps"
    assert f'value="{seen.pk}"' in page(liaison, at)
    said = {"uid": str(uuid4()), "country": "NG", "course": "ips-isps", "aims": "A gate that is kept (invented)."}
    request = sent(liaison, at, said | {"observation": seen.pk, "shared": "on"})
    assert "The gate stood open" in page(liaison, request)
    assert "A gate that is kept" in page(nigeria, "/partner/training/")
    # A course is offered, shared, opened, and answers the request.
    days = {"first_on": "2027-03-02", "last_on": "2027-03-05", "nominate_by": "2027-02-20"}
    offering = sent(
        chief,
        "/desk/training/offerings/new/",
        days
        | {"uid": str(uuid4()), "course": "ips-isps", "body": "programme", "place": "Lagos (invented)", "seats": 1},
    )
    sent(chief, f"{offering}mark/", {"mark": "partner", "states": ["NG"], "reason": "invited"})
    sent(chief, f"{offering}steps/open/", {"revision": only(Offering).revision})
    answer = {"to": "offered", "offering": only(Offering).pk, "revision": only(Request).revision}
    sent(liaison, f"{request}answer/", answer)
    assert "an offering answers it" in page(nigeria, f"/partner/training/requests/{only(Request).pk}/")
    # The authority nominates; one is selected, comes, and is given a certificate.
    own = f"/partner/training/offerings/{only(Offering).pk}/"
    person = {"uid": str(uuid4()), "country": "NG", "name": "Ade Delegate (invented)", "position": "Inspector"}
    sent(nigeria, f"{own}nominate/", person | {"workplace": "Port authority (invented)"})
    delegate = f"{offering}delegates/{only(Nomination).pk}/"
    sent(chief, f"{delegate}select/", {"to": "selected", "why": "Keeps the gate (invented)."})
    assert "Keeps the gate" in page(nigeria, own)
    clock.set("2027-03-06")
    sent(chief, f"{offering}steps/close/", {"revision": only(Offering).revision})
    sent(chief, f"{delegate}attendance/", {"to": "attended"})
    sent(chief, f"{offering}steps/held/", {"revision": only(Offering).revision})
    sent(chief, f"{delegate}certificate/", {})
    sent(nigeria, f"{own}delegates/{only(Nomination).pk}/evaluate/", {"useful": "4", "said": "Of use (invented)."})
    paper = client_of(nigeria).get(f"{own}delegates/{only(Nomination).pk}/certificate.pdf")
    assert paper.content.startswith(b"%PDF")
    # Nobody has looked again: it is not known, and not said to have helped.
    assert "nobody has looked since" in page(liaison, "/desk/training/effect/NG/")
    assert "1 not looked at since" in page(liaison, "/desk/countries/NG/built/")
    # The next visit looks at the same thing, and finds it in order.
    clock.set("2027-06-20")
    looked(chief, date(2027, 6, 18), "seen")
    assert "was not there again" in page(liaison, "/desk/training/effect/NG/")
    assert "0 of 1" in page(liaison, "/desk/training/effect/?by=course")
    assert "0 of 1" in page(liaison, "/desk/countries/NG/built/")
    assert "ISPS Code implementation" in page(liaison, "/desk/countries/NG/timeline/")


def test_what_is_observed_again_after_training_came_back(chief: User, liaison: User, nigeria: User, clock: Any) -> None:
    clock.set("2026-11-24")
    seeing.observed(chief, seeing.visit(chief, first=date(2026, 11, 22), state="made", notice_on=date(2025, 12, 1)))
    acting.taught(chief, nigeria, clock, date(2027, 3, 2))
    clock.set("2027-06-20")
    seeing.observed(chief, seeing.visit(chief, first=date(2027, 6, 18), state="made", notice_on=date(2025, 12, 1)))
    told = page(liaison, "/desk/training/effect/NG/")
    assert "came back" in told
    assert "1 of 1" in told


def looked(by: User, on: date, what: str) -> None:
    """A visit that was made, on which the State's element ACC was looked at."""
    from roadstead.common import clock
    from roadstead.visits.models import ChecklistAnswer

    now = clock.now()
    trip = seeing.visit(by, first=on, state="made", notice_on=date(2025, 12, 1))
    times = {"device_at": now, "at": now, "server_at": now}
    ChecklistAnswer.objects.create(visit=trip, element="ACC", looked=what, by=by, **times)
