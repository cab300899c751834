"""Messages to who holds a link: plain text, without the link unless it is the message that gives it."""

from collections.abc import Mapping
from typing import Any

from django.core.mail import EmailMessage
from django.template.loader import render_to_string


def send(name: str, to: str, words: Mapping[str, Any]) -> None:
    """Send `visits/mail/<name>.txt`; its first line is the subject. Raises OSError where it cannot be handed over."""
    subject, _, body = render_to_string(f"visits/mail/{name}.txt", dict(words)).strip().partition("\n")
    EmailMessage(subject=" ".join(subject.split()), body=body.strip() + "\n", to=[to]).send()
