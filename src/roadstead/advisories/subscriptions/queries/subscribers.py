"""Who is told of an edition, and what somebody has asked for."""

from collections.abc import Collection, Iterator
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from roadstead.advisories.models import EditionTold, SubscribedCountry, Subscription, Webhook


def concerned(countries: Collection[str] | None) -> QuerySet[Subscription]:
    """Subscriptions that an edition concerns which touched some countries; all of them for None."""
    if countries is None:
        return Subscription.objects.all()
    own = SubscribedCountry.objects.filter(subscription=OuterRef("pk"), code__in=countries)
    return Subscription.objects.filter(Q(everywhere=True) | Exists(own))


def webhooks_concerned(countries: Collection[str] | None) -> Iterator[Webhook]:
    """Webhooks in use that an edition concerns."""
    for one in Webhook.objects.filter(disabled_at__isnull=True):
        if countries is None or one.everywhere or set(one.countries) & set(countries):
            yield one


def of_person(person: int | None, email: str = "") -> Subscription | None:
    """The subscription of somebody with an account: theirs, or that of their address."""
    if person is None:
        return None
    rows = Subscription.objects.filter(Q(person=person) | Q(email=email.lower()) if email else Q(person=person))
    return rows.order_by("pk").first()


def by_uid(uid: UUID | None) -> Subscription | None:
    """The subscription of a link."""
    return Subscription.objects.filter(uid=uid).first() if uid else None


def webhooks_of(person: int | None) -> QuerySet[Webhook]:
    """Somebody's webhooks, the latest first."""
    return Webhook.objects.filter(owner=person) if person is not None else Webhook.objects.none()


def told() -> set[str]:
    """The editions that were looked at for whom to tell."""
    return set(EditionTold.objects.values_list("edition", flat=True))


def of_address(email: str) -> QuerySet[Subscription]:
    """The subscription of an address, whoever asks."""
    return Subscription.objects.filter(email=email.lower())


def editions_told(keys: Collection[int]) -> dict[int, str]:
    """Editions by the numbers of their rows."""
    return dict(EditionTold.objects.filter(pk__in=keys).values_list("pk", "edition"))


def countries_of(subscription: Subscription) -> list[str]:
    """The countries of which somebody is told; none, for every country."""
    return sorted(subscription.countries.values_list("code", flat=True))
