"""Reading an agenda: the page, its versions, and copies to take away."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from roadstead.visits.agenda import paper
from roadstead.visits.agenda_enums import Side, Use
from roadstead.visits.forms.agenda_parties import AgreeForm
from roadstead.visits.presenters import agenda_files
from roadstead.visits.presenters.agenda import agenda_shown
from roadstead.visits.presenters.agenda_calendar import as_calendar
from roadstead.visits.presenters.agenda_itinerary import itinerary, ways
from roadstead.visits.presenters.agenda_versions import compared
from roadstead.visits.queries import agenda as queries
from roadstead.visits.views.agenda_by_link import note_reading
from roadstead.visits.views.agenda_sitting import Sitting
from roadstead.visits.views.agenda_speaking import context, spoken


def page(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """The agenda, to either side."""
    note_reading(sitting, Use.READ)
    return show(request, sitting)


def show(request: HttpRequest, sitting: Sitting, *, status: int = 200, **more: Any) -> HttpResponse:
    """The page, with what somebody typed and why it was not taken."""
    whose = {"side": sitting.side, "person": sitting.viewer.user_id, "link": sitting.link}
    shown = agenda_shown(sitting.visit, sitting.agenda, sitting.of_agenda, **whose)
    agree = spoken(AgreeForm(initial={"digest": shown["digest"], "name": sitting.name}), sitting)
    may_act = bool(sitting.side) and not shown["over"]
    acts = may_act and (not shown["all_agreed"] or bool(request.GET.get("change")))
    days = itinerary(sitting.visit, sitting.agenda, sitting.of_agenda)
    shown |= {"agree_form": agree, "may_act": may_act, "acts": acts, "days": days, "ways": ways(sitting.visit)}
    shown["misfits"] = sum(len(one["misfits"]) for one in days)
    return render(request, "visits/agenda/page.html", context(sitting) | shown | more, status=status)


def versions(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Every version; with ?a= and ?b=, what differs between two."""
    rows = queries.versions_of(sitting.agenda)
    known = {str(one.number): one for one in rows}
    after: Any = known.get(request.GET.get("b", ""), rows[0])
    before = known.get(request.GET.get("a", ""), known.get(str(after.number - 1)))
    words = sitting.words
    shown = {
        "rows": [(one, words[Side(one.side).value]) for one in rows],
        "before": before,
        "chosen": before.number if before else "",
        "after": after,
        "differences": compared(before, after, words),
        "numbers": [(str(one.number), f"{words['version']} {one.number}") for one in rows],
    }
    return render(request, "visits/agenda/versions.html", context(sitting) | shown)


def printed(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """The agenda for paper: no controls, both languages, lines to sign on."""
    note_reading(sitting, Use.TOOK)
    words = sitting.of_agenda
    shown = agenda_shown(sitting.visit, sitting.agenda, words, side=sitting.side, person=None)
    shown |= {"days": itinerary(sitting.visit, sitting.agenda, words), "ways": ways(sitting.visit), "said": words}
    return render(request, "visits/agenda/print.html", context(sitting) | shown)


def pdf(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """The agenda as a tagged PDF in both languages."""
    note_reading(sitting, Use.TOOK)
    content = paper.make(agenda_files.content(sitting.visit, sitting.agenda))
    return _file(content, "application/pdf", sitting, "pdf")


def calendar(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """The agenda as a calendar; taken again, it replaces what was taken before."""
    note_reading(sitting, Use.TOOK)
    content = as_calendar(sitting.visit, sitting.agenda).encode()
    return _file(content, "text/calendar; charset=utf-8", sitting, "ics")


def _file(content: bytes, kind: str, sitting: Sitting, ending: str) -> HttpResponse:
    name = f"agenda-{sitting.visit.country_id}-v{sitting.agenda.version}.{ending}"
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
