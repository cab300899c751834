"""Delegates: nominated, selected within the places, on a waiting list, withdrawn, come, evaluated, certified."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from roadstead.accounts.models import Notification, User
from roadstead.common import clock
from roadstead.training.actions import certifying, forgetting, nominating
from roadstead.training.enums import NominationState
from roadstead.training.errors import TrainingError
from roadstead.training.models import Nomination
from roadstead.training.presenters import paper
from tests.apps.training import acting
from tests.people import client_of, viewer

N = NominationState


def withdrawn(by: User, one: Nomination) -> Nomination:
    return nominating.withdraw_nomination(nomination=one, why="Ill (invented).", by=viewer(by))


def test_more_delegates_than_places_wait_and_a_withdrawn_one_frees_a_place(chief: User, nigeria: User) -> None:
    one = acting.opened(chief, seats=2)
    delegates = [acting.nominated(nigeria, one, f"Delegate {number} (invented)") for number in range(4)]
    for delegate in delegates[:2]:
        acting.selected(chief, delegate)
    with pytest.raises(TrainingError, match="All 2 places are taken"):
        acting.selected(chief, delegates[2])
    assert acting.selected(chief, delegates[2], "waiting").waiting == 1
    assert acting.selected(chief, delegates[3], "waiting").waiting == 2
    own = client_of(nigeria).get(f"/partner/training/offerings/{one.pk}/").content.decode()
    assert "number 2" in own
    withdrawn(nigeria, delegates[0])
    told = client_of(chief).get(f"/desk/training/offerings/{one.pk}/").content.decode()
    assert "A place is free" in told
    assert Notification.objects.filter(person=chief, text__contains="the place is free").count() == 1
    assert acting.selected(chief, delegates[2]).state == N.SELECTED
    with pytest.raises(TrainingError, match="places are taken"):
        acting.selected(chief, delegates[3])


def test_two_officers_do_not_give_one_place_twice(together: Any, chief: User, nigeria: User) -> None:
    one = acting.opened(chief, seats=1)
    delegates = [acting.nominated(nigeria, one, f"Delegate {number} (invented)") for number in range(2)]
    done = together([lambda held=held: selected_or_refused(chief, held) for held in delegates])
    assert sorted(done) == ["refused", "selected"]


def selected_or_refused(by: User, held: Nomination) -> str:
    """What is said within the thread: on SQLite the test itself reads another copy."""
    try:
        return str(acting.selected(by, held).state)
    except TrainingError:
        return "refused"


def test_a_selection_has_its_reason(chief: User, nigeria: User) -> None:
    held = acting.nominated(nigeria, acting.opened(chief))
    with pytest.raises(TrainingError, match="Say why"):
        acting.selected(chief, held, why=" ")


def test_nobody_is_nominated_twice(chief: User, nigeria: User) -> None:
    one = acting.opened(chief)
    first = acting.nominated(nigeria, one, "Adé Delegate")
    with pytest.raises(TrainingError, match="nominated already"):
        acting.nominated(nigeria, one, "ade  delegate")
    withdrawn(nigeria, first)
    assert acting.nominated(nigeria, one, "Ade Delegate").pk


def test_only_what_is_open_and_shared_takes_nominations(chief: User, nigeria: User, ghana: User, clock: Any) -> None:
    planned = acting.offered(chief)
    with pytest.raises(type(planned).DoesNotExist):
        acting.nominated(nigeria, planned)
    one = acting.opened(chief)
    with pytest.raises(type(one).DoesNotExist):
        acting.nominated(ghana, one, country="GH")
    with pytest.raises(PermissionDenied):
        acting.nominated(nigeria, one, country="GH")
    clock.set((one.nominate_by + timedelta(1)).isoformat())
    with pytest.raises(TrainingError, match="not open"):
        acting.nominated(nigeria, one)


def test_who_is_nominated_those_who_run_training_and_the_own_state_alone_read(
    chief: User, nigeria: User, ghana: User, analyst: User
) -> None:
    one = acting.opened(chief, "NG", "GH")
    acting.nominated(nigeria, one, "Amina Secret (invented)")
    at = f"offerings/{one.pk}/"
    assert "Amina Secret" in client_of(chief).get(f"/desk/training/{at}").content.decode()
    assert "Amina Secret" in client_of(nigeria).get(f"/partner/training/{at}").content.decode()
    for who, face in ((analyst, "desk"), (ghana, "partner")):
        answer = client_of(who).get(f"/{face}/training/{at}")
        assert answer.status_code == 200
        assert "Amina Secret" not in answer.content.decode()


def test_who_came_is_entered_from_the_first_day_on(chief: User, nigeria: User, clock: Any) -> None:
    one = acting.opened(chief, first_on=date(2026, 12, 20))
    held = acting.selected(chief, acting.nominated(nigeria, one))
    with pytest.raises(TrainingError, match="not begun"):
        acting.came(chief, held)
    clock.set("2026-12-20")
    assert acting.came(chief, held, "partly").state == N.PARTLY
    with pytest.raises(TrainingError, match="whole course"):
        acting.certified(chief, held)
    with pytest.raises(TrainingError, match="has begun"):
        withdrawn(nigeria, held)


def test_a_certificate_is_given_once_and_verified_by_code_and_name(chief: User, nigeria: User, clock: Any) -> None:
    acting.taught(chief, nigeria, clock, date(2026, 12, 20))
    held = Nomination.objects.for_the_system("a test looks").get()
    given = acting.certified(chief, held)
    assert acting.certified(chief, held).code == given.code
    written = paper.content(given, given.nomination.offering, "Nigeria", f"https://example.org/?code={given.code}")
    assert (written["name"], written["code"]) == (held.name, given.code)
    assert given.code in written["address"]
    assert written["days"] == "20 December 2026 to 23 December 2026"
    assert paper.make(written).startswith(b"%PDF")
    at = "/training/certificates/"
    assert "Type the name on it" in Client().get(at, {"code": given.code}).content.decode()
    right = Client().get(at, {"code": given.code.lower(), "name": held.name.upper()}).content.decode()
    assert "It is good." in right
    wrong = Client().get(at, {"code": given.code, "name": "Somebody Else"}).content.decode()
    assert "the name is not" in wrong
    assert held.name not in wrong
    assert Client().get(at, {"code": "AAAAA-AAAAA-AAAAA-AAAAA"}).status_code == 404
    certifying.revoke_certificate(nomination=held, why="Given by mistake.", by=viewer(chief))
    assert "was revoked" in Client().get(at, {"code": given.code, "name": held.name}).content.decode()
    pdf = f"/desk/training/offerings/{held.offering_id}/delegates/{held.pk}/certificate.pdf"
    assert client_of(chief).get(pdf).status_code == 404


def test_an_evaluation_is_for_who_came(chief: User, nigeria: User, clock: Any) -> None:
    one = acting.opened(chief)
    held = acting.nominated(nigeria, one)
    with pytest.raises(TrainingError, match="Who came"):
        nominating.evaluate(nomination=held, useful=5, said="", by=viewer(nigeria))
    acting.taught(chief, nigeria, clock, date(2027, 2, 1))
    came = Nomination.objects.for_the_system("a test looks").get(state=N.ATTENDED)
    with pytest.raises(TrainingError, match="from 1 to 5"):
        nominating.evaluate(nomination=came, useful=6, said="", by=viewer(nigeria))
    assert nominating.evaluate(nomination=came, useful=5, said="Of use at our gate.", by=viewer(nigeria)).useful == 5
    told = client_of(chief).get(f"/desk/training/offerings/{came.offering_id}/").content.decode()
    assert "say those of 1 who came: 5 by 1." in " ".join(told.split())
    assert "Of use at our gate." in told


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"first_on": date(2026, 11, 1)}, "first_on"),
        ({"last_on": date(2026, 11, 1)}, "last_on"),
        ({"nominate_by": date(2030, 1, 1)}, "nominate_by"),
        ({"seats": 0}, "seats"),
        ({"place": " "}, "place"),
        ({"course": "none"}, "course"),
        ({"country": "QQ"}, "country"),
    ],
)
def test_an_offering_that_cannot_be_is_refused_beside_its_field(given: dict[str, Any], field: str, chief: User) -> None:
    with pytest.raises(TrainingError) as refused_:
        acting.offered(chief, **given)
    assert refused_.value.field == field


def test_a_page_says_beside_the_field_that_a_day_is_past(chief: User) -> None:
    days = {"first_on": "2026-11-01", "last_on": "2026-11-03", "nominate_by": "2026-10-20"}
    typed = {"uid": str(uuid4()), "course": "ips-drills", "body": "programme", "place": "Lagos", "seats": "5"}
    answer = client_of(chief).post("/desk/training/offerings/new/", typed | days)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["first_on"]
    assert "Lagos" in answer.content.decode()


def test_places_are_not_taken_from_those_who_have_one(chief: User, nigeria: User) -> None:
    from roadstead.training.actions.offering import change_offering

    one = acting.opened(chief, seats=2)
    for number in range(2):
        acting.selected(chief, acting.nominated(nigeria, one, f"Delegate {number}"))
    one = acting.anew(one)
    with pytest.raises(TrainingError, match="2 delegates have a place"):
        change_offering(offering=one, revision=one.revision, said=acting.said(seats=1), by=viewer(chief))


def test_a_course_is_held_once_it_is_over_and_cancelled_with_why(chief: User, liaison: User) -> None:
    one = acting.opened(chief)
    acting.stepped(chief, one, "closed")
    with pytest.raises(TrainingError, match="not held yet"):
        acting.stepped(chief, one, "held")
    with pytest.raises(TrainingError, match="Say why"):
        acting.stepped(chief, one, "cancelled")
    assert acting.stepped(chief, one, "cancelled", "No room (invented).").state == "cancelled"
    assert clock.today() < one.first_on
    assert liaison.pk


def test_a_delegate_is_forgotten_and_what_was_attended_stays(
    chief: User, liaison: User, nigeria: User, clock: Any
) -> None:
    acting.taught(chief, nigeria, clock, date(2026, 12, 20))
    held = Nomination.objects.for_the_system("a test looks").get()
    name, given = held.name, acting.certified(chief, held)
    with pytest.raises(PermissionDenied):
        forgetting.forget_delegate(nomination=held, by=viewer(liaison))
    at = f"/desk/training/offerings/{held.offering_id}/"
    assert client_of(chief).post(f"{at}delegates/{held.pk}/forget/", {}).status_code == 302
    assert name not in client_of(chief).get(at).content.decode()
    assert name not in client_of(nigeria).get(f"/partner/training/offerings/{held.offering_id}/").content.decode()
    told = Client().get("/training/certificates/", {"code": given.code, "name": name}).content.decode()
    assert "cannot be checked any more" in told
    assert acting.anew(held).state == N.ATTENDED
