"""Words to people about what happened. Told inside of an action; reading one is no act that needs an event."""

from roadstead.accounts.models import Notification, User
from roadstead.common import clock


def notify(person: User, text: str, url: str = "") -> None:
    """Tell a person something, with the page where to look."""
    Notification.objects.create(person=person, text=text[:300], url=url, at=clock.now())


def mark_read(person: User) -> int:
    """A person has seen what there is; how many words were new."""
    return Notification.objects.filter(person=person, read_at__isnull=True).update(read_at=clock.now())
