"""Webhooks: made, given a new secret, taken into use again, removed; and put out of use when they keep failing."""

from collections.abc import Collection

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.accounts.actions.notices import notify
from roadstead.advisories.models import OPEN, Delivery, Sending, Webhook
from roadstead.advisories.subscription_events import WebhookDisabled, WebhookKept, WebhookRemoved
from roadstead.advisories.subscriptions.actions.shape import SubscriptionError, countries_of
from roadstead.advisories.subscriptions.actions.working import MOST_ATTEMPTS
from roadstead.advisories.subscriptions.destinations import DestinationError, checked
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

MOST_WEBHOOKS = 10  # of one person


@action
def make_webhook(*, address: str, countries: Collection[str], by: Viewer) -> Webhook:
    """Make a webhook of one's own. Raises PermissionDenied; SubscriptionError."""
    by.must(Permission.MAKE_TOKENS)
    if by.user_id is None or by.token_id is not None:
        raise PermissionDenied(_("A webhook is made by a person who is signed in."))
    try:
        checked(address)
    except DestinationError as error:
        raise SubscriptionError(str(error), "address") from error
    codes = countries_of(countries)
    if Webhook.objects.filter(owner=by.user_id).count() >= MOST_WEBHOOKS:
        raise SubscriptionError(_("You have %(most)s webhooks already. Remove one first.") % {"most": MOST_WEBHOOKS})
    made = Webhook.objects.create(
        owner_id=by.user_id,
        address=address.strip(),
        everywhere=not codes,
        countries=list(codes),
        made_at=clock.now(),
    )
    record(WebhookKept(did="made", address=made.address), subject=made, by=by)
    return made


@action
def renew_secret(*, webhook: Webhook, by: Viewer) -> Webhook:
    """Give a webhook another secret; the old one is worthless at once. Raises PermissionDenied."""
    held = _hold(webhook, by)
    held.generation += 1
    held.save(update_fields=["generation"])
    record(WebhookKept(did="secret", address=held.address), subject=held, by=by)
    return held


@action
def resume(*, webhook: Webhook, by: Viewer) -> Webhook:
    """Take a webhook into use again, from the next edition on. Raises PermissionDenied."""
    held = _hold(webhook, by)
    if held.disabled_at is None:
        unchanged()
        return held
    held.disabled_at, held.disabled_why, held.failures = None, "", 0
    held.save(update_fields=["disabled_at", "disabled_why", "failures"])
    record(WebhookKept(did="resumed", address=held.address), subject=held, by=by)
    return held


@action
def remove_webhook(*, webhook: Webhook, by: Viewer) -> None:
    """Remove a webhook and what is known of its deliveries. Raises PermissionDenied."""
    held = _hold(webhook, by)
    record(WebhookRemoved(address=held.address), subject=held, by=by)
    held.delete()


@action
def note_answer(*, delivery: Delivery, code: int | None, why: str, gone: bool, by: Viewer) -> None:
    """Note how a call ended; a webhook that fails as often in a row as a delivery is tried is put out of use."""
    by.must(Permission.PUBLISH_EDITIONS)
    Delivery.objects.filter(pk=delivery.pk).update(code=code)
    held = Webhook.objects.select_for_update(of=("self",)).select_related("owner").get(pk=delivery.webhook_id)
    held.failures = held.failures + 1 if why else 0
    if not why or held.disabled_at is not None or (held.failures < MOST_ATTEMPTS and not gone):
        held.save(update_fields=["failures"])
        unchanged()
        return
    held.disabled_at, held.disabled_why = clock.now(), why
    held.save(update_fields=["failures", "disabled_at", "disabled_why"])
    ended = {"state": Sending.GIVEN_UP, "done_at": clock.now(), "claim": None, "reason": why}
    Delivery.objects.filter(webhook=held, state__in=OPEN).update(**ended)
    words = {"address": held.address, "why": why}
    told = _("Your webhook %(address)s is out of use: %(why)s Mend it, then take it into use again.") % words
    notify(held.owner, told, reverse("subscriptions:webhooks"), by_mail=True)
    record(WebhookDisabled(failures=held.failures), subject=held, by=by)


def _hold(webhook: Webhook, by: Viewer) -> Webhook:
    """One's own webhook, held until the action ends. Raises PermissionDenied."""
    held = Webhook.objects.select_for_update().get(pk=webhook.pk)
    if by.user_id != held.owner_id or by.token_id is not None:
        raise PermissionDenied(_("A webhook is kept by its owner."))
    return held
