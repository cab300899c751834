"""One request at the desk: what is wanted, hosts, programme, arrangements, what remains."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.hosting import topics, traffic
from roadstead.hosting.enums import AHEAD, ENDED, TOOK_PLACE, OfferState, State, StepState
from roadstead.hosting.models import Asker, HostingRequest, Offer
from roadstead.hosting.naming import name_of
from roadstead.hosting.presenters.lists import TONES
from roadstead.hosting.queries import arrangements
from roadstead.hosting.queries import requests as queries
from roadstead.hosting.queries.units import units_by_key
from roadstead.hosting.taking import FIELDS
from roadstead.visits.queries.agenda import visible_visit

OFFER_TONES = {
    OfferState.WAITING: "ask",
    OfferState.ACCEPTED: "good",
    OfferState.DECLINED: "quiet",
    OfferState.TAKEN_BACK: "quiet",
}
STEP_TONES = {StepState.OPEN: "ask", StepState.DONE: "good", StepState.NOT_NEEDED: "quiet"}


@dataclass(frozen=True, slots=True)
class OfferShown:
    """A port that was chosen. unit: "" where it is not kept, or may not be read."""

    one: Offer
    unit: str
    tone: str
    stands: bool


def page(held: HostingRequest, viewer: Viewer) -> dict[str, Any]:
    """What the page wants."""
    may = viewer.may(Permission.HOST_VISITS, country=held.country_id)
    return {
        "held": held,
        "name": name_of(held),
        "tone": TONES[State(held.state)],
        "topics": topics.labels(held.topics),
        "askers": [(one, asked_otherwise(one)) for one in queries.askers_of(held)],
        "offers": offers_shown(held, viewer),
        "eligible": eligibility(held.country_id),
        "history_of": queries.history_of(held.country_id, viewer),
        "may": may,
        "can": _can(held) if may else {},
        "moves": queries.moves_of(held),
        **programme(held, viewer),
        **arranged(held),
        **after(held, viewer),
    }


def programme(held: HostingRequest, viewer: Viewer) -> dict[str, Any]:
    """The visit with its agenda; nothing where it was not begun, or may not be read."""
    return {"visit": visible_visit(held.visit_id, viewer) if held.visit_id else None}


def eligibility(country: str) -> tuple[str, str, str]:
    """Whether its ports send ships to the US, as the voyages on record say: yes, no or unknown, a tone, a sentence."""
    counted = traffic.of_country(country)
    if counted is None:
        return "unknown", "ask", _("No voyages are on record here: whether its ports send ships is not known.")
    ships = sum(counted.by_port.values())
    if not ships:
        return "no", "ask", _("No ship on record came to the United States after a call there.")
    said = ngettext(
        "%(count)s arrival on record came to the United States after a call there.",
        "%(count)s arrivals on record came to the United States after a call there.",
        ships,
    )
    return "yes", "good", said % {"count": ships}


def arranged(held: HostingRequest) -> dict[str, Any]:
    """Steps, interpreters, costs."""
    today = clock.today()
    steps = [
        (one, STEP_TONES[StepState(one.state)], one.state == StepState.OPEN and one.due_on < today)
        for one in arrangements.steps_of(held)
    ]
    costs = arrangements.costs_of(held)
    return {
        "steps": steps,
        "interpreters": arrangements.interpreters_of(held),
        "costs": costs,
        "dollars": sum(one.dollars for one in costs),
    }


def after(held: HostingRequest, viewer: Viewer) -> dict[str, Any]:
    """Who came, feedback, take-aways, certificates."""
    people = queries.delegates_of(held, viewer)
    issued = arrangements.certificates_of(held, viewer)
    return {
        "people": [(one, issued.get(one.pk)) for one in people],
        "uncertified": bool([one for one in people if one.pk not in issued]),
        "feedback": arrangements.feedback_of(held),
        "taken": arrangements.taken_away(held, viewer),
        "took_place": held.state in TOOK_PLACE,
    }


def offers_shown(held: HostingRequest, viewer: Viewer) -> list[OfferShown]:
    """The ports that were chosen, those that stand first."""
    offers = queries.offers_of([held]).get(held.pk, [])
    units = units_by_key([one.unit_id for one in offers], viewer)
    shown = []
    for one in offers:
        unit = units[one.unit_id].name if one.unit_id in units else ""
        stands = one.state in (OfferState.WAITING, OfferState.ACCEPTED)
        shown.append(OfferShown(one, unit, OFFER_TONES[OfferState(one.state)], stands))
    return sorted(shown, key=lambda each: not each.stands)


def as_it_stands(held: HostingRequest) -> dict[str, Any]:
    """What a form that changes it begins with."""
    return {name: getattr(held, name) for name in (*FIELDS, "revision")}


def asked_otherwise(asker: Asker) -> list[tuple[str, str]]:
    """What somebody who asked again wants otherwise: the name of the field, and what they said."""
    found = []
    for name, value in asker.said.items():
        label = str(HostingRequest._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
        found.append((label, "; ".join(topics.labels(value)) if name == "topics" else str(value)))
    return found


def _can(held: HostingRequest) -> dict[str, bool]:
    """Which steps can be taken now."""
    state = State(held.state)
    return {
        "change": state in (State.INVITED, State.ASKED, State.MATCHED),
        "choose": state in (State.ASKED, State.MATCHED),
        "plan": state == State.MATCHED,
        "arrange": state in (State.MATCHED, State.PLANNED, State.HOSTED),
        "name": state not in (State.INVITED, *ENDED),
        "host": state == State.PLANNED,
        "close": state == State.HOSTED,
        "end": state in AHEAD,
        "again": state in (State.DECLINED, State.WITHDRAWN),
    }
