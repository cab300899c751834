"""Messages to the ship's side: plain text, with the link that opens one question."""

from collections.abc import Mapping
from typing import Any

from django.core.mail import EmailMessage
from django.template.loader import render_to_string


def send(name: str, to: str, words: Mapping[str, Any]) -> None:
    """Send `arrivals/mail/<name>.txt`; its first line is the subject. Raises OSError where it cannot be handed over."""
    subject, _, body = render_to_string(f"arrivals/mail/{name}.txt", dict(words)).strip().partition("\n")
    EmailMessage(subject=" ".join(subject.split()), body=body.strip() + "\n", to=[to]).send()
