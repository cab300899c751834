"""Whether what changed had to be notified at all (33 CFR 160.208)."""

from roadstead.rulebook import notice_rules
from roadstead.rulebook.notice_rules import NoticeRules
from roadstead.wire.incoming.difference import difference
from roadstead.wire.incoming.value import Incoming, moment

_NEVER = ("vessel.position", "crew.lacking")
_SHIFTS = ("arrival.eta", "arrival.etd", "departure.departs")


def was_asked(before: Incoming, after: Incoming, rules: NoticeRules | None = None) -> bool:
    """False where only the position, or arrival and departure by less than the hours of the rule, changed."""
    book = notice_rules.shipped() if rules is None else rules
    small = book.times.small_shift.length
    pairs = ((before.arrival.eta, after.arrival.eta), (before.arrival.etd, after.arrival.etd))
    moved = [(moment(one), moment(other)) for one, other in pairs]
    shifted = all(one == other or (one and other and abs(one - other) < small) for one, other in moved)
    rest = [one for one in difference(before, after) if not one.path.startswith(_NEVER)]
    return not (shifted and all(one.path in _SHIFTS for one in rest))
