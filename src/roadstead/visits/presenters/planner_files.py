"""The year of the planner as a table to take away, and as a calendar that updates itself when it is fetched again."""

from collections.abc import Iterator, Sequence

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.common.sheets import csv_answer
from roadstead.common.workbooks import xlsx_answer
from roadstead.visits.naming import name_of
from roadstead.visits.presenters.calendars import DAY, add_visit, answered
from roadstead.visits.queries.planner import Planned

WRITERS = {"csv": csv_answer, "xlsx": xlsx_answer}


def table(rows: Sequence[Planned], form: str, host: str) -> HttpResponse:
    """The year as `csv` or `xlsx`, the programme’s visits and others’. Raises Http404 for another form."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    columns = [_("country"), _("name"), _("region"), _("first day"), _("last day"), _("whose"), _("kind"), _("state")]
    columns += [_("lead"), _("what"), _("visits close to it"), _("lead is elsewhere"), _("address")]
    return WRITERS[form]("year-of-visits", columns, _cells(rows, host))


def calendar(rows: Sequence[Planned], host: str) -> HttpResponse:
    """The year as calendar entries (RFC 5545), each with the identifier that it keeps."""
    import vobject  # a third of a second that no page needs

    entry = vobject.iCalendar()
    entry.add("x-wr-calname").value = _("Visits")
    for one in rows:
        if one.visit is not None:
            add_visit(entry, one.visit, f"{host}{_page(one)}", one.country_name)
        elif one.other is not None:
            event = entry.add("vevent")
            event.add("uid").value = f"{one.other.uid}@roadstead"
            event.add("sequence").value = str(one.other.revision)
            event.add("dtstamp").value = one.other.told_at.replace(tzinfo=vobject.icalendar.utc)
            event.add("summary").value = f"{one.other.agency}: {one.country_name}"
            event.add("dtstart").value, event.add("dtend").value = one.first_on, one.last_on + DAY
            event.add("url").value = f"{host}{_page(one)}"
    return answered(entry, "visits.ics")


def _cells(rows: Sequence[Planned], host: str) -> Iterator[Sequence[object]]:
    for one in rows:
        visit, other = one.visit, one.other
        cells: list[object] = [one.country, one.country_name, one.region]
        cells += [one.first_on.isoformat(), one.last_on.isoformat()]
        if visit is not None:
            cells += [_("the programme"), visit.kind, visit.state, visit.lead.name, name_of(visit)]
        elif other is not None:
            cells += [other.agency, "", "", "", other.purpose]
        yield [*cells, one.close, _("yes") if one.clashes else _("no"), f"{host}{_page(one)}"]


def _page(one: Planned) -> str:
    if one.visit is not None:
        return reverse("visits:workspace", args=[one.visit.pk])
    return reverse("visits:other", args=[one.other.pk if one.other else 0])
