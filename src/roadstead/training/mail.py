"""Messages to people without an account: plain text with the link that they were given."""

from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from roadstead.training.models import RequestLink


def send_link(link: RequestLink, at: str) -> None:
    """Send the link. Raises OSError where the message cannot be handed over."""
    words = {"name": link.name, "giver": link.given_by.name, "until": link.expires_at, "link": at}
    words |= {"country": link.country.name}
    subject, _, body = render_to_string("training/mail/link.txt", words).strip().partition("\n")
    EmailMessage(subject=" ".join(subject.split()), body=body.strip() + "\n", to=[link.email]).send()
