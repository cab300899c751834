"""How offerings, requests and nominations stand, in words."""

from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OfferingState(TextChoices):
    """How an offering stands. It is open for nominations until its day, or until it is closed."""

    PLANNED = "planned", _("planned")
    OPEN = "open", _("open for nominations")
    CLOSED = "closed", _("nominations closed")
    HELD = "held", _("held")
    CANCELLED = "cancelled", _("cancelled")


S = OfferingState
OFFERING_WAYS: dict[Any, tuple[OfferingState, ...]] = {
    S.PLANNED: (S.OPEN, S.CANCELLED),
    S.OPEN: (S.CLOSED, S.CANCELLED),
    S.CLOSED: (S.OPEN, S.HELD, S.CANCELLED),
    S.HELD: (),
    S.CANCELLED: (S.PLANNED,),
}


class RequestState(TextChoices):
    """How a request for training stands."""

    ASKED = "asked", _("asked, nobody has answered yet")
    TAKEN_UP = "taken_up", _("taken up")
    OFFERED = "offered", _("an offering answers it")
    DONE = "done", _("done")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("withdrawn")

    @property
    def is_open(self) -> bool:
        return self in (RequestState.ASKED, RequestState.TAKEN_UP, RequestState.OFFERED)


R = RequestState
OPEN_REQUESTS = (R.ASKED, R.TAKEN_UP, R.OFFERED)
REQUEST_WAYS: dict[Any, tuple[RequestState, ...]] = {
    R.ASKED: (R.TAKEN_UP, R.OFFERED, R.DECLINED, R.WITHDRAWN),
    R.TAKEN_UP: (R.OFFERED, R.DECLINED, R.WITHDRAWN),
    R.OFFERED: (R.TAKEN_UP, R.DONE, R.DECLINED, R.WITHDRAWN),
    R.DONE: (),
    R.DECLINED: (R.TAKEN_UP,),
    R.WITHDRAWN: (),
}


class Way(TextChoices):
    """By what way a request came."""

    AUTHORITY = "authority", _("the Designated Authority")
    EMBASSY = "embassy", _("the embassy")
    OFFICER = "officer", _("an officer of the programme")
    BODY = "body", _("a partner body")
    LINK = "link", _("a link")


class NominationState(TextChoices):
    """How the nomination of a person stands."""

    NOMINATED = "nominated", _("nominated")
    SELECTED = "selected", _("selected")
    WAITING = "waiting", _("on the waiting list")
    DECLINED = "declined", _("not selected")
    WITHDRAWN = "withdrawn", _("withdrawn")
    ATTENDED = "attended", _("attended")
    PARTLY = "partly", _("attended in part")
    ABSENT = "absent", _("did not come")

    @property
    def takes_a_place(self) -> bool:
        return self in TAKES_A_PLACE


N = NominationState
TAKES_A_PLACE = (N.SELECTED, N.ATTENDED, N.PARTLY, N.ABSENT)
NOMINATION_WAYS: dict[Any, tuple[NominationState, ...]] = {
    N.NOMINATED: (N.SELECTED, N.WAITING, N.DECLINED, N.WITHDRAWN),
    N.WAITING: (N.SELECTED, N.DECLINED, N.WITHDRAWN),
    N.SELECTED: (N.WAITING, N.DECLINED, N.WITHDRAWN, N.ATTENDED, N.PARTLY, N.ABSENT),
    N.DECLINED: (N.SELECTED, N.WAITING, N.WITHDRAWN),
    N.WITHDRAWN: (),
    N.ATTENDED: (N.PARTLY, N.ABSENT),
    N.PARTLY: (N.ATTENDED, N.ABSENT),
    N.ABSENT: (N.ATTENDED, N.PARTLY),
}


class Says(TextChoices):
    """What somebody says of a condition. What nobody looked at is not known."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    UNKNOWN = "unknown", _("not known")


LANGUAGES = [  # in which experts teach: those of the United Nations, and of ports that are visited often
    ("ar", _("Arabic")),
    ("zh", _("Chinese")),
    ("en", _("English")),
    ("fr", _("French")),
    ("ja", _("Japanese")),
    ("pt", _("Portuguese")),
    ("ru", _("Russian")),
    ("es", _("Spanish")),
]
