"""One offering and one request as their pages show them."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.registry.presenters.marked import mark_shown
from roadstead.training.catalogue import Course, catalogue, gates, title_of
from roadstead.training.enums import (
    OFFERING_WAYS,
    REQUEST_WAYS,
    NominationState,
    OfferingState,
    RequestState,
)
from roadstead.training.models import Certificate, Nomination, Offering, Request
from roadstead.training.naming import name_of_offering, name_of_request
from roadstead.training.presenters.lists import OFFERING_TONES, REQUEST_TONES
from roadstead.training.queries import experts as of_experts
from roadstead.training.queries import offerings as queries
from roadstead.training.queries import requests as of_requests
from roadstead.training.queries.commitment import commitments
from roadstead.visits.queries.observed import observations

N = NominationState
DELEGATE_TONES = {
    N.NOMINATED: "ask",
    N.SELECTED: "good",
    N.WAITING: "ask",
    N.DECLINED: "quiet",
    N.WITHDRAWN: "quiet",
    N.ATTENDED: "good",
    N.PARTLY: "ask",
    N.ABSENT: "alarm",
}


@dataclass(frozen=True, slots=True)
class DelegateShown:
    """A delegate with what can be done now."""

    one: Nomination
    tone: str
    certificate: Certificate | None
    may_select: bool
    may_note: bool
    may_certify: bool
    may_withdraw: bool
    may_evaluate: bool


def offering(held: Offering, viewer: Viewer) -> dict[str, Any]:
    """The page of an offering at the desk: a fixed number of queries."""
    counts = queries.counts_of([held])[held.pk]
    taken, left = queries.places(held, counts)
    keeps, state = viewer.holds(Permission.KEEP_TRAINING), OfferingState(held.state)
    nominated = queries.nominations_of(held, viewer)
    return _of_offering(held) | {
        "taken": taken,
        "left": left,
        "counts": [(one.label, counts[one.value], DELEGATE_TONES[one]) for one in N if counts.get(one.value)],
        "next_waiting": left > 0 and counts.get(N.WAITING.value, 0) > 0,
        "delegates": _delegates(held, nominated, viewer),
        "found_useful": found_useful(nominated),
        "keeps": keeps,
        "may_forget": keeps and viewer.holds(Permission.FORGET_CONTACTS),
        "ways": list(OFFERING_WAYS[state]) if keeps else [],
        "may_change": keeps and state not in (OfferingState.HELD, OfferingState.CANCELLED),
        "marked": mark_shown(held, viewer, keeps=keeps),
        "answers": of_requests.named(of_requests.requests(viewer).filter(offering=held.pk)),
    }


def partner_offering(held: Offering, viewer: Viewer) -> dict[str, Any]:
    """The page of an offering for a State: its own delegates, and no word of others."""
    nominates = viewer.holds(Permission.NOMINATE_FOR_TRAINING)
    found = queries.nominations_of(held, viewer) if nominates else []
    open_now = held.state == OfferingState.OPEN and held.nominate_by >= clock.today()
    return _of_offering(held) | {
        "delegates": _delegates(held, found, viewer),
        "may_nominate": nominates and open_now,
        "open_now": open_now,
    }


def request(held: Request, viewer: Viewer) -> dict[str, Any]:
    """The page of a request at the desk: how it came, the gates of the law, who could answer it."""
    keeps, state = viewer.holds(Permission.KEEP_TRAINING), RequestState(held.state)
    found = of_requests.gates_of(held, viewer)
    seen: Any = observations(viewer).filter(pk=held.observation_id).first() if held.observation_id else None
    ways = [one for one in REQUEST_WAYS[state] if one not in (RequestState.WITHDRAWN, RequestState.ASKED)]
    shown = _of_request(held, viewer)
    return shown | {
        "unseen": _unseen(held, shown["offering"]),
        "gates": found,
        "met": of_requests.gates_met(found),
        "law": gates().law,
        "observation": seen,
        "others": of_requests.same_of(held, viewer),
        "sent": of_experts.of_request(held.pk, viewer),
        "shows": next(iter(commitments(viewer, held.country_id)), None),
        "keeps": keeps,
        "ways": ways if keeps else [],
        "may_withdraw": state.is_open and viewer.may(Permission.ASK_TRAINING, country=held.country_id),
    }


def _unseen(held: Request, offered: Any) -> bool:
    """Whether a State that was answered cannot open the offering that answers it."""
    if offered is None or held.mark != Mark.PARTNER or held.state != RequestState.OFFERED:
        return False
    if offered.state == OfferingState.PLANNED:
        return True
    return offered.mark != Mark.PUBLIC and not offered.states.filter(pk=held.country_id).exists()


def partner_request(held: Request, viewer: Viewer) -> dict[str, Any]:
    """The page of a request for the State that asked: how it stands, and what was answered."""
    state = RequestState(held.state)
    mine = viewer.may(Permission.ASK_TRAINING, country=held.country_id)
    return _of_request(held, viewer) | {"may_withdraw": state.is_open and mine}


def found_useful(found: list[Nomination]) -> tuple[int, list[tuple[int, int]]] | None:
    """How many came, and how many of them gave each mark, the best first; None where nobody has said it."""
    came = [one for one in found if one.state in (N.ATTENDED, N.PARTLY)]
    marks = Counter(one.useful for one in came if one.useful is not None)
    return (len(came), sorted(marks.items(), reverse=True)) if marks else None


def nominating(viewer: Viewer) -> list[str] | None:
    """The codes of the States for which somebody nominates; None for all."""
    reach = viewer.reach(Permission.NOMINATE_FOR_TRAINING, ScopeKind.COUNTRY)
    return None if reach is None else sorted(reach)


def course_of(code: str) -> Course | None:
    return catalogue().courses.get(code)


def _of_offering(held: Offering) -> dict[str, Any]:
    body = catalogue().bodies.get(held.body)
    return {
        "record": held,
        "name": name_of_offering(held),
        "title": held.title or title_of(held.course),
        "course": course_of(held.course),
        "body": body.name if body else held.body,
        "tone": OFFERING_TONES[OfferingState(held.state)],
    }


def _of_request(held: Request, viewer: Viewer) -> dict[str, Any]:
    offered: Any = queries.told(viewer) if not viewer.holds(Permission.READ_PROGRAMME) else queries.offerings(viewer)
    return {
        "record": held,
        "name": name_of_request(held),
        "title": title_of(held.course),
        "course": course_of(held.course),
        "tone": REQUEST_TONES[RequestState(held.state)],
        "voices": of_requests.voices_of([held])[held.pk],
        "offering": offered.filter(pk=held.offering_id).first() if held.offering_id else None,
    }


def _delegates(held: Offering, found: list[Nomination], viewer: Viewer) -> list[DelegateShown]:
    given, today = queries.certificates_of(found), clock.today()
    keeps, state = viewer.holds(Permission.KEEP_TRAINING), OfferingState(held.state)
    over, begun = state in (OfferingState.HELD, OfferingState.CANCELLED), held.first_on <= today
    made = []
    for one in found:
        now, own = N(one.state), viewer.may(Permission.NOMINATE_FOR_TRAINING, country=one.country_id)
        made.append(
            DelegateShown(
                one=one,
                tone=DELEGATE_TONES[now],
                certificate=given.get(one.pk),
                may_select=keeps and not over and now in (N.NOMINATED, N.SELECTED, N.WAITING, N.DECLINED),
                may_note=keeps and begun and (now == N.SELECTED or now in (N.ATTENDED, N.PARTLY, N.ABSENT)),
                may_certify=keeps and now == N.ATTENDED and held.last_on <= today and one.pk not in given,
                may_withdraw=own and not begun and now in (N.NOMINATED, N.SELECTED, N.WAITING, N.DECLINED),
                may_evaluate=own and now in (N.ATTENDED, N.PARTLY),
            )
        )
    return made
