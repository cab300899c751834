"""How the closing of a shortfall stands, in words."""

from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ClosureState(TextChoices):
    """How a shortfall stands in the closure room. Two people of the programme look before it is closed."""

    OPEN = "open", _("open")
    SAID_CLOSED = "said_closed", _("said to be closed")
    LOOKED_AT = "looked_at", _("looked at, waits for a second person")
    CLOSED = "closed", _("closed")


S = ClosureState
ONWARD: dict[Any, tuple[ClosureState, ...]] = {
    S.OPEN: (S.SAID_CLOSED,),
    S.SAID_CLOSED: (S.LOOKED_AT, S.OPEN),
    S.LOOKED_AT: (S.CLOSED, S.OPEN),
    S.CLOSED: (S.OPEN,),
}


class Verdict(TextChoices):
    """What the programme made of a dispute."""

    UPHELD = "upheld", _("the host is right: the observation is withdrawn")
    REJECTED = "rejected", _("the observation stands")
