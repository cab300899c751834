"""What reciprocal visits leave open with a country, for whoever takes it over."""

from collections.abc import Collection, Iterator
from typing import Any

from django.utils.translation import gettext as _

from roadstead.common.access.viewer import Viewer
from roadstead.hosting.enums import AHEAD, State
from roadstead.hosting.naming import name_of
from roadstead.hosting.queries.requests import requests
from roadstead.registry.open_items import OpenItem, register


def under_way(countries: Collection[str], viewer: Viewer) -> Iterator[OpenItem]:
    """Requests that are neither closed nor ended."""
    rows: Any = requests(viewer).filter(country__in=countries, state__in=(*AHEAD, State.HOSTED))
    for one in rows.select_related("country").order_by("asked_at", "pk"):
        words = {"name": name_of(one), "state": one.get_state_display()}
        yield OpenItem(one.country_id, _("%(name)s: %(state)s.") % words, f"/desk/hosting/{one.pk}/")


register("hosting", under_way)
