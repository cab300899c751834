"""The message that gives a link to ask by: plain text."""

from typing import Any

from django.core.mail import EmailMessage
from django.template.loader import render_to_string


def send_link(link: Any, at: str) -> None:
    """Send it; the first line of the template is the subject. Raises OSError where it cannot be handed over."""
    body = render_to_string("hosting/mail/link.txt", {"link": link, "at": at}).strip()
    subject, _, text = body.partition("\n")
    EmailMessage(subject=" ".join(subject.split()), body=text.strip() + "\n", to=[link.email]).send()
