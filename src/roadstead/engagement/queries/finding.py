"""Finding information: words, filters and the order of a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q
from django.db.models.functions import Lower

from roadstead.common import clock
from roadstead.engagement.models import Information
from roadstead.engagement.queries.choices import linked
from roadstead.engagement.queries.rows import Rows

IN_FORCE, ENDED, EVERY = "in_force", "ended", "every"
MOST_WORDS = 8
ORDERS: dict[str, Any] = {
    "title": Lower("title"),
    "changed": F("changed_at"),
    "until": F("valid_until"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks of a list; an empty field asks nothing. sort: a key of ORDERS, "-" before it turns it round.

    standing: in_force, ended or every.
    """

    text: str = ""
    mark: str = ""
    country: str = ""
    kind: str = ""
    standing: str = IN_FORCE
    sort: str = "-changed"


def find(rows: Rows, asked: Asked, *, links: Sequence[str]) -> Rows:
    """The rows that fit. links: where a country is looked for, countries (it is about) and states (it is shared with).

    Finding only ever narrows what it is given.
    """
    for word in asked.text.split()[:MOST_WORDS]:
        rows = rows.filter(Q(title__icontains=word) | Q(text__icontains=word))
    if asked.mark:
        rows = rows.filter(mark=asked.mark)
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.country:
        anywhere = Q()
        for link in links:
            anywhere |= Q(pk__in=linked(link).filter(country_id=asked.country).values("information_id"))
        rows = rows.filter(anywhere)
    if asked.standing == IN_FORCE:
        rows = rows.filter(holds())
    elif asked.standing == ENDED:
        rows = rows.exclude(holds())
    key, down = asked.sort.removeprefix("-"), asked.sort.startswith("-")
    order = ORDERS[key if key in ORDERS else "changed"]
    return rows.order_by(order.desc(nulls_last=True) if down else order.asc(nulls_last=True), "-pk")


def holds() -> Q:
    """Which information is still good: not withdrawn, and its last day not past."""
    ends = Q(valid_until__isnull=True) | Q(valid_until__gte=clock.today())
    return Q(withdrawn_at__isnull=True) & ends


def standing(information: Information) -> str:
    """Whether one is still good."""
    over = information.valid_until is not None and information.valid_until < clock.today()
    return ENDED if information.withdrawn_at is not None or over else IN_FORCE
