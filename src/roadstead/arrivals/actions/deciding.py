"""Deciding on an arrival: the tool proposes, the Captain of the Port decides."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from roadstead.arrivals.acting_events import Decided
from roadstead.arrivals.actions.holding import hold, must_be_as_seen
from roadstead.arrivals.actions.settling import settle_change
from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.enums import Attention, Disposition
from roadstead.arrivals.models import LONGEST_WORD, Arrival, Change, Decision
from roadstead.arrivals.queries.acting import latest_decision, latest_verdict, proposal_of
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Said:
    """A decision as it was typed. seen: what the page showed (`queries.acting.seen_of`); until: of a waiver."""

    kind: str
    seen: str
    reason: str = ""
    until: datetime | None = None


@action
def decide(*, arrival: Arrival, said: Said, by: Viewer) -> Decision:
    """Decide. It settles the changes of the arrival that wait, with the same reason, and stays until a fact changes.

    Of two who decide at once the second is told by whom it was decided, and what; the same sent twice is one decision.
    Raises PermissionDenied; ArrivalError; DoesNotExist.
    """
    held = hold(arrival, by)
    if held.attention == Attention.CANCELLED:
        raise ArrivalError(_("The ship’s side cancelled this notice; there is nothing to decide."))
    last = latest_decision(held)
    reason = " ".join(said.reason.split())
    if last is not None and _same(last, said, reason, by) and held.attention == Attention.DECIDED:
        unchanged()
        return last
    must_be_as_seen(held, said.seen)
    proposed = proposal_of(held).kind
    _check(said, reason, proposed)
    verdict = latest_verdict(held)
    if verdict is None:
        raise ArrivalError(_("This arrival was not judged yet."))
    made: Decision = Decision.objects.create(
        arrival=held,
        verdict=verdict,
        kind=said.kind,
        proposed=proposed,
        reason=reason,
        until=said.until if said.kind == Disposition.GUARDS_WAIVED else None,
        decided_by_id=by.person,
        decided_at=clock.now(),
    )
    held.disposition, held.attention, held.why = said.kind, Attention.DECIDED, ""
    held.revision += 1
    held.save(update_fields=["disposition", "attention", "why", "revision"])
    word = (reason or str(Disposition(said.kind).label))[:LONGEST_WORD]
    for change in Change.objects.filter(arrival=held, settled_at__isnull=True).stated():
        settle_change(change=change, word=word, by=by)
    until = made.until.isoformat() if made.until else ""
    record(Decided(kind=said.kind, proposed=proposed, reason=reason, until=until), subject=held, by=by)
    return made


def _same(last: Decision, said: Said, reason: str, by: Viewer) -> bool:
    return last.decided_by_id == by.user_id and (last.kind, last.reason) == (said.kind, reason)


def _check(said: Said, reason: str, proposed: str) -> None:
    """Raises ArrivalError."""
    if said.kind not in Disposition.values:
        raise ArrivalError(_("Choose one of the decisions."), "kind")
    if len(reason) > LONGEST_WORD:
        raise ArrivalError(_("Write at most %(most)s characters.") % {"most": LONGEST_WORD}, "reason")
    if said.kind == Disposition.GUARDS_WAIVED and not reason:
        raise ArrivalError(_("Say why guards are waived."), "reason")
    if said.kind != proposed and not reason:
        told = {"proposed": Disposition(proposed).label}
        raise ArrivalError(_("The tool proposed “%(proposed)s”. Say why it is decided otherwise.") % told, "reason")
    if said.kind == Disposition.GUARDS_WAIVED and (said.until is None or said.until <= clock.now()):
        raise ArrivalError(_("Say until when guards are waived: a day and an hour that is still to come."), "until")
