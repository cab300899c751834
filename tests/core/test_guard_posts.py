"""Guards against hours of rest: what it takes at least, which hours stood empty, who had no rest."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadstead.core.guard_posts import Outsiders, Watch, guarding, most_work, need
from roadstead.core.rest import DAY, WEEK, Stretch, gaps, merged, rest_kept
from roadstead.core.truth import NO, UNKNOWN, YES
from roadstead.rulebook import rest_hours

START = datetime(2026, 3, 1, tzinfo=UTC)
LIMITS = rest_hours.in_force()
HOUR = timedelta(hours=1)


def span(first: float, last: float) -> Stretch:
    return Stretch(START + first * HOUR, START + last * HOUR)


def rota(on: float, off: float, hours: float) -> list[Stretch]:
    """So many hours on and so many off, over and over."""
    found, at = [], 0.0
    while at < hours:
        found.append(span(at, min(at + on, hours)))
        at += on + off
    return found


@pytest.mark.parametrize(
    ("work", "hours", "kept", "by_day", "codes"),
    [
        (rota(6, 6, 168), 168, YES, YES, []),  # 84 hours of rest in seven days
        (rota(8, 4, 168), 168, NO, NO, ["day", "week"]),
        (rota(4, 8, 48), 48, UNKNOWN, YES, []),
        (rota(14, 10, 72), 72, UNKNOWN, YES, []),
        (rota(14, 10, 168), 168, NO, YES, ["week"]),  # ten hours each day, and not 77 in seven
        ([span(0, 15)], 24, NO, NO, ["day", "between"]),
        ([span(0, 4)], 12, UNKNOWN, UNKNOWN, []),  # too little is on record
        ([span(0, 15)], 15, NO, NO, ["day", "between"]),  # and yet a breach is a breach
        ([span(0, 2), span(4, 6), span(9, 12), span(15, 18), span(21, 24)], 24, UNKNOWN, NO, ["split"]),
        ([span(0, 7), span(12, 19)], 24, UNKNOWN, NO, ["split"]),  # twice five hours, and none of six
        ([], 24, UNKNOWN, YES, []),
    ],
)
def test_rest(work: list[Stretch], hours: float, kept: str, by_day: str, codes: list[str]) -> None:
    found = rest_kept(work, span(0, hours), LIMITS)
    assert [one.code for one in found.shortfalls] == codes
    assert found.kept_by_day == by_day
    assert found.kept == (NO if codes else kept)


def test_a_shortfall_says_where_and_how_much() -> None:
    found = rest_kept([span(0, 8), span(9, 17)], span(0, 48), LIMITS).shortfalls[0]
    assert (found.code, found.window, found.found, found.asked) == ("day", span(-7, 17), 8 * HOUR, 10 * HOUR)


hours = st.integers(0, 200)
stretches = st.lists(
    st.tuples(hours, st.integers(1, 30)).map(lambda pair: span(pair[0], pair[0] + pair[1])), max_size=8
)


@given(stretches)
def test_the_least_rest_is_found_wherever_the_day_begins(work: list[Stretch]) -> None:
    whole = span(0, 230)
    worked = merged(work)
    least = min(
        (DAY - sum((one.shared(span(at, at + 24)) for one in worked), timedelta(0)) for at in range(-24, 231)),
    )
    found = [one for one in rest_kept(work, whole, LIMITS).shortfalls if one.code == "day"]
    assert bool(found) == (least < LIMITS.day_rest)
    assert all(one.found == least for one in found)


@given(stretches)
def test_what_is_taken_and_what_is_left_make_the_whole(work: list[Stretch]) -> None:
    whole = span(0, 100)
    left = gaps(whole, work)
    taken = sum((one.shared(whole) for one in merged(work)), timedelta(0))
    assert sum((one.length for one in left), timedelta(0)) + taken == whole.length
    assert all(one.shared(other) == timedelta(0) for one in left for other in work)


@pytest.mark.parametrize(
    ("posts", "stay", "other", "fewest", "missing"),
    [
        (2, 24, 0, 4, ()),  # 48 hours of guard, 14 at most for each
        (2, 24, 8, 8, ()),
        (1, 10, 0, 1, ()),
        (3, 168, 0, 6, ()),  # 504 hours, 91 for each in seven days
        (2, 24, None, 4, ("other_work",)),
        (None, 24, 0, None, ("posts",)),
        (2, None, 0, None, ("stay",)),
        (2, 24, 14, None, ()),  # no time left for guarding
        (0, 24, 0, 0, ()),
    ],
)
def test_the_fewest_guards(
    posts: int | None, stay: int | None, other: int | None, fewest: int | None, missing: tuple[str, ...]
) -> None:
    found = need(posts, stay * HOUR if stay else None, None if other is None else other * HOUR, LIMITS)
    assert (found.fewest, found.missing) == (fewest, missing)
    assert found.impossible is (other == 14)


@given(st.integers(1, 30), st.integers(1, 500))
def test_the_most_work_leaves_the_rest(on: int, stay: int) -> None:
    most = most_work(stay * HOUR, LIMITS)
    assert timedelta(0) < most <= stay * HOUR
    assert most <= LIMITS.week_work * -(-stay * HOUR // WEEK)
    assert most_work(stay * HOUR + on * HOUR, LIMITS) >= most


def test_a_record_of_watches() -> None:
    stay = span(0, 24)
    watches = [
        Watch("A", "gangway", span(0, 8)),
        Watch("B", "gangway", span(8, 16)),
        Watch("A", "gangway", span(16, 24)),
        Watch("C", "stern", span(0, 20)),
    ]
    found = guarding(stay, ["gangway", "stern"], watches, LIMITS)
    assert found.guarded is NO
    assert found.empty == {"gangway": (), "stern": (span(20, 24),)}
    assert found.short_of_rest == ("A", "C")
    assert found.rest["B"].kept_by_day is YES
    busy = guarding(stay, ["gangway"], watches, LIMITS, other_work={"B": [span(0, 7)]})
    assert busy.guarded is YES
    assert "B" in busy.short_of_rest


def test_guards_from_outside_are_accepted_by_both_and_keep_their_own_hours() -> None:
    stay, watches = span(0, 24), [Watch("W1", "gangway", span(0, 24))]
    for master, officer, guarded in ((YES, YES, YES), (YES, UNKNOWN, UNKNOWN), (NO, YES, NO)):
        found = guarding(stay, ["gangway"], watches, LIMITS, outsiders={"W1": Outsiders(master, officer)})
        assert (found.guarded, found.rest) == (guarded, {})


def test_without_the_posts_nobody_can_say_whether_all_were_guarded() -> None:
    assert guarding(span(0, 24), None, [], LIMITS).guarded is UNKNOWN


def test_the_limits_are_those_of_the_texts() -> None:
    for text in rest_hours.shipped():
        assert (text.day_rest, text.week_rest) == (10 * HOUR, 77 * HOUR)
        assert (text.periods, text.longest, text.between) == (2, 6 * HOUR, 14 * HOUR)
        assert text.citation.url
        assert "modelled" in text.note


def test_a_stretch_ends_after_it_begins() -> None:
    with pytest.raises(ValueError, match="is not after"):
        span(3, 3)
