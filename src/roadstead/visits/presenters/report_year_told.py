"""What stands behind the numbers of a year, in words: for a page with links, and for paper."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.registry import queries as registry
from roadstead.visits.enums import VisitState
from roadstead.visits.presenters.shown import days, name_of
from roadstead.visits.queries.report_country_year import country_year, programme_year
from roadstead.visits.report.blocks import printable

SHORT = 60  # characters
Group = tuple[str, list[tuple[str, int]]]


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its address ("" for none), its words, and more lines below it."""

    words: str
    url: str = ""
    more: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Told:
    """A heading with its lines; nothing: what is said where there is none."""

    heading: str
    lines: list[Line]
    nothing: str

    @property
    def short(self) -> bool:
        """Whether it is a list of names, better read in columns."""
        return not any(one.more or len(one.words) > SHORT for one in self.lines)


def behind(year: int, on: date, code: str, viewer: Viewer) -> list[Told]:
    """Of a country: visits, what was put right, what is open. Of the programme: by country, and who is overdue."""
    return _country(year, on, code, viewer) if code else _programme(year, on, viewer)


def content(year: int, name: str, on: date, groups: list[Group], told: list[Told]) -> dict[str, Any]:
    """The same as plain data, for a PDF or a Word file."""
    title = (
        _("%(name)s: %(year)s") % {"name": name, "year": year}
        if name
        else _("The programme in %(year)s") % {"year": year}
    )
    counted = [
        {"heading": head, "blocks": [{"items": [[f"{word}: {n}"] for word, n in rows]}]} for head, rows in groups
    ]
    return {
        "lang": (get_language() or "en")[:2],
        "title": title,
        "standing": _("Annual summary, as it stood on %(on)s.") % {"on": on.isoformat()},
        "at": clock.now().isoformat(),
        "facts": [],
        "sections": counted + [{"heading": one.heading, "blocks": _blocks(one)} for one in told],
        "page": _("page"),
        "of": _("of"),
    }


def _blocks(told: Told) -> list[dict[str, Any]]:
    if not told.lines:
        return [{"text": told.nothing}]
    return [{"items": [[printable(one.words), *map(printable, one.more)] for one in told.lines]}]


def _country(year: int, on: date, code: str, viewer: Viewer) -> list[Told]:
    found = country_year(year, on, code, viewer)
    visits = [
        Line(
            f"{name_of(one)}, {days(one.first_on, one.last_on)}: {VisitState(one.state).label}",
            reverse("visits:workspace", args=[one.pk]),
            [line for line in found.summaries.get(one.pk, "").splitlines() if line.strip()],
        )
        for one in found.visits
    ]
    closed = [Line(one.text, _recommendation(one), _became(before, after)) for one, before, after in found.closed]
    still = [
        Line(
            _("%(text)s (%(owner)s, due %(on)s)") % {"text": one.text, "owner": one.owner, "on": one.due_on},
            _recommendation(one),
        )
        for one in found.open
    ]
    return [
        Told(_("The visits"), visits, _("No visit had its last day in this year.")),
        Told(_("What was put right"), closed, _("No recommendation was closed in this year.")),
        Told(_("What is open"), still, _("No recommendation was open.")),
    ]


def _programme(year: int, on: date, viewer: Viewer) -> list[Told]:
    found, names = programme_year(year, on, viewer), {one.code: one.name for one in registry.countries()}
    visited = [Line(f"{name}: {count}", _page(code, year)) for code, name, count in found.visited]
    late = sorted((names.get(code, code), code) for code in found.late)
    return [
        Told(_("Visits made, by country"), visited, _("No visit was made in this year.")),
        Told(
            _("Engagement overdue, without a reason"),
            [Line(name, _page(code, year)) for name, code in late],
            _("No country was."),
        ),
    ]


def _became(before: str, after: str) -> list[str]:
    said = [(_("Before: %(text)s"), before.strip()), (_("Now: %(text)s"), after.strip())]
    return [words % {"text": text} for words, text in said if text]


def _recommendation(one: Any) -> str:
    return reverse("visits:desk_recommendation", args=[one.pk])


def _page(code: str, year: int) -> str:
    return f"{reverse('visits:report_country_year', args=[code])}?year={year}"
