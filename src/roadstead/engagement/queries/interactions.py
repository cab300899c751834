"""Interactions: those that somebody may read, found by words, country, kind, state and promise."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.db.models import F, Q
from django.db.models.functions import Lower

from roadstead.common import clock
from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.interaction_enums import InteractionState
from roadstead.engagement.models import Commitment, Interaction, Referral
from roadstead.engagement.models.promises import OPEN

Rows = GuardedQuerySet[Interaction]
LINKS = {
    "countries": "country_id",
    "contacts": "contact_id",
    "officers": "user_id",
    "organisations": "organisation_id",
}
MOST_WORDS = 8
OVERDUE, PROMISED, ASKED_OF = "overdue", "promised", "asked"
ORDERS: dict[str, Any] = {"day": F("held_on"), "subject": Lower("subject"), "kind": F("kind"), "state": F("state")}


@dataclass(frozen=True, slots=True)
class InteractionsAsked:
    """What is asked of a list; an empty field asks nothing. state: "" is drafts and complete ones.

    follows: overdue (an open promise is overdue), promised (one is open), asked (a question is open).
    person: the number of a contact; mine: the number of an officer who took part or wrote it, 0 for anyone.
    """

    text: str = ""
    country: str = ""
    kind: str = ""
    state: str = ""
    follows: str = ""
    person: int = 0
    mine: int = 0
    sort: str = "-day"


def readable_interactions(viewer: Viewer) -> Rows:
    """All that somebody may read, those that were taken back too."""
    return Interaction.objects.visible_to(viewer)


def links(name: str) -> Any:
    """The links of interactions with one of LINKS."""
    return getattr(Interaction, name).through._default_manager


def about(country: str) -> Q:
    """Which interactions concern a country."""
    return Q(pk__in=links("countries").filter(country_id=country).values("interaction_id"))


def find_interactions(rows: Rows, asked: InteractionsAsked) -> Rows:
    """The rows that fit, in the order asked for. Finding only ever narrows what it is given."""
    for word in asked.text.split()[:MOST_WORDS]:
        rows = rows.filter(Q(subject__icontains=word) | Q(summary__icontains=word) | Q(place__icontains=word))
    if asked.country:
        rows = rows.filter(about(asked.country))
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.person:
        rows = rows.filter(pk__in=links("contacts").filter(contact_id=asked.person).values("interaction_id"))
    if asked.mine:
        took_part = links("officers").filter(user_id=asked.mine).values("interaction_id")
        rows = rows.filter(Q(written_by=asked.mine) | Q(pk__in=took_part))
    if asked.follows:
        rows = rows.filter(pk__in=_followed(asked.follows).values("interaction"))
    there = ~Q(state=InteractionState.DISCARDED)
    rows = rows.filter(Q(state=asked.state) if asked.state else there)
    key, down = asked.sort.removeprefix("-"), asked.sort.startswith("-")
    order = ORDERS[key if key in ORDERS else "day"]
    return rows.order_by(order.desc() if down else order.asc(), "-held_on", "-pk")


def interaction(pk: int, viewer: Viewer) -> Interaction | None:
    """One; None for what there is not, or is not open to the viewer."""
    rows = readable_interactions(viewer).select_related("marked_by", "written_by").prefetch_related("states")
    return rows.filter(pk=pk).first()


def plain(row: Interaction, name: str) -> str:
    """A field as text: days and times as ISO 8601 has them, "" for none."""
    value = getattr(row, name)
    return value.isoformat() if isinstance(value, date | time) else str(value or "")


def _followed(follows: str) -> Any:
    """Parts of interactions; the list that they narrow was read for its viewer."""
    if follows == ASKED_OF:
        return Referral.objects.filter(answered_at__isnull=True).stated()
    rows = Commitment.objects.filter(OPEN).stated()
    return rows.filter(due_on__lt=clock.today()) if follows == OVERDUE else rows
