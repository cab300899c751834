"""Notes arrive late, twice, out of order, from clocks that are wrong: nothing is lost, nothing is doubled."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import strategies as st

from roadstead.accounts.models import User
from roadstead.common.access.marks import Mark
from roadstead.visits.actions.checking import SentAnswer, answer_checklist
from roadstead.visits.merging import Device, Sent, merge
from roadstead.visits.models import ChecklistAnswer, NoteOther, Visit, VisitNote
from roadstead.visits.observed_enums import Looked
from roadstead.visits.observed_shape import ObservedError
from roadstead.visits.queries import kit
from tests import people
from tests.apps.visits.observed import acting
from tests.apps.visits.observed.acting import NOON, note, sent
from tests.conftest import FrozenClock

LATER = NOON + timedelta(minutes=5)


def held(uid: object) -> VisitNote:
    return VisitNote.objects.for_the_system("a test looks").get(uid=uid)


def others() -> list[str]:
    return [one.value for one in NoteOther.objects.for_the_system("a test looks")]


def test_the_same_note_sent_twice_is_there_once(liaison: User, trip: Visit) -> None:
    uid = uuid4()
    note(liaison, trip, uid, text="The gate.")
    again = note(liaison, trip, uid, text="The gate.")
    assert (again.taken, again.aside) == ((), ())
    assert VisitNote.objects.for_the_system("a test looks").count() == 1
    assert held(uid).stamps["text"]["revision"] == 1


def test_fields_typed_on_two_devices_both_stand(liaison: User, colleague: User, trip: Visit) -> None:
    uid = uuid4()
    note(liaison, trip, uid, text="The gate.")
    note(colleague, trip, uid, device="tablet", remark="It will be mended.")
    assert (held(uid).text, held(uid).remark) == ("The gate.", "It will be mended.")
    assert others() == []


def test_what_one_saw_and_changed_takes_its_place(liaison: User, colleague: User, trip: Visit) -> None:
    uid = uuid4()
    note(liaison, trip, uid, text="The gate.")
    note(colleague, trip, uid, device="tablet", text=sent("The east gate.", base=1))
    assert held(uid).text == "The east gate."
    assert others() == []


def test_of_two_that_did_not_see_each_other_the_later_stands_and_the_other_is_kept(
    liaison: User, colleague: User, trip: Visit, clock: FrozenClock
) -> None:
    uid = uuid4()
    clock.advance(timedelta(minutes=10))
    note(liaison, trip, uid, text=sent("Typed later.", LATER))
    late = note(colleague, trip, uid, device="tablet", text=sent("Typed first, sent late.", NOON))
    assert late.aside == ("text",)
    assert held(uid).text == "Typed later."
    assert others() == ["Typed first, sent late."]
    note(colleague, trip, uid, device="tablet", text=sent("Typed first, sent late.", NOON))
    assert others() == ["Typed first, sent late."], "sent twice, kept once"


def test_the_same_device_goes_on_where_its_answer_was_lost(liaison: User, trip: Visit, clock: FrozenClock) -> None:
    uid = uuid4()
    note(liaison, trip, uid, text="The ga")
    clock.advance(timedelta(minutes=10))
    note(liaison, trip, uid, text=sent("The gate.", LATER, base=0))
    assert held(uid).text == "The gate."
    assert others() == []


def test_a_wrong_clock_is_set_right_by_the_server_and_kept_beside_it(
    liaison: User, colleague: User, trip: Visit, clock: FrozenClock
) -> None:
    uid, wrong = uuid4(), datetime(2031, 1, 1, tzinfo=UTC)
    note(liaison, trip, uid, at=wrong, text=sent("From a clock in 2031.", wrong - timedelta(minutes=3)))
    stamp = held(uid).stamps["text"]
    assert stamp["device"].startswith("2030-12-31T23:57")
    assert stamp["at"] == (NOON - timedelta(minutes=3)).isoformat()
    assert stamp["server"] == NOON.isoformat()
    clock.advance(timedelta(minutes=1))
    note(colleague, trip, uid, device="tablet", text=sent("Typed after it.", NOON))
    assert held(uid).text == "Typed after it."
    assert others() == ["From a clock in 2031."]


def test_a_note_of_another_visit_is_not_taken_over(liaison: User, trip: Visit) -> None:
    uid = uuid4()
    note(liaison, trip, uid, text="The gate.")
    with pytest.raises(ObservedError, match="another visit"):
        note(liaison, acting.visit(liaison, "GH"), uid, text="Mine.")


def test_notes_are_for_who_observes_in_the_country(nigeria: User, liaison: User, colleague: User) -> None:
    shared = acting.visit(liaison, mark=Mark.PARTNER)
    shared.states.set(["NG"])
    with pytest.raises(PermissionDenied):
        note(nigeria, shared, text="The gate.")
    with pytest.raises(PermissionDenied):
        note(colleague, acting.visit(liaison, "GH"), text="The gate.")
    note(liaison, shared, text="The gate.")
    assert len(kit.notes_of(shared, people.viewer(liaison))) == 1
    assert kit.notes_of(shared, people.viewer(nigeria)) == [], "the host sees the visit, and not what is noted on it"


def answer(
    by: User, trip: Visit, looked: str, at: datetime = NOON, device: str = "phone", base: int = 0
) -> ChecklistAnswer:
    said = [SentAnswer("ACC", None, Looked(looked), at, base)]
    return answer_checklist(visit=trip, answers=said, sent_at=NOON, by=people.viewer(by), device=device)[0]


def test_what_nobody_looked_at_is_unknown_and_never_a_no(liaison: User, trip: Visit) -> None:
    viewer = people.viewer(liaison)
    assert kit.tally(kit.answers_of(trip, viewer), None) == kit.Tally(0, 0, 30)
    answer(liaison, trip, "not_seen")
    assert kit.tally(kit.answers_of(trip, viewer), None) == kit.Tally(0, 1, 29)
    answer(liaison, trip, "not_looked_at")
    assert kit.tally(kit.answers_of(trip, viewer), None) == kit.Tally(0, 0, 30)
    assert [one.three_valued for one in Looked] == ["yes", "no", "unknown"]


def test_an_answer_sent_late_does_not_undo_a_later_one(liaison: User, trip: Visit) -> None:
    answer(liaison, trip, "seen")
    assert answer(liaison, trip, "not_seen", NOON - timedelta(hours=1)).looked == "seen"
    rows = ChecklistAnswer.objects.for_the_system("a test looks")
    assert [one.looked for one in rows] == ["seen"]


def test_of_two_answers_on_two_devices_the_later_stands_and_the_other_is_kept(
    liaison: User, colleague: User, trip: Visit
) -> None:
    answer(liaison, trip, "seen", NOON - timedelta(hours=2))
    late = answer(colleague, trip, "not_seen", NOON - timedelta(hours=3), "tablet")
    assert (late.looked, [one["looked"] for one in late.others]) == ("seen", ["not_seen"])
    again = answer(colleague, trip, "not_seen", NOON - timedelta(hours=3), "tablet")
    assert len(again.others) == 1, "what is sent twice is kept once"
    later = answer(colleague, trip, "not_seen", NOON, "tablet")
    assert (later.looked, [one["looked"] for one in later.others]) == ("not_seen", ["not_seen", "seen"])
    knowing = answer(liaison, trip, "seen", NOON, base=later.revision)
    assert knowing.looked == "seen"
    assert len(knowing.others) == 2, "who saw what stood changes it, and puts nothing beside it"


MOMENTS = st.integers(-500, 0).map(lambda minutes: NOON + timedelta(minutes=minutes))
SENDINGS = st.lists(st.tuples(st.sampled_from("abc"), st.text("xyz", min_size=1, max_size=3), MOMENTS), max_size=8)


@given(SENDINGS)
def test_whatever_comes_in_whatever_order_no_text_of_a_device_is_lost(
    sendings: list[tuple[str, str, datetime]],
) -> None:
    """The last text of each device stands, or is kept beside the one that does."""
    value, stamp, aside, last = "", None, set(), {}
    for name, text, at in sendings:
        text = name + text  # what two devices say alike is no loss
        before = last.get(name)
        if before is not None and before[1] > at:
            continue  # a device sends what it typed last
        last[name] = (text, at)
        outcome = merge(value, stamp, Sent(text, at, 0), Device(name, 1, NOON, NOON))
        if outcome is None:
            continue
        if outcome.aside:
            aside.add(outcome.aside[0])
        if outcome.taken:
            value, stamp = text, outcome.stamp
    assert {text for text, _at in last.values()} <= aside | {value}
