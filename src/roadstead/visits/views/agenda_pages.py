"""Reading an agenda: the page, its versions, and copies to take away."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from roadstead.visits.agenda import paper
from roadstead.visits.agenda_enums import Use
from roadstead.visits.forms.agenda_parties import AgreeForm
from roadstead.visits.presenters import agenda_files
from roadstead.visits.presenters.agenda import agenda_shown
from roadstead.visits.presenters.agenda_versions import compared
from roadstead.visits.queries import agenda as queries
from roadstead.visits.views.agenda_by_link import note_reading
from roadstead.visits.views.agenda_sitting import Sitting


def page(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """The agenda, to either side."""
    note_reading(sitting, Use.READ)
    return show(request, sitting)


def show(request: HttpRequest, sitting: Sitting, *, status: int = 200, **more: Any) -> HttpResponse:
    """The page, with what somebody typed and why it was not taken."""
    said = agenda_shown(
        sitting.visit, sitting.agenda, side=sitting.side, person=sitting.viewer.user_id, link=sitting.link
    )
    agree = AgreeForm(initial={"digest": said["digest"], "name": sitting.name})
    context = said | {"sitting": sitting, "agree_form": agree, "acts": bool(sitting.side) and not said["over"]} | more
    context["days"] = agenda_files.itinerary(sitting.visit, sitting.agenda)
    context["ways"] = agenda_files.ways(sitting.visit)
    return render(request, "visits/agenda/page.html", context, status=status)


def versions(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Every version; with ?a= and ?b=, what differs between two."""
    rows = queries.versions_of(sitting.agenda)
    known = {str(one.number): one for one in rows}
    after: Any = known.get(request.GET.get("b", ""), rows[0])
    before = known.get(request.GET.get("a", ""), known.get(str(after.number - 1)))
    context = {
        "sitting": sitting,
        "rows": rows,
        "before": before,
        "chosen": before.number if before else "",
        "after": after,
        "differences": compared(before, after),
        "numbers": [(str(one.number), _("Version %(number)s") % {"number": one.number}) for one in rows],
    }
    return render(request, "visits/agenda/versions.html", context)


def printed(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """The agenda for paper: no controls, both languages, lines to sign on."""
    note_reading(sitting, Use.TOOK)
    said = agenda_shown(sitting.visit, sitting.agenda, side=sitting.side, person=None)
    context = said | {"sitting": sitting, "days": agenda_files.itinerary(sitting.visit, sitting.agenda)}
    return render(request, "visits/agenda/print.html", context)


def pdf(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """The agenda as a tagged PDF in both languages."""
    note_reading(sitting, Use.TOOK)
    content = paper.make(agenda_files.content(sitting.visit, sitting.agenda))
    return _file(content, "application/pdf", sitting, "pdf")


def calendar(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """The agenda as a calendar; taken again, it replaces what was taken before."""
    note_reading(sitting, Use.TOOK)
    content = agenda_files.as_calendar(sitting.visit, sitting.agenda).encode()
    return _file(content, "text/calendar; charset=utf-8", sitting, "ics")


def _file(content: bytes, kind: str, sitting: Sitting, ending: str) -> HttpResponse:
    name = f"agenda-{sitting.visit.country_id}-v{sitting.agenda.version}.{ending}"
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
