"""Places that a person settled, kept for later versions of the same notice that say the same."""

from roadstead.arrivals.intake.places import places_of
from roadstead.arrivals.models import LONGEST_WORD, Arrival, Settled
from roadstead.wire.incoming.value import Incoming


def carried(arrival: Arrival, incoming: Incoming) -> dict[str, str]:
    """The ports of a notice that somebody has said, by path. One query."""
    known = dict(Settled.objects.filter(arrival=arrival).stated().values_list("said", "port"))
    if not known:
        return {}
    said = ((path, place.said[:LONGEST_WORD]) for path, place in places_of(incoming))
    return {path: known[words] for path, words in said if words in known}
