"""A share of a few cases with its interval."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadstead.core.proportion import share


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1.0),
        (1, 3, 0.0615, 0.7923),
        (20, 100, 0.1334, 0.2888),
    ],
)
def test_the_interval_is_wilson_s(hits: int, of: int, low: float, high: float) -> None:
    found = share(hits, of)
    assert found.share == hits / of
    assert found.low == pytest.approx(low, abs=1e-4)
    assert found.high == pytest.approx(high, abs=1e-4)


def test_of_no_case_nothing_is_known() -> None:
    found = share(0, 0)
    assert (found.share, found.low, found.high) == (None, None, None)
    assert found.overlaps(share(1, 2)) is None


@pytest.mark.parametrize(("hits", "of"), [(-1, 3), (4, 3)])
def test_counts_that_cannot_be_are_refused(hits: int, of: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        share(hits, of)


def test_intervals_that_are_apart_are_told_from_those_that_are_not() -> None:
    assert share(1, 50).overlaps(share(45, 50)) is False
    assert share(1, 4).overlaps(share(3, 4)) is True


@given(st.integers(0, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_share_lies_in_its_interval(counts: tuple[int, int]) -> None:
    hits, of = counts
    found = share(hits, of)
    if of:
        assert found.low is not None
        assert found.high is not None
        assert found.share is not None
        assert 0 <= found.low <= found.share <= found.high <= 1


@given(st.integers(1, 100), st.integers(2, 9))
def test_more_cases_make_it_narrower(of: int, times: int) -> None:
    few, many = share(of // 2, of), share(of // 2 * times, of * times)
    assert few.high is not None
    assert few.low is not None
    assert many.high is not None
    assert many.low is not None
    assert many.high - many.low < few.high - few.low + 1e-12
