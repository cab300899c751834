"""What was done about an arrival: decisions, notes, and the word that tells whether it is still as it was seen."""

from roadstead.advisories.queries import judge
from roadstead.arrivals import bridge
from roadstead.arrivals.models import Arrival, Decision, Note, Received, Verdict
from roadstead.common import clock
from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer
from roadstead.core.proposing import Proposal, boards_at_sea, propose


def latest_decision(arrival: Arrival) -> Decision | None:
    """The decision that counts, of an arrival that was read for somebody."""
    return Decision.objects.filter(arrival=arrival).stated().select_related("decided_by").first()


def decisions(arrival: Arrival) -> GuardedQuerySet[Decision]:
    """All of them, the latest first."""
    return Decision.objects.filter(arrival=arrival).stated().select_related("decided_by")


def notes(arrival: Arrival, viewer: Viewer) -> GuardedQuerySet[Note]:
    """The notes that somebody may read, the latest first."""
    return Note.objects.visible_to(viewer).filter(arrival=arrival).select_related("written_by")


def latest_verdict(arrival: Arrival) -> Verdict | None:
    """The verdict in force, as it was given."""
    return Verdict.objects.filter(arrival=arrival).stated().order_by("-pk").first()


def seen_of(arrival: Arrival) -> str:
    """A word that is another one once the notice, the verdict or the decision is another."""
    verdict, decision = latest_verdict(arrival), latest_decision(arrival)
    return f"{arrival.revision}.{verdict.pk if verdict else 0}.{decision.pk if decision else 0}"


def proposal_of(arrival: Arrival) -> Proposal:
    """What the tool proposes, from the verdict in force and the wording of the edition."""
    held = Received.objects.filter(arrival=arrival, current=True).stated().get()
    found, notice = judge(clock.today()), bridge.notice_of(held.content)
    regime = found.snapshot.regime_on(notice.eta.date())
    at_sea = regime is not None and boards_at_sea(regime.boarding, regime.boarding_text)
    cautions = [one.code for one in found.decide(notice).warnings]
    return propose(bridge.verdict_in(arrival), cautions=cautions, at_sea=at_sea)
