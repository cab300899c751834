"""The outbox as it stands: what is claimed, what waits, what was given up."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from roadstead.advisories.models import Delivery, EditionTold, Message, Sending, Subscription
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

TROUBLE = (Sending.GIVEN_UP, Sending.UNKNOWN)
LATEST = 50  # editions on the page


@dataclass(frozen=True, slots=True)
class Group:
    """What one subscriber is told in one message: rows of the outbox, one for each edition."""

    subscription: Subscription
    rows: tuple[Message, ...]

    @property
    def keys(self) -> tuple[int, ...]:
        return tuple(row.pk for row in self.rows)

    @property
    def editions(self) -> tuple[str, ...]:
        return tuple(row.edition.edition for row in self.rows)


def claimed_messages(claim: UUID) -> list[Group]:
    """What a worker has claimed, by subscriber."""
    rows = Message.objects.filter(claim=claim, state=Sending.CLAIMED).select_related("subscription", "edition")
    ordered = rows.order_by("subscription_id", "edition_id")
    return [Group(subscription, tuple(own)) for subscription, own in groupby(ordered, key=lambda row: row.subscription)]


def claimed_deliveries(claim: UUID) -> list[Delivery]:
    """What a worker has claimed, by webhook."""
    rows = Delivery.objects.filter(claim=claim, state=Sending.CLAIMED)
    return list(rows.select_related("webhook__owner", "edition").order_by("webhook_id", "edition_id"))


def editions(viewer: Viewer) -> QuerySet[EditionTold]:
    """The latest editions told of. Raises PermissionDenied."""
    viewer.must(Permission.READ_PROGRAMME)
    return EditionTold.objects.filter(quiet=False)[:LATEST]


def counts(shown: Iterable[EditionTold]) -> dict[int, dict[str, int]]:
    """How many messages about each edition stand how: {edition: {state: number}}."""
    rows = Message.objects.filter(edition__in=[one.pk for one in shown]).order_by()
    found: dict[int, dict[str, int]] = {}
    for edition, state, number in rows.values_list("edition", "state").annotate(Count("pk")):
        found.setdefault(edition, {})[state] = number
    return found


def trouble(viewer: Viewer, state: str = "") -> QuerySet[Message]:
    """Messages that were given up, that may not have been sent, or that wait to be tried again; the latest first.

    Raises PermissionDenied.
    """
    viewer.must(Permission.READ_PROGRAMME)
    chosen = Q(state__in=TROUBLE) | Q(state=Sending.QUEUED, attempts__gt=0)
    if state:
        chosen &= Q(state=state)
    return Message.objects.filter(chosen).select_related("subscription", "edition").order_by("-pk")


def deliveries_of(person: int | None) -> QuerySet[Delivery]:
    """The deliveries to somebody's webhooks, the latest first."""
    rows = Delivery.objects.select_related("webhook", "edition").order_by("-pk")
    return rows.filter(webhook__owner=person) if person is not None else rows.none()
