"""What training leaves open with a country, for whoever takes it over."""

from collections.abc import Collection, Iterator
from typing import Any

from django.utils.translation import gettext as _

from roadstead.common.access.viewer import Viewer
from roadstead.registry.open_items import OpenItem, register
from roadstead.training.enums import OPEN_REQUESTS
from roadstead.training.naming import name_of_request
from roadstead.training.queries.requests import requests


def asked(countries: Collection[str], viewer: Viewer) -> Iterator[OpenItem]:
    """Requests that are open."""
    rows: Any = requests(viewer).filter(country__in=countries, state__in=OPEN_REQUESTS)
    for one in rows.select_related("country").order_by("asked_at", "pk"):
        words = {"name": name_of_request(one), "state": one.get_state_display()}
        yield OpenItem(one.country_id, _("%(name)s: %(state)s.") % words, f"/desk/training/requests/{one.pk}/")


register("training_requests", asked)
