"""Whatever the unknown facts turn out to be, the score lies within the bounds and the band among those named."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from roadstead.core.matrix import FactAsked, FactKind, Matrix
from roadstead.core.scoring import Range, score
from roadstead.core.truth import YES
from roadstead.rulebook import matrices


def values(fact: FactAsked) -> st.SearchStrategy[Any]:
    if fact.kind is FactKind.NUMBER:
        return st.integers(0, 40)
    return st.sampled_from([word for word, _ in fact.words] if fact.kind is FactKind.WORD else ["yes", "no"])


@st.composite
def ships(draw: st.DrawFn) -> tuple[Matrix, dict[str, Any], set[str]]:
    matrix = draw(st.sampled_from(matrices.shipped()))
    facts = {fact.code: draw(values(fact)) for fact in matrix.facts}
    return matrix, facts, draw(st.sets(st.sampled_from(sorted(facts))))


def within(inner: Range, outer: Range) -> bool:
    assert inner.low is not None
    assert inner.high is not None
    return (outer.low is None or outer.low <= inner.low) and (outer.high is None or inner.high <= outer.high)


@given(ships())
def test_what_is_hidden_only_widens(drawn: tuple[Matrix, dict[str, Any], set[str]]) -> None:
    matrix, facts, hidden = drawn
    whole = score(matrix, facts)
    part = score(matrix, {code: value for code, value in facts.items() if code not in hidden})
    assert whole.points.exact is not None
    assert len(whole.bands) == 1
    assert whole.unchecked == ()
    assert within(whole.points, part.points)
    for one, other in zip(whole.columns, part.columns, strict=True):
        assert within(one.points, other.points), one.code
    assert whole.bands[0] in part.bands
    assert {one.fact for one in part.unchecked} == hidden


@given(ships())
def test_the_band_is_the_higher_of_sum_and_columns(drawn: tuple[Matrix, dict[str, Any], set[str]]) -> None:
    matrix, facts, _ = drawn
    found = score(matrix, facts)
    place = {band.code: number for number, band in enumerate(matrix.bands)}
    total = found.points.exact or 0
    brought = [place[row.band] for one in found.columns for row in one.rows if row.band and row.holds is YES]
    reached = [place[band.code] for band in matrix.bands if band.at_least is not None and total >= band.at_least]
    if brought or reached:
        assert place[found.bands[0].code] == min(brought + reached)
