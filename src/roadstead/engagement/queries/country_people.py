"""Who is in office for a country: its own people, and whoever has a part at organisations that are there for it."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from roadstead.common.access.viewer import Viewer
from roadstead.engagement.models import Contact, Position
from roadstead.engagement.queries.positions import InOffice, _read, on_day


def people_for(country: str, organisations: Collection[int], viewer: Viewer, on: date) -> list[InOffice]:
    """Who has a part on a day at some organisations, or anywhere while being of a country; five queries at most.

    Who is not kept in touch with is left out.
    """
    kept = Contact.objects.visible_to(viewer).filter(retired_at__isnull=True)
    theirs = Q(contact__in=kept.filter(country=country).values("pk")) | Q(organisation__in=organisations)
    return [
        one
        for one in _read(Position.objects.filter(on_day(on), theirs).stated(), viewer)
        if one.contact.retired_at is None
    ]
