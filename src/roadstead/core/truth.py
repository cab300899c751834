"""Three-valued truth after Kleene: a fact nobody gave us is unknown, never no."""

from collections.abc import Iterable
from enum import StrEnum


class Truth(StrEnum):
    """Yes, no, or unknown; the members are the strings of the public contracts."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


def from_bool(value: bool | None) -> Truth:
    """Read a nullable boolean; None is unknown."""
    if value is None:
        return UNKNOWN
    return YES if value else NO


def negate(value: Truth) -> Truth:
    """Turn yes and no round; unknown stays unknown."""
    if value is UNKNOWN:
        return UNKNOWN
    return NO if value is YES else YES


def conjunction(values: Iterable[Truth]) -> Truth:
    """All of them: one no decides, else one unknown spoils; of nothing, yes."""
    answer = YES
    for value in values:
        if value is NO:
            return NO
        if value is UNKNOWN:
            answer = UNKNOWN
    return answer


def disjunction(values: Iterable[Truth]) -> Truth:
    """Any of them: one yes decides, else one unknown spoils; of nothing, no."""
    answer = NO
    for value in values:
        if value is YES:
            return YES
        if value is UNKNOWN:
            answer = UNKNOWN
    return answer
