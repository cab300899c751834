"""Messages: what changed and what it means, as text and as HTML that fetches nothing."""

import hashlib
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from roadstead.advisories.models import Face, Subscription
from roadstead.advisories.subscriptions import fleets
from roadstead.advisories.subscriptions.presenters import telling
from roadstead.advisories.subscriptions.queries.changed import Changed, changed
from roadstead.advisories.subscriptions.queries.outbox import Group
from roadstead.advisories.subscriptions.queries.subscribers import countries_of
from roadstead.advisories.subscriptions.signing import leave_link

MOST_NAMES = 4  # countries in a subject


@dataclass(frozen=True, slots=True)
class Part:
    """One edition in a message."""

    title: str
    page: str
    citation: str
    lines: list[telling.Told]
    duties: tuple[tuple[str, str], ...]


def message(group: Group) -> EmailMultiAlternatives | None:
    """What one subscriber is told of some editions; None where nothing of them is left to tell."""
    one, said = group.subscription, []
    fleet = fleets.Touched() if Face(one.face) not in telling.SHIPS else fleets.of_person(one.person_id)
    wanted = None if one.everywhere else countries_of(one)
    for edition in group.editions:
        found = changed(edition)
        about = found.about(wanted) if found else None
        about = about.about(fleet.narrowed(about.countries)) if about is not None else None
        if about is not None and about.says_something:
            said.append(about)
    if not said:
        return None
    context = _context(one, said) | {"fleet": fleet.lines({code for about in said for code in about.countries})}
    built = EmailMultiAlternatives(
        subject=_subject(said),
        body=render_to_string("advisories/subscriptions/mail/message.txt", context).strip() + "\n",
        to=[one.email],
        headers=_headers(one, context["leave"], group.keys),
    )
    built.attach_alternative(render_to_string("advisories/subscriptions/mail/message.html", context), "text/html")
    return built


def _context(one: Subscription, said: list[Changed]) -> dict[str, Any]:
    face, ships = Face(one.face), [str(number) for number in one.ships]
    return {
        "parts": [_part(about, face, bool(ships)) for about in said],
        "ships": ", ".join(f"IMO {number}" for number in ships),
        "ship_count": len(ships),
        "check": _absolute("/check/"),
        "leave": _absolute(reverse("subscriptions:leave", args=[leave_link(one.uid)])),
        "change": _absolute(reverse("subscriptions:subscribe")),
    }


def _part(about: Changed, face: Face, ships: bool) -> Part:
    return Part(
        title=telling.title(about.ref),
        page=_absolute(reverse("advisories:edition", args=[about.ref.id])),
        citation=about.ref.citation,
        lines=telling.lines(about, face),
        duties=telling.duties(about, face, ships),
    )


def _subject(said: list[Changed]) -> str:
    names = sorted({line.country_name for about in said for line in about.lines})
    if not names:
        return _("Port security advisory: the wording changed")
    if len(names) > MOST_NAMES:
        words = {"number": len(names)}
        told = ngettext("%(number)s country changed", "%(number)s countries changed", len(names)) % words
        return _("Port security advisory: %(told)s") % {"told": told}
    return " ".join((_("Port security advisory: %(told)s") % {"told": ", ".join(names)}).split())


def _headers(one: Subscription, leave: str, keys: tuple[int, ...]) -> dict[str, str]:
    """RFC 8058, and a name of the message that is the same however often it is made."""
    digest = hashlib.sha256(f"{one.uid.hex}:{','.join(map(str, keys))}".encode()).hexdigest()[:32]
    host = settings.SITE_ADDRESS.rpartition("//")[2].partition(":")[0]
    return {
        "List-Unsubscribe": f"<{leave}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Message-ID": f"<{digest}@{host}>",
        "Auto-Submitted": "auto-generated",
    }


def _absolute(path: str) -> str:
    return f"{settings.SITE_ADDRESS}{path}"
