"""The message by which the owner of an address confirms it. Nothing of it is kept before: the link holds all of it."""

import hashlib
from datetime import timedelta

from django.conf import settings
from django.core.cache import caches
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.advisories.subscriptions.actions.shape import Wanted
from roadstead.advisories.subscriptions.signing import confirm_link
from roadstead.core.country import country_name

MOST_A_DAY = 3  # messages to one address, however many clients ask for them
A_DAY = int(timedelta(days=1).total_seconds())


def ask(wanted: Wanted) -> bool:
    """Send the message, known or not known alike; False where the address was asked often enough today.

    Raises OSError (of which SMTPException is one) where the message cannot be handed over.
    """
    if not _room(wanted.email):
        return False
    link = reverse("subscriptions:confirm", args=[confirm_link(wanted.packed())])
    words = {"told": in_words(wanted), "link": f"{settings.SITE_ADDRESS}{link}"}
    text = render_to_string("advisories/subscriptions/mail/confirm.txt", words)
    subject, _newline, body = text.strip().partition("\n")
    EmailMessage(subject=" ".join(subject.split()), body=body.strip() + "\n", to=[wanted.email]).send()
    return True


def in_words(wanted: Wanted) -> str:
    """What somebody wants to be told of, in a few lines."""
    names = ", ".join(country_name(code) for code in wanted.countries)
    told = [
        _("Countries: %(names)s") % {"names": names or _("every country")},
        _("You are: %(face)s") % {"face": wanted.face.label},
        _("When: %(pace)s") % {"pace": wanted.pace.label},
    ]
    if wanted.ships:
        told.append(_("Ships: %(ships)s") % {"ships": ", ".join(f"IMO {one}" for one in wanted.ships)})
    return "\n".join(told)


def _room(email: str) -> bool:
    """Whether the address may be written to again today. Its digest alone is remembered."""
    cache, key = caches["default"], _key(email)
    cache.add(key, 0, A_DAY)
    try:
        return int(cache.incr(key)) <= MOST_A_DAY
    except ValueError:  # it was pushed out in between
        return True


def _key(email: str) -> str:
    return f"subscribe:{hashlib.sha256(f'{settings.SECRET_KEY}:{email}'.encode()).hexdigest()}"
