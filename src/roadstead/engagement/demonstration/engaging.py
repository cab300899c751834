"""The interactions of the demonstration, country by country; once for each."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.contacts import retire_contact
from roadstead.engagement.actions.inventing_dealings import invent_dealings
from roadstead.engagement.demonstration.dealings import Partners, dealings_of, key_of
from roadstead.engagement.models import Contact, Interaction, Position
from roadstead.registry.demonstration import SOURCE, bodies_there, lands, officers_of
from roadstead.registry.queries import portfolios
from roadstead.registry.queries.timezones import timezones_of

WHETHER = "whether the demonstration has made them already"
LEFT = 3  # people with whom the programme keeps in touch no longer, which the officer is told


def make_dealings(*, by: Viewer, liaison: Viewer, scale: int = 1, only: Collection[str] | None = None) -> int:
    """Make what is missing; how many interactions. Raises PermissionDenied where this person may not do so."""
    on, found = clock.today(), lands(only)
    there = Interaction.objects.for_the_system(WHETHER)
    done = set(there.filter(uid__in=[key_of(land.code, 0) for land in found]).values_list("uid", flat=True))
    left = [land for land in found if key_of(land.code, 0) not in done]
    officers = officers_of(left)
    if not left or not officers.people:
        return 0
    own = {line.country for line in portfolios.of_officer(liaison.user_id or 0, on)}
    bodies, count = bodies_there([land.code for land in left], by), 0
    for land in left:
        zone = next(iter(timezones_of(land.code)), "UTC")
        partners = Partners(_people(bodies.get(land.code, ()), by), bodies.get(land.code, ()))
        shown = land.code in own
        told: dict[str, Any] = {"scale": scale, "shown": shown, "zone": zone, "by": by}
        made = list(dealings_of(land, partners, officers, on, **told)) if partners.bodies else []
        invent_dealings(country=land.code, dealings=made, by=by)
        count += len(made)
    _part(sorted(own & {land.code for land in left}), by)
    return count


def _people(bodies: Sequence[int], by: Viewer) -> Sequence[tuple[Any, date, date | None, int]]:
    """Who had a part at some organisations, and from when until when."""
    known = Contact.objects.visible_to(by).filter(source=SOURCE, merged_into__isnull=True, forgotten_at__isnull=True)
    rows = Position.objects.visible_to(by).filter(organisation__in=bodies, contact__in=known.values("pk"))
    held = {one.pk: one for one in known.filter(pk__in=rows.values("contact"))}
    columns = rows.filter(valid_from__isnull=False).order_by("pk").values_list(
        "contact", "valid_from", "valid_until", "organisation"
    )  # fmt: skip
    return [(held[pk], since, until, body) for pk, since, until, body in columns if since]


def _part(countries: Sequence[str], by: Viewer) -> None:
    """Some left long ago; that nobody keeps in touch with them any more is told to who answers for the country."""
    parts = Position.objects.visible_to(by)
    now = parts.filter(valid_until__isnull=True)
    rows = Contact.objects.visible_to(by).filter(source=SOURCE, country__in=countries, retired_at__isnull=True)
    gone = rows.exclude(pk__in=now.values("contact")).filter(pk__in=parts.values("contact")).order_by("pk")
    for one in gone[:LEFT]:
        retire_contact(contact=one, retired=True, by=by)
