"""What self-assessments leave open with a country, for whoever takes it over."""

from collections.abc import Collection, Iterator

from django.utils.translation import gettext as _

from roadstead.assessments.enums import State
from roadstead.assessments.naming import name_of
from roadstead.assessments.queries.rows import self_assessments
from roadstead.common.access.viewer import Viewer
from roadstead.registry.open_items import OpenItem, register


def waiting(countries: Collection[str], viewer: Viewer) -> Iterator[OpenItem]:
    """Self-assessments that wait for an officer, and those that went back with questions."""
    rows = self_assessments(viewer).filter(country__in=countries, state__in=(State.SUBMITTED, State.QUESTIONED))
    for one in rows.select_related("country").order_by("submitted_at", "pk"):
        said = _("%(name)s: submitted, waits for review.")
        if one.state == State.QUESTIONED:
            said = _("%(name)s: went back with questions.")
        yield OpenItem(one.country_id, said % {"name": name_of(one)}, f"/desk/self-assessments/{one.pk}/")


register("self_assessments", waiting)
