"""Whether training helps, as pages and files show it: counts, shares with their intervals, and what they do not say."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from roadstead.common.access.viewer import Viewer
from roadstead.core.proportion import Share
from roadstead.core.recurrence import Outcome
from roadstead.registry import queries as registry
from roadstead.registry.queries.facilities import facilities_by_key
from roadstead.training.catalogue import title_of
from roadstead.training.presenters.lists import writer
from roadstead.training.queries import effect
from roadstead.training.queries.effect import Compared
from roadstead.visits.isps import elements

WAYS = {"element": effect.by_element, "country": effect.by_country, "course": effect.by_course}


@dataclass(frozen=True, slots=True)
class Line:
    """A comparison with its name and, where there is one, its page."""

    name: str
    href: str
    one: Compared


@dataclass(frozen=True, slots=True)
class Case:
    """One shortfall with what followed it: the courses, and what the next look found."""

    outcome: Outcome
    element: str
    facility: str
    courses: str
    tone: str


def context(request: HttpRequest, viewer: Viewer) -> dict[str, Any]:
    """The page: all together, and by element, country or course as the address says."""
    way = request.GET.get("by", "")
    chosen = way if way in WAYS else "element"
    found = effect.outcomes(viewer)
    return {
        "by": chosen,
        "ways": [("element", _("By element")), ("country", _("By country")), ("course", _("By course"))],
        "all": effect.together(found),
        "lines": lines(chosen, found),
        "cases": len(found),
    }


def lines(way: str, found: Sequence[Outcome]) -> list[Line]:
    """What is compared, with names; the most cases first."""
    compared = WAYS[way](found)
    names = _names(way, [one.key for one in compared])
    made = [Line(names[one.key], _href(way, one.key), one) for one in compared]
    return sorted(made, key=lambda line: (-(line.one.taught.of + line.one.waiting), line.name))


def file(request: HttpRequest, viewer: Viewer, form: str) -> HttpResponse:
    """The same as `csv` or `xlsx`. Raises Http404 for another form."""
    write = writer(form)
    way = request.GET.get("by", "")
    chosen = way if way in WAYS else "element"
    columns = [
        _("code"),
        _("name"),
        _("with training: looked at again"),
        _("came back"),
        _("share"),
        _("low"),
        _("high"),
    ]
    columns += [_("with training: not looked at since"), _("without training: looked at again"), _("came back")]
    columns += [_("share"), _("low"), _("high")]
    rows = [_row(line) for line in lines(chosen, effect.outcomes(viewer))]
    return write(f"training-effect-by-{chosen}", columns, rows)


def cases(found: Sequence[Outcome], viewer: Viewer, *, taught: bool = True) -> list[Case]:
    """The single cases that training followed, or did not, the latest first; one query."""
    known, mine = elements(), [one for one in found if bool(one.taught) is taught]
    named = facilities_by_key({one.lack.facility for one in mine if one.lack.facility}, viewer)
    tones = {"yes": "alarm", "no": "good", "unknown": "ask"}
    return [
        Case(
            one,
            known[one.lack.element].label if one.lack.element in known else one.lack.element,
            named[one.lack.facility].name if one.lack.facility in named else "",
            ", ".join(dict.fromkeys(title_of(had.course) for had in one.taught)),
            tones[one.recurred.value],
        )
        for one in sorted(mine, key=lambda one: (one.lack.on, one.lack.key), reverse=True)
    ]


def _names(way: str, keys: Sequence[str]) -> dict[str, str]:
    if way == "course":
        return {key: title_of(key) for key in keys}
    if way == "country":
        named = {one.code: one.name for one in registry.countries()}
        return {key: named.get(key, key) for key in keys}
    known = elements()
    return {key: known[key].label if key in known else key for key in keys}


def _href(way: str, key: str) -> str:
    if way == "course":
        return f"/training/courses/{key}/"
    return f"/desk/training/effect/{key}/" if way == "country" else ""


def _row(line: Line) -> list[Any]:
    taught, untaught = line.one.taught, line.one.untaught
    return [
        line.one.key,
        line.name,
        *_numbers(taught),
        line.one.waiting,
        *_numbers(untaught),
    ]


def _numbers(one: Share) -> list[Any]:
    bounds = ["" if value is None else round(value, 4) for value in (one.share, one.low, one.high)]
    return [one.of, one.hits, *bounds]
