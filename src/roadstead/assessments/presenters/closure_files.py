"""Road maps as files, and the list of countries with shortfalls that remain."""

from collections import defaultdict
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from roadstead.assessments.presenters.closure import Line, lines, road_map
from roadstead.assessments.presenters.country_lists import writer
from roadstead.assessments.queries.closures import closed_counts, rooms
from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.registry.presenters.headings import headings

COUNTS = ("remain", "waiting", "disputed", "late", "without_plan", "closed")


def columns() -> dict[str, Any]:
    """The columns of the list of countries."""
    return {
        "country": _("Country"),
        "remain": _("Remain"),
        "waiting": _("Wait for us"),
        "disputed": _("Disputed"),
        "late": _("Past their day"),
        "without_plan": _("Without a plan"),
        "closed": _("Closed"),
    }


def by_country(viewer: Viewer, sort: str, text: str = "") -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Every country with a shared shortfall and its counts, in the order asked for; and the headings.

    text: what stands in the name of the countries, "" for all.
    """
    known = columns()
    asked = sort if sort.removeprefix("-") in known else "-remain"
    left: dict[str, list[Line]] = defaultdict(list)
    for one in lines(rooms(viewer, remaining=True), viewer):
        left[one.shown.country_code].append(one)
    rows = [
        {"country": name, "code": code, **road_map(left[code]), "closed": closed}
        for code, name, closed in closed_counts(viewer)
        if fold(text) in fold(name)
    ]
    key, down = asked.removeprefix("-"), asked.startswith("-")
    rows.sort(key=lambda one: one[key], reverse=down)
    return rows, headings(known, asked, {"q": text}, down_first=set(COUNTS))


def countries_file(viewer: Viewer, form: str) -> HttpResponse:
    """The list of countries as `csv` or `xlsx`. Raises Http404 for another form."""
    write, (rows, _headings) = writer(form), by_country(viewer, "country")
    said = [[one["code"], one["country"], *(one[name] for name in COUNTS)] for one in rows]
    known = columns()
    return write("closure", [_("code"), known["country"], *(known[name] for name in COUNTS)], said)


def road_map_file(found: list[Line], form: str, name: str) -> HttpResponse:
    """A road map as `csv` or `xlsx`. Raises Http404 for another form."""
    write = writer(form)
    heads = [_("shortfall"), _("country"), _("place"), _("element"), _("ISPS reference"), _("what was observed")]
    heads += [_("state"), _("remains"), _("evidence that closes it"), _("plan"), _("pieces of evidence"), _("disputed")]
    return write(name, heads, [_row(one) for one in found])


def _row(one: Line) -> list[Any]:
    plan = "; ".join(
        " ".join(part for part in (step.text, step.owner, step.due_on.isoformat() if step.due_on else "") if part)
        for step in one.steps
        if not step.dropped_why
    )
    shown, wanted = one.shown, one.wanted or " ".join(one.asked)
    about = [shown.pk, shown.country_code, one.place, one.room.observation.element, shown.reference, shown.text]
    said = [_("yes") if value else _("no") for value in (one.remains, one.disputed)]
    return [*about, one.state_word, said[0], wanted, plan, one.evidence, said[1]]
