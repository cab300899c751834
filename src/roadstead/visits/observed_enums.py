"""What is noted, observed and recommended on a visit, in words."""

from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Looked(TextChoices):
    """What was made of an element on a visit. What nobody looked at is not known: it never reads as no."""

    SEEN = "seen", _("seen")
    NOT_SEEN = "not_seen", _("looked for, not seen")
    NOT_LOOKED_AT = "not_looked_at", _("not looked at")

    @property
    def three_valued(self) -> str:
        """yes, no or unknown, as programs say it."""
        return {Looked.SEEN: "yes", Looked.NOT_SEEN: "no"}.get(self, "unknown")


class ObservationKind(TextChoices):
    """What an observation is."""

    SHORTFALL = "shortfall", _("shortfall")
    STRENGTH = "strength", _("strength")
    BEYOND = "beyond", _("beyond the Code")

    @property
    def counts_against(self) -> bool:
        """Whether it may weigh against a State or facility: a shortfall alone does."""
        return self is ObservationKind.SHORTFALL


class ObservationState(TextChoices):
    """How an observation stands."""

    STANDS = "stands", _("stands")
    SETTLED = "settled", _("settled")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Side(TextChoices):
    """Whom a recommendation is addressed to. The other side has made it."""

    HOST = "host", _("the host")
    PROGRAMME = "programme", _("the programme")

    @property
    def other(self) -> "Side":
        return Side.PROGRAMME if self is Side.HOST else Side.HOST


class RecommendationState(TextChoices):
    """How a recommendation stands. Who said that it is done does not close it."""

    OPEN = "open", _("open")
    IN_PROGRESS = "in_progress", _("in progress")
    DONE = "done", _("said to be done")
    CLOSED = "closed", _("closed")
    WITHDRAWN = "withdrawn", _("withdrawn")

    @property
    def ended(self) -> bool:
        return self in (RecommendationState.CLOSED, RecommendationState.WITHDRAWN)


S = RecommendationState
ONWARD: dict[Any, tuple[RecommendationState, ...]] = {
    S.OPEN: (S.IN_PROGRESS, S.DONE, S.WITHDRAWN),
    S.IN_PROGRESS: (S.DONE, S.WITHDRAWN),
    S.DONE: (S.CLOSED, S.OPEN, S.WITHDRAWN),
    S.CLOSED: (S.OPEN,),
    S.WITHDRAWN: (S.OPEN,),
}


class Found(TextChoices):
    """What the next visit found of a recommendation."""

    DONE = "done", _("done")
    PARTLY = "partly", _("done in part")
    NOT_DONE = "not_done", _("not done")
    NOT_LOOKED_AT = "not_looked_at", _("not looked at")
