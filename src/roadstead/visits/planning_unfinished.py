"""Which visits are open with some countries, for the list of a hand-over."""

from collections.abc import Collection, Iterator

from django.utils.translation import gettext as _

from roadstead.common.access.viewer import Viewer
from roadstead.registry.open_items import OpenItem
from roadstead.visits.enums import VisitState
from roadstead.visits.presenters.shown import days, name_of
from roadstead.visits.queries.rows import readable


def visits(countries: Collection[str], viewer: Viewer) -> Iterator[OpenItem]:
    """Visits that are neither reported nor cancelled."""
    rows = readable(viewer).filter(country__in=countries)
    for one in rows.exclude(state__in=[VisitState.REPORTED, VisitState.CANCELLED]).select_related("country"):
        words = {"name": name_of(one), "days": days(one.first_on, one.last_on), "state": VisitState(one.state).label}
        said = _("Visit “%(name)s” (%(days)s): %(state)s.") % words
        yield OpenItem(one.country_id, said, f"/desk/visits/{one.pk}/")
