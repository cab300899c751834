"""What an arrival wants of the watch, once it is judged: nothing, or a look, and why."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from roadstead.arrivals.enums import Attention, Outcome
from roadstead.arrivals.models import LONGEST_WORD, Arrival

LATE = "late"  # items that are missing are told with the notice; they alone bring nobody to look
PAST = "time-long"  # the code of what is said of times before arrival
PASSED = "unclear"


def unknown(row: Any, asked: Sequence[Any], missing: Sequence[str]) -> int:
    """How many facts are not known: calls not clear, duties not known, places that were asked, what is missing."""
    unclear: int = row.unclear
    return unclear + len(row.unsure.split()) + len(asked) + len(missing)


def wants(
    arrival: Arrival, asked: Sequence[dict[str, Any]], missing: Sequence[str], findings: Sequence[dict[str, Any]]
) -> tuple[Attention, str]:
    """Attention, and the one question or unmet duty that stands first."""
    said = _first(arrival, asked, missing) or _of_findings(findings)
    return (Attention.LOOK, said[:LONGEST_WORD]) if said else (Attention.QUIET, "")


def _of_findings(findings: Sequence[dict[str, Any]]) -> str:
    """What the law says of when it came; a time that had passed is asked about, whatever else is."""
    passed = [one for one in findings if one["code"] == PAST and one["severity"] == PASSED]
    if passed:
        return str(passed[0]["what"])
    return next((str(one["what"]) for one in findings if one["severity"] == LATE), "")


def _first(arrival: Arrival, asked: Sequence[dict[str, Any]], missing: Sequence[str]) -> str:
    if arrival.outcome == Outcome.CANNOT_TELL and arrival.question:
        return str(arrival.question)
    if asked:
        return _("Which port is “%(said)s”?") % {"said": asked[0]["said"]}
    if missing:
        return _("Not given: %(what)s") % {"what": ", ".join(missing)}
    if arrival.unmet:
        return _("Duties not met: %(codes)s") % {"codes": arrival.unmet}
    if arrival.question:
        return str(arrival.question)
    if arrival.unsure:
        return _("Duties not known: %(codes)s") % {"codes": arrival.unsure}
    return str(Outcome.APPLIES.label) if arrival.outcome == Outcome.APPLIES else ""
