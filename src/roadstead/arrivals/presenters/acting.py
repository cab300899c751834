"""What was done about an arrival, and what is proposed: for its page and the pages of acts."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from roadstead.accounts.readers import watch_of
from roadstead.arrivals.actions.holding import may_act
from roadstead.arrivals.enums import Disposition, Side
from roadstead.arrivals.models import Arrival, Message
from roadstead.arrivals.presenters.offers import in_words
from roadstead.arrivals.presenters.spans import ago, left
from roadstead.arrivals.queries.acting import decisions, notes, proposal_of
from roadstead.arrivals.queries.questions import thread
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.core.proposing import Proposal


@dataclass(frozen=True, slots=True)
class Said:
    """One message of the thread. waits: nobody has answered; may_answer: this reader may; ago: in words."""

    message: Message
    who: str
    value: str
    ship: bool
    question: bool
    waits: bool
    may_answer: bool
    ago: str


def said(arrival: Arrival, viewer: Viewer) -> list[Said]:
    """The thread, the first message first. viewer: of either side."""
    rows, now = list(thread(arrival)), clock.now()
    answering = may_answer(arrival, viewer)
    return [_said(one, answering, now) for one in rows]


def may_answer(arrival: Arrival, viewer: Viewer) -> bool:
    """Whether somebody may answer a question about an arrival, from either side."""
    return may_act(arrival, viewer) or bool(arrival.company and _reports(arrival, viewer))


def proposed(proposal: Proposal) -> dict[str, Any]:
    """A proposal in words."""
    return {"kind": proposal.kind, "said": Disposition(proposal.kind).label, "why": _(proposal.text)}


def acts(arrival: Arrival, viewer: Viewer) -> dict[str, Any]:
    """What the part `arrivals/parts/acts.html` wants: decisions, notes, the thread, and whose it is."""
    return {
        "acts": {
            "arrival": arrival,
            "may": may_act(arrival, viewer),
            "left": left(arrival.eta, clock.now()),
            "proposed": proposed(proposal_of(arrival)),
            "decisions": list(decisions(arrival)),
            "notes": list(notes(arrival, viewer)),
            "thread": said(arrival, viewer),
        }
    }


def colleagues(arrival: Arrival, viewer: Viewer) -> list[tuple[str, Any]]:
    """Who may have an arrival: oneself first, colleagues by name, nobody."""
    people = list(watch_of(arrival.zone_id or ""))
    own = [(str(one.pk), _("me (%(name)s)") % {"name": one.name}) for one in people if one.pk == viewer.user_id]
    others = [(str(one.pk), one.name) for one in people if one.pk != viewer.user_id]
    return [*own, *others, ("", _("nobody"))]


def _reports(arrival: Arrival, viewer: Viewer) -> bool:
    return viewer.may(Permission.REPORT_MEASURES, company=arrival.company)


def _said(one: Message, answering: bool, now: Any) -> Said:
    question = one.side == Side.WATCH and bool(one.field or one.link)
    waits = question and one.settled_at is None
    return Said(
        message=one,
        who=one.written_as or (one.written_by.name if one.written_by else ""),
        value=in_words(one.field, one.value),
        ship=one.side == Side.SHIP,
        question=question,
        waits=waits,
        may_answer=waits and answering,
        ago=ago(one.written_at, now),
    )
