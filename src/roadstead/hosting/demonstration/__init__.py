"""Reciprocal visits of the demonstration: twenty years of them, and one in every state; all invented, made once."""

from collections.abc import Collection, Mapping

from django.db import transaction

from roadstead.common.access.viewer import Viewer
from roadstead.hosting.demonstration.past import enter_history
from roadstead.hosting.demonstration.scenes import SCENES, play
from roadstead.hosting.demonstration.units import keep_units
from roadstead.hosting.demonstration.words import there_already
from roadstead.registry.demonstration import lands
from roadstead.registry.queries import zones_by_port


def make(
    *, by: Viewer, partners: Mapping[str, Viewer], embassies: Mapping[str, Viewer], only: Collection[str] | None = None
) -> None:
    """Make what is missing. by: who hosts; partners, embassies: who asks, by country. Raises PermissionDenied."""
    found = lands(only)
    if not found or there_already() or not zones_by_port():  # without ports in zones nobody can be hosted
        return
    with transaction.atomic():  # a start that is stopped leaves nothing half made
        keep_units(by)
        enter_history(found, by)
        codes = {one.code for one in found}
        for country, scene in SCENES.items():
            if country in codes:
                play(scene, country, by, partners.get(country), embassies.get(country))
