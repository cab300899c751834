"""One request as the State sees it: how it stands, what comes next, and what is asked of the State."""

from typing import Any

from django.utils.translation import gettext as _

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.hosting import topics
from roadstead.hosting.enums import AHEAD, ENDED, OfferState, Side, State
from roadstead.hosting.models import HostingRequest
from roadstead.hosting.naming import name_of
from roadstead.hosting.presenters.lists import TONES
from roadstead.hosting.presenters.request import after, programme
from roadstead.hosting.queries.arrangements import steps_of
from roadstead.hosting.queries.requests import moves_of, offers_of


def page(held: HostingRequest, viewer: Viewer) -> dict[str, Any]:
    """What the page wants."""
    state = State(held.state)
    found = after(held, viewer)
    return {
        **in_short(held),
        "name": name_of(held),
        "may": viewer.may(Permission.ASK_HOSTING, country=held.country_id),
        "can_change": state in (State.INVITED, State.ASKED, State.MATCHED),
        "can_end": state in AHEAD,
        "can_name": state not in (State.INVITED, *ENDED),
        "invited": state == State.INVITED,
        "steps": steps_of(held),
        **programme(held, viewer),
        **found,
        "said": [one for one in found["feedback"] if one.side == Side.GUEST],
    }


def in_short(held: HostingRequest) -> dict[str, Any]:
    """How it stands, for whoever asked."""
    return {
        "held": held,
        "tone": TONES[State(held.state)],
        "topics": topics.labels(held.topics),
        "hosts": [one.port.name for one in offers_of([held], OfferState.ACCEPTED).get(held.pk, [])],
        "next": following(State(held.state)),
        "moves": moves_of(held),
    }


def following(state: State) -> str:
    """What comes next, in a sentence."""
    return {
        State.INVITED: _("Your State takes the invitation up, or says that it does not come."),
        State.ASKED: _("The liaison officer looks for ports like yours, and asks their units."),
        State.MATCHED: _("A unit hosts. The liaison officer begins the programme, and sends it to you."),
        State.PLANNED: _("Both sides agree the programme, item by item. Visas and clearances are under way."),
        State.HOSTED: _("Say what helped. What both sides take away is written down, and taken up at the next visit."),
        State.CLOSED: _("Nothing more. What was taken away stays open until it is kept."),
        State.DECLINED: _("Nothing more, unless it is taken up again. Ask your liaison officer."),
        State.WITHDRAWN: _("Nothing more. Ask again whenever it suits."),
    }[state]
