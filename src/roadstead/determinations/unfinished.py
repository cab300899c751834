"""What cases leave open with a country, for whoever takes it over."""

from collections.abc import Collection, Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.determinations.queries.cases import readable
from roadstead.determinations.queries.clocks import clocks, live
from roadstead.registry.open_items import OpenItem, register


def waiting(countries: Collection[str], viewer: Viewer) -> Iterator[OpenItem]:
    """Cases that are neither published nor dropped, with the day on which a government’s days have run."""
    found = list(live(readable(viewer)).filter(country__in=countries).order_by("opened_at", "pk"))
    standings = clocks(found, clock.today())
    for one in found:
        words = {"title": one.title, "state": one.get_state_display()}
        said = _("Case “%(title)s”: %(state)s.") % words
        standing = standings[one.pk]
        if standing is not None and standing.paused:
            said = _("%(case)s Its clock stands still.") % {"case": said}
        elif standing is not None and standing.first_day:
            day = date_format(standing.first_day, "j F Y")
            said = _("%(case)s Its days have run by %(day)s.") % {"case": said, "day": day}
        yield OpenItem(one.country_id, said, f"/desk/cases/{one.pk}/")


register("cases", waiting)
