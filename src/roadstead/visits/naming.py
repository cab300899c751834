"""What a visit is called, and its days in words."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from roadstead.visits.enums import VisitKind
from roadstead.visits.models import Visit


def name_of(visit: Visit) -> str:
    """What a visit is called: its title, or country and kind."""
    kind = VisitKind(visit.kind).label
    return visit.title or _("%(country)s: %(kind)s") % {"country": visit.country.name, "kind": kind}


def days(first_on: date | None, last_on: date | None) -> str:
    """The days of a visit in words: “3 to 7 May 2027”, “30 May to 2 June 2027”; “no days yet”."""
    if first_on is None or last_on is None:
        return _("no days yet")
    end = date_format(last_on, "j F Y")
    if first_on == last_on:
        return end
    form = "j" if (first_on.year, first_on.month) == (last_on.year, last_on.month) else "j F"
    form = form if first_on.year == last_on.year else "j F Y"
    return _("%(first)s to %(last)s") % {"first": date_format(first_on, form), "last": end}
