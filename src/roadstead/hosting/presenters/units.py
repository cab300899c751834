"""Host units as pages show them, and as a file."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.hosting import topics
from roadstead.hosting.enums import OfferState
from roadstead.hosting.models import HostUnit
from roadstead.hosting.naming import name_of
from roadstead.hosting.presenters.lists import writer
from roadstead.hosting.queries.units import busy_of, coming_to, every_unit, loads, units


def listed(viewer: Viewer, *, every: bool = False) -> dict[str, Any]:
    """The units with their load; four queries. every: those that host no more too."""
    today = clock.today()
    rows = list(every_unit(viewer) if every else units(viewer))
    load = loads([one.pk for one in rows], today, viewer)
    return {
        "lines": [
            (one, topics.labels(one.shows), load[one.pk].lately, load[one.pk].by_year[today.year]) for one in rows
        ],
        "year": today.year,
        "every": every,
    }


def file(viewer: Viewer, form: str) -> HttpResponse:
    """The same as `csv` or `xlsx`. Raises Http404 for another form."""
    columns = [_("number"), _("name"), _("zone"), _("people at most"), _("delegations a year"), _("shows")]
    columns += [_("hosted in two years"), _("this year")]
    rows = [
        [one.pk, one.name, one.zone_id, one.places, one.a_year, "; ".join(shows), lately, now]
        for one, shows, lately, now in listed(viewer)["lines"]
    ]
    return writer(form)("host-units", columns, rows)


def page(held: HostUnit, viewer: Viewer) -> dict[str, Any]:
    """One unit: what it shows, its calendar, whom it hosts."""
    load = loads([held.pk], clock.today(), viewer)[held.pk]
    return {
        "unit": held,
        "shows": topics.labels(held.shows),
        "busy": busy_of(held),
        "hosting": [
            (one, name_of(request), request, OfferState(one.state).label) for one, request in coming_to(held, viewer)
        ],
        "lately": load.lately,
        "today": clock.today(),
    }
