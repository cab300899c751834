"""What was said and promised with a country on some days, for whoever writes about these days."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.interaction_enums import InteractionState
from roadstead.engagement.models import Commitment, Interaction
from roadstead.engagement.models.promises import OPEN
from roadstead.engagement.queries.interactions import about, readable_interactions


def complete_on(country: str, first: date, last: date, viewer: Viewer) -> list[Interaction]:
    """Complete interactions that concern a country, of these days, the first first; with the States of their marks."""
    rows = readable_interactions(viewer).filter(about(country), held_on__gte=first, held_on__lte=last)
    rows = rows.filter(state=InteractionState.COMPLETE).prefetch_related("states")
    return list(rows.order_by("held_on", "held_at", "pk"))


def promises_among(interactions: Iterable[Interaction]) -> list[Commitment]:
    """The promises of interactions that were read for a viewer, by due date."""
    return list(Commitment.objects.filter(interaction__in=[one.pk for one in interactions]).stated())


def promises_before(country: str, day: date, viewer: Viewer, *, host: bool) -> list[Commitment]:
    """Promises made before a day, and open then. Nothing restricted; for the host, only what its State was given."""
    rows = readable_interactions(viewer).filter(about(country), held_on__lt=day)
    rows = rows.filter(state=InteractionState.COMPLETE).exclude(mark=Mark.RESTRICTED)
    if host:
        rows = rows.filter(Q(mark=Mark.PARTNER, states=country) | Q(mark=Mark.PUBLIC))
    ended_later = OPEN | Q(kept_on__gte=day) | Q(dropped_on__gte=day)
    found = Commitment.objects.filter(ended_later, interaction__in=rows.order_by().values("pk"))
    return list(found.stated())
