"""Words to people about what happened. Told inside of an action; reading one is no act that needs an event."""

from django.db import transaction

from roadstead.accounts import mail
from roadstead.accounts.models import Notification, User
from roadstead.common import clock

LONGEST = 300  # characters


def notify(person: User, text: str, url: str = "", *, by_mail: bool = False) -> None:
    """Tell a person something, with the page where to look; with `by_mail` a message goes out, too.

    The message leaves once the action has held; a mail server that fails undoes nothing.
    """
    said = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    Notification.objects.create(person=person, text=said, url=url, at=clock.now())
    if by_mail and person.is_active:
        transaction.on_commit(
            lambda: mail.send("notice", person.email, {"name": person.name, "text": said}), robust=True
        )


def mark_read(person: User) -> int:
    """A person has seen what there is; how many words were new."""
    return Notification.objects.filter(person=person, read_at__isnull=True).update(read_at=clock.now())
