"""Who is in office for a country: at organisations that are there for it, and elsewhere as somebody of that country."""

from collections.abc import Collection
from datetime import date

from roadstead.common.access.viewer import Viewer
from roadstead.engagement.models import Contact, Position
from roadstead.engagement.queries.positions import InOffice, on_day, read_parts

ORDER = ("-valid_from", "-pk")


def people_for(
    country: str, organisations: Collection[int], viewer: Viewer, on: date, *, besides: Collection[int], most: int
) -> list[InOffice]:
    """Who has a part on a day at some organisations, then others of the country elsewhere; six queries at most.

    besides: organisations whose people are left out; most: how many there are elsewhere at most, and one more where
    there are more. Who is not kept in touch with is left out.
    """
    parts = Position.objects.filter(on_day(on)).stated().order_by(*ORDER)
    kept = Contact.objects.visible_to(viewer).filter(retired_at__isnull=True, merged_into__isnull=True)
    elsewhere = parts.filter(contact__in=kept.filter(country=country).values("pk"))
    elsewhere = elsewhere.exclude(organisation__in=[*organisations, *besides])
    here = parts.filter(organisation__in=organisations)
    found = read_parts([*here, *elsewhere[: most + 1]], viewer)
    return [one for one in found if one.contact.retired_at is None]
