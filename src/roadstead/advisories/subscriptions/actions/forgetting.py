"""What is kept here of somebody whose account is closed goes with it."""

from roadstead.advisories.subscription_events import WebhookRemoved
from roadstead.advisories.subscriptions.actions.subscribing import leave
from roadstead.advisories.subscriptions.queries import subscribers
from roadstead.audit.actions import action, record, unchanged
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer


@action
def forget(*, person: int, email: str, by: Viewer) -> None:
    """Delete the subscription and the webhooks of a person. Raises PermissionDenied, NeedsElevation."""
    by.must(Permission.FORGET_PEOPLE)
    held = subscribers.of_person(person)
    for one in [*([held] if held else []), *subscribers.of_address(email)]:
        leave(uid=one.uid, how="account closed", by=by)
    for hook in subscribers.webhooks_of(person):
        record(WebhookRemoved(), subject=hook, by=by)  # without its address, which is the person’s
        hook.delete()
    unchanged()
