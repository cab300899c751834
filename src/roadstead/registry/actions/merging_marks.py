"""The stricter of two marks: who may read both entries may read the one that they become."""

from roadstead.common.access.marks import Mark
from roadstead.registry.reach import Reach

STRICTNESS = {Mark.PUBLIC: 0, Mark.PARTNER: 1, Mark.PROGRAMME: 2, Mark.RESTRICTED: 3}


def stricter(one: Reach, other: Reach) -> Reach:
    """Whom an entry reaches that was two: nobody whom either of them did not reach."""
    if one.mark != other.mark:
        return max((one, other), key=lambda reach: STRICTNESS[reach.mark])
    if one.mark == Mark.PARTNER:
        states = one.states & other.states
        return Reach(Mark.PARTNER, states=states) if states else Reach(Mark.PROGRAMME)
    return Reach(one.mark, people=one.people & other.people)
