"""Whether what was observed came back."""

from datetime import date, timedelta

from roadstead.core.recurrence import Lack, Look, Taught, counted_once, outcome
from roadstead.core.truth import Truth

START = date(2026, 1, 1)


def day(number: int) -> date:
    return START + timedelta(days=number)


def lack(on: int = 0, key: int = 1) -> Lack:
    return Lack(key, "NG", "ACC", None, day(on))


def look(on: int, found: bool = False) -> Look:
    return Look("NG", "ACC", None, day(on), found)


def taught(on: int) -> Taught:
    return Taught("NG", "ips-isps", day(on), 3)


def test_the_next_look_after_training_says_whether_it_came_back() -> None:
    assert outcome(lack(), [taught(10)], [look(20)]).recurred is Truth.NO
    assert outcome(lack(), [taught(10)], [look(20, True)]).recurred is Truth.YES
    assert outcome(lack(), [taught(10)], [look(20, True)]).taught == (taught(10),)


def test_what_nobody_looked_at_since_is_not_known() -> None:
    found = outcome(lack(), [taught(10)], [])
    assert found.recurred is Truth.UNKNOWN
    assert found.taught
    assert outcome(lack(), [], []).recurred is Truth.UNKNOWN


def test_training_before_the_shortfall_or_after_the_look_does_not_count() -> None:
    assert outcome(lack(5), [taught(4)], [look(20)]).taught == ()
    found = outcome(lack(), [taught(10), taught(30)], [look(20)])
    assert found.taught == (taught(10),)


def test_a_look_on_the_day_the_course_ended_is_not_after_it() -> None:
    found = outcome(lack(), [taught(10)], [look(10, True), look(20)])
    assert found.next == look(20)


def test_what_was_gone_before_anybody_was_taught_is_no_merit_of_training() -> None:
    found = outcome(lack(), [taught(10)], [look(5), look(20)])
    assert found.taught == ()
    assert found.next == look(5)
    assert found.recurred is Truth.NO


def test_what_was_still_there_before_training_is_measured_by_the_look_after_it() -> None:
    found = outcome(lack(), [taught(10)], [look(5, True), look(20)])
    assert found.taught == (taught(10),)
    assert found.next == look(20)


def test_the_shortfall_itself_is_no_look_at_it_again() -> None:
    assert outcome(lack(), [], [look(0, True)]).next is None


def test_two_shortfalls_measured_by_one_look_count_once_with_the_training_of_either() -> None:
    first, second = lack(0, 1), lack(5, 2)
    looks = [look(0, True), look(5, True), look(20)]
    found = counted_once([outcome(one, [taught(3), taught(10)], looks) for one in (first, second)])
    assert [one.lack.key for one in found if one.next == look(20)] == [2]
    assert len(found) == 2  # the first was measured by the look of day 5
