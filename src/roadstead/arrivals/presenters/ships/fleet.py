"""The fleet: each ship with its next arrival, and the people of its company."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.accounts import readers
from roadstead.arrivals.models import Arrival, Ship
from roadstead.arrivals.queries.arrivals import JUST_IN, readable
from roadstead.arrivals.queries.fleets import companies, ships
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer


def page() -> str:
    """The address of the fleet."""
    return reverse("ships:fleet")


def context(viewer: Viewer) -> dict[str, Any]:
    """What the template wants, but for the form."""
    held, own = list(ships(viewer)), companies(viewer)
    return {
        "lines": with_arrivals(held, viewer),
        "companies": own,
        "colleagues": [one for one in readers.operators_of(own).order_by("name", "pk") if one.pk != viewer.user_id],
        "crumbs": [(_("Ships"), "/ships/")],
    }


def with_arrivals(held: list[Ship], viewer: Viewer) -> list[tuple[Ship, Arrival | None]]:
    """Each ship with the arrival that it is expected for next. One query."""
    numbers = [one.imo for one in held]
    rows = readable(viewer).filter(imo__in=numbers, eta__gte=clock.now() - JUST_IN).order_by("-eta", "-pk")
    found = {one.imo: one for one in rows}
    return [(one, found.get(one.imo)) for one in held]
