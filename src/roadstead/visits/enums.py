"""What a visit is and how it stands, in words."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class VisitKind(models.TextChoices):
    """What a visit is for (facts: the programme's public FAQ; Proceedings, autumn 2024)."""

    LIAISON = "liaison", _("liaison visit")
    ASSESSMENT = "assessment", _("formal assessment")
    FOLLOW_UP = "follow_up", _("follow-up visit")
    SEMINAR = "seminar", _("seminar or workshop")
    JOINT = "joint", _("joint visit with others")
    RECIPROCAL = "reciprocal", _("reciprocal visit")

    @property
    def counts_as_assessment(self) -> bool:
        """Whether it restarts the 36 months of 46 USC 70108(d)."""
        return self is VisitKind.ASSESSMENT


class Purpose(models.TextChoices):
    """Why a country is visited now."""

    ROUTINE = "routine", _("due by its clock")
    REQUEST = "request", _("asked for by the host")
    SHORTFALL = "shortfall", _("to see what became of shortfalls")
    RELIEF = "relief", _("to see whether conditions can be lifted")
    EVENT = "event", _("after an event")
    TRAINING = "training", _("training or a seminar")


class VisitState(models.TextChoices):
    """How a visit stands. From a proposal to a closed report; a cancelled visit keeps its why."""

    PROPOSED = "proposed", _("proposed")
    PLANNED = "planned", _("planned")
    NOTIFIED = "notified", _("notice given to the host")
    AGREED = "agreed", _("agenda agreed")
    UNDER_WAY = "under_way", _("under way")
    MADE = "made", _("made, report open")
    REPORTED = "reported", _("reported")
    CANCELLED = "cancelled", _("cancelled")

    @property
    def ended(self) -> bool:
        return self in (VisitState.REPORTED, VisitState.CANCELLED)


ONWARD: dict[Any, tuple[Any, ...]] = {
    VisitState.PROPOSED: (VisitState.PLANNED, VisitState.CANCELLED),
    VisitState.PLANNED: (VisitState.NOTIFIED, VisitState.PROPOSED, VisitState.CANCELLED),
    VisitState.NOTIFIED: (VisitState.AGREED, VisitState.UNDER_WAY, VisitState.PLANNED, VisitState.CANCELLED),
    VisitState.AGREED: (VisitState.UNDER_WAY, VisitState.NOTIFIED, VisitState.CANCELLED),
    VisitState.UNDER_WAY: (VisitState.MADE, VisitState.CANCELLED),
    VisitState.MADE: (VisitState.REPORTED,),
    VisitState.REPORTED: (VisitState.MADE,),
    VisitState.CANCELLED: (VisitState.PROPOSED,),
}


BROUGHT_IN = (VisitState.MADE, VisitState.REPORTED, VisitState.CANCELLED)  # from before this system
WAYS: tuple[tuple[str, str], ...] = (
    *(("", one.value) for one in (VisitState.PROPOSED, *BROUGHT_IN)),
    *((before.value, after.value) for before, every in ONWARD.items() for after in every),
)


class Clearance(models.TextChoices):
    """Country clearance: leave of the embassy to travel on official business."""

    NOT_ASKED = "not_asked", _("not asked for")
    ASKED = "asked", _("asked for")
    GRANTED = "granted", _("granted")
    REFUSED = "refused", _("refused")
    NOT_NEEDED = "not_needed", _("not needed")


class TeamRole(models.TextChoices):
    LEAD = "lead", _("leads the visit")
    MEMBER = "member", _("member of the team")
    OBSERVER = "observer", _("observer")


class Answer(models.TextChoices):
    """What another agency, or the programme, makes of two visits to one country near each other."""

    WAITING = "waiting", _("not answered yet")
    JOIN = "join", _("go together")
    COMBINE = "combine", _("combine into one programme")
    AVOID = "avoid", _("move one of them")
    APART = "apart", _("both as planned")


class Reply(models.TextChoices):
    """What an embassy or agency answers when it is asked about a visit of the programme."""

    JOIN = "join", _("we come along")
    COMBINE = "combine", _("combine it with a visit of ours")
    AVOID = "avoid", _("please choose other days")
    CLEAR = "clear", _("nothing of ours then")


class Clock(models.TextChoices):
    """The two clocks of a country."""

    ENGAGEMENT = "engagement", _("engagement, every 12 months")
    ASSESSMENT = "assessment", _("assessment, every 36 months (46 USC 70108(d))")
