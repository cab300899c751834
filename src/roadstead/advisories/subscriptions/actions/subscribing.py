"""A subscription that its owner confirmed, changes or leaves."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.advisories.models import SubscribedCountry, Subscription
from roadstead.advisories.subscription_events import Subscribed, SubscriptionLeft
from roadstead.advisories.subscriptions.actions.shape import Wanted
from roadstead.advisories.subscriptions.queries import subscribers
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer


@action
def confirm(*, wanted: Wanted, by: Viewer) -> Subscription:
    """Keep what the owner of an address confirmed by the link of a message; it takes the place of what was kept."""
    held = Subscription.objects.select_for_update().filter(email=wanted.email).first()
    return _keep(held, wanted, None, by)


@action
def keep_own(*, wanted: Wanted, by: Viewer) -> Subscription:
    """Keep what somebody with an account wants, whose address is known to be theirs. Raises PermissionDenied."""
    if by.user_id is None or by.token_id is not None:
        raise PermissionDenied(_("Sign in to keep a subscription of your own."))
    held = subscribers.of_person(by.user_id, wanted.email)
    if held is not None:
        Subscription.objects.filter(email=wanted.email).exclude(pk=held.pk).delete()
        held = Subscription.objects.select_for_update().get(pk=held.pk)
    return _keep(held, wanted, by.user_id, by)


@action
def leave(*, uid: UUID | None, how: str, by: Viewer) -> bool:
    """End a subscription and delete its address; whether there was one. Whoever holds its link may."""
    held = subscribers.by_uid(uid)
    if held is None:
        unchanged()
        return False
    record(SubscriptionLeft(how=how), subject=held, by=by)
    held.delete()
    return True


def _keep(held: Subscription | None, wanted: Wanted, person: int | None, by: Viewer) -> Subscription:
    now, again = clock.now(), held is not None
    if held is not None and _same(held, wanted, person):
        unchanged()
        return held
    start = {"confirmed_at": now, "changed_at": now}
    kept = held or Subscription.objects.get_or_create(email=wanted.email, defaults=start)[0]  # a button pressed twice
    kept.email, kept.face, kept.pace = wanted.email, wanted.face, wanted.pace
    kept.everywhere, kept.ships, kept.changed_at = not wanted.countries, list(wanted.ships), now
    kept.person_id = person or kept.person_id
    kept.save()
    SubscribedCountry.objects.filter(subscription=kept).delete()
    SubscribedCountry.objects.bulk_create([SubscribedCountry(subscription=kept, code=one) for one in wanted.countries])
    countries = list(wanted.countries)
    said = Subscribed(face=wanted.face, pace=wanted.pace, countries=countries, ships=len(wanted.ships), again=again)
    record(said, subject=kept, by=by)
    return kept


def _same(held: Subscription, wanted: Wanted, person: int | None) -> bool:
    mine = (held.email, held.face, held.pace, tuple(held.ships), tuple(subscribers.countries_of(held)))
    asked = (wanted.email, wanted.face, wanted.pace, wanted.ships, wanted.countries)
    return mine == asked and (person is None or held.person_id == person)
