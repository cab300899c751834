"""Messages to people, as plain text: nothing in them that a mail program fetches or runs."""

from collections.abc import Mapping
from typing import Any

from django.core.mail import EmailMessage
from django.template.loader import render_to_string


def send(name: str, to: str, words: Mapping[str, Any]) -> None:
    """Send `accounts/mail/<name>.txt`; its first line is the subject.

    Raises OSError (of which SMTPException is one) where the message cannot be handed over.
    """
    subject, _, body = render_to_string(f"accounts/mail/{name}.txt", dict(words)).strip().partition("\n")
    EmailMessage(subject=" ".join(subject.split()), body=body.strip() + "\n", to=[to]).send()
