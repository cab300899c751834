"""Whether a condition of a matrix holds for the facts of a ship: yes, no, or unknown."""

from collections.abc import Iterator, Mapping
from math import isfinite

from roadstead.core.matrix import Compare, Condition, Every, FactKind, Known, Matrix, OneOf, Some
from roadstead.core.truth import NO, UNKNOWN, YES, Truth, conjunction, disjunction

Given = Mapping[str, Known | None]

_COMPARED = {
    "at_least": lambda value, limit: value >= limit,
    "at_most": lambda value, limit: value <= limit,
    "more_than": lambda value, limit: value > limit,
    "less_than": lambda value, limit: value < limit,
}
_SAID = {"at_least": "at least", "at_most": "at most", "more_than": "more than", "less_than": "less than"}


def readable(matrix: Matrix, given: Given) -> dict[str, Known]:
    """The facts that are known and that the matrix can read; whatever else was given is as good as not given."""
    found: dict[str, Known] = {}
    for asked in matrix.facts:
        value = given.get(asked.code)
        if value is None or value == UNKNOWN:
            continue
        if asked.kind is FactKind.NUMBER:
            if isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value):
                found[asked.code] = value
        elif str(value) in ({word for word, _ in asked.words} if asked.kind is FactKind.WORD else {YES, NO}):
            found[asked.code] = str(value)
    return found


def holds(condition: Condition, known: Mapping[str, Known]) -> Truth:
    """Whether the condition holds; a fact that is not known leaves it open."""
    match condition:
        case Compare(fact, how, limit):
            value = known.get(fact)
            if value is None:
                return UNKNOWN
            return YES if _COMPARED[how](value, limit) else NO
        case OneOf(fact, values):
            value = known.get(fact)
            if value is None:
                return UNKNOWN
            return YES if value in values else NO
        case Every(conditions):
            return conjunction([holds(one, known) for one in conditions])
        case Some(conditions):
            return disjunction([holds(one, known) for one in conditions])


def asked_in(condition: Condition) -> Iterator[str]:
    """The codes of the facts that a condition reads."""
    match condition:
        case Compare() | OneOf():
            yield condition.fact
        case Every(conditions) | Some(conditions):
            for one in conditions:
                yield from asked_in(one)


def compared(condition: Condition, known: Mapping[str, Known], matrix: Matrix) -> tuple[str, ...]:
    """What was held against what, fact by fact: “Age in years: 14, against more than 12”."""
    match condition:
        case Every(conditions) | Some(conditions):
            return tuple(line for one in conditions for line in compared(one, known, matrix))
        case Compare(fact, how, limit):
            against = f"{_SAID[how]} {limit:g}"
        case OneOf(fact, values):
            against = " or ".join(matrix.fact(fact).said(value) for value in values)
    asked = matrix.fact(fact)
    value = asked.said(known[fact]) if fact in known else "not known"
    return (f"{asked.title}: {value}, against {against}",)
