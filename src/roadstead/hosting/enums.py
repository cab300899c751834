"""Reciprocal visits in words: who asked, how a request stands, what host units answer."""

from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Origin(TextChoices):
    """How a request came. Before: entered from before this system, as a visit that took place."""

    AUTHORITY = "authority", _("asked by the authority")
    EMBASSY = "embassy", _("asked by the embassy")
    OFFICER = "officer", _("asked through the liaison officer")
    INVITED = "invited", _("invited by the programme")
    BEFORE = "before", _("from before this system")


class State(TextChoices):
    """How a request stands. Matched: a host unit has said yes; planned: it has its days and a programme."""

    INVITED = "invited", _("invited, waits for the State")
    ASKED = "asked", _("asked for")
    MATCHED = "matched", _("hosts found")
    PLANNED = "planned", _("programme under way")
    HOSTED = "hosted", _("took place, follow-up open")
    CLOSED = "closed", _("closed")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("withdrawn")

    @property
    def is_open(self) -> bool:
        """Whether the visit is still to come."""
        return self in AHEAD

    @property
    def took_place(self) -> bool:
        return self in TOOK_PLACE


AHEAD: tuple[Any, ...] = (State.INVITED, State.ASKED, State.MATCHED, State.PLANNED)
TOOK_PLACE: tuple[Any, ...] = (State.HOSTED, State.CLOSED)
ENDED: tuple[Any, ...] = (State.CLOSED, State.DECLINED, State.WITHDRAWN)
ONWARD: dict[Any, tuple[Any, ...]] = {
    State.INVITED: (State.ASKED, State.DECLINED, State.WITHDRAWN),
    State.ASKED: (State.MATCHED, State.DECLINED, State.WITHDRAWN),
    State.MATCHED: (State.PLANNED, State.ASKED, State.DECLINED, State.WITHDRAWN),
    State.PLANNED: (State.HOSTED, State.MATCHED, State.DECLINED, State.WITHDRAWN),
    State.HOSTED: (State.CLOSED,),
    State.CLOSED: (State.HOSTED,),
    State.DECLINED: (State.ASKED,),
    State.WITHDRAWN: (State.ASKED,),
}
BEGINS: tuple[Any, ...] = (State.INVITED, State.ASKED, State.CLOSED)
WAYS: tuple[tuple[str, str], ...] = (
    *(("", one.value) for one in BEGINS),
    *((before.value, after.value) for before, every in ONWARD.items() for after in every),
)


class OfferState(TextChoices):
    """What a host unit says to a delegation."""

    WAITING = "waiting", _("waits for the unit")
    ACCEPTED = "accepted", _("the unit hosts")
    DECLINED = "declined", _("the unit cannot")
    TAKEN_BACK = "taken_back", _("taken back")


class StepKind(TextChoices):
    """What has to be done before a delegation comes."""

    INVITATION = "invitation", _("invitation through the embassy")
    VISAS = "visas", _("visas")
    CLEARANCE = "clearance", _("clearance of foreign visitors")
    FACILITIES = "facilities", _("leave of the port facilities")
    INTERPRETERS = "interpreters", _("interpreters")
    TRAVEL = "travel", _("travel and lodging")
    OTHER = "other", _("other")


class StepState(TextChoices):
    OPEN = "open", _("open")
    DONE = "done", _("done")
    NOT_NEEDED = "not_needed", _("not needed")


class Side(TextChoices):
    """The two who learn from each other."""

    GUEST = "guest", _("the delegation")
    HOST = "host", _("the host")


class CostState(TextChoices):
    ESTIMATED = "estimated", _("estimated")
    SPENT = "spent", _("spent")
