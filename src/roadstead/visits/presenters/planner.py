"""The planner: a year of visits as rows, each with a bar over its twelve months, by officer, region or country."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.dates import MONTHS_3
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.registry.presenters.headings import query_of
from roadstead.visits.enums import VisitKind, VisitState
from roadstead.visits.presenters.shown import OtherShown, VisitShown, other_shown, shown
from roadstead.visits.queries.planner import Planned, undated, year_of

YEARS = range(2004, 2101)  # the programme began in 2004
GROUPS = {
    "officer": gettext_lazy("Lead"),
    "region": gettext_lazy("Region"),
    "country": gettext_lazy("Country"),
    "none": gettext_lazy("Not grouped"),
}
OTHERS = "others"
KINDS = [*VisitKind.choices, (OTHERS, gettext_lazy("of embassies and agencies"))]
THINNEST = 0.12  # of a month, so that one day can be seen


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: a visit, or one of others, and where its bar begins and how long it is, in months."""

    visit: VisitShown | None
    other: OtherShown | None
    country: str
    country_name: str
    days: str
    close: int
    clashes: bool
    x: str
    width: str
    tone: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the year; an empty field asks nothing. close: what lies close, or whose lead is elsewhere."""

    year: int
    group: str = "officer"
    text: str = ""
    region: str = ""
    lead: str = ""
    kind: str = ""
    state: str = ""
    close: str = ""


def read(query: QueryDict) -> Asked:
    """What the address asks; what it cannot ask is left out."""
    lead, group = query.get("lead", ""), query.get("group", "")
    return Asked(
        year=_year(query.get("year", "")),
        group=group if group in GROUPS else "officer",
        text=query.get("q", "").replace("\0", "").strip()[:100],
        region=query.get("region", "").replace("\0", "")[:100],
        lead=lead if lead.isascii() and lead.isdigit() and len(lead) < 10 else "",
        kind=query.get("kind", "") if query.get("kind", "") in dict(KINDS) else "",
        state=query.get("state", "") if query.get("state", "") in VisitState.values else "",
        close="yes" if query.get("close") == "yes" else "",
    )


def found(asked: Asked, viewer: Viewer) -> list[Planned]:
    """What lies in the year and fits, by its first day; two queries."""
    return [one for one in year_of(viewer, asked.year) if _fits(one, asked)]


def context(query: QueryDict, viewer: Viewer) -> dict[str, Any]:
    """What the page wants; three queries, however many visits there are."""
    asked = read(query)
    every, year = year_of(viewer, asked.year), asked.year
    chosen = [one for one in every if _fits(one, asked)]
    leads = {str(one.visit.lead_id): one.visit.lead.name for one in every if one.visit}
    return {
        "asked": asked,
        "year": year,
        "years": [(str(one), str(one)) for one in range(max(YEARS[0], year - 5), min(YEARS[-1], year + 5) + 1)],
        "before": query_of(asdict(asked) | {"year": year - 1}) if year > YEARS[0] else "",
        "after": query_of(asdict(asked) | {"year": year + 1}) if year < YEARS[-1] else "",
        "query": query_of(asdict(asked)),
        "narrowed": any((asked.text, asked.region, asked.lead, asked.kind, asked.state, asked.close)),
        "group": asked.group,
        "groups": list(GROUPS.items()),
        "regions": sorted({(one.region, one.region) for one in every if one.region}),
        "leads": sorted(leads.items(), key=lambda pair: fold(pair[1])),
        "kinds": KINDS,
        "states": [one for one in VisitState.choices if one[0] != VisitState.CANCELLED],
        "sections": _sections(chosen, asked.group, year),
        "every": len(every),
        "count": sum(one.visit is not None for one in chosen),
        "others": sum(one.other is not None for one in chosen),
        "close": sum(bool(one.close) for one in chosen),
        "months": [MONTHS_3[number] for number in range(1, 13)],
        "undated": [shown(one) for one in undated(viewer)],
    }


def _fits(one: Planned, asked: Asked) -> bool:
    visit, other = one.visit, one.other
    said = f"{one.country_name} {one.country} " + (
        f"{visit.title} {visit.lead.name} {visit.get_kind_display()}"
        if visit
        else f"{other.agency} {other.purpose}"
        if other
        else ""
    )
    return (
        all(word in fold(said) for word in fold(asked.text).split())
        and asked.region in ("", one.region)
        and (not asked.lead or (visit is not None and str(visit.lead_id) == asked.lead))
        and (not asked.kind or (visit.kind if visit else OTHERS) == asked.kind)
        and (not asked.state or (visit is not None and visit.state == asked.state))
        and (not asked.close or bool(one.close) or one.clashes)
    )


def _sections(found: list[Planned], group: str, year: int) -> list[tuple[str, list[Bar]]]:
    names: dict[str, Callable[[Planned], str]] = {
        "officer": lambda one: one.visit.lead.name if one.visit else _("Others’ visits"),
        "region": lambda one: one.region or _("Region not known"),
        "country": lambda one: one.country_name,
        "none": lambda one: "",
    }
    grouped: dict[str, list[Bar]] = {}
    for one in found:
        grouped.setdefault(names[group](one), []).append(_bar(one, year))
    return sorted(grouped.items(), key=lambda pair: fold(pair[0]))


def _bar(one: Planned, year: int) -> Bar:
    begin = _months(max(one.first_on, date(year, 1, 1)), 0)
    end = _months(min(one.last_on, date(year, 12, 31)), 1)
    width = max(THINNEST, end - begin)
    visit, other = shown(one.visit) if one.visit else None, other_shown(one.other) if one.other else None
    return Bar(
        visit=visit,
        other=other,
        country=one.country,
        country_name=one.country_name,
        days=visit.days if visit else other.days if other else "",
        close=one.close,
        clashes=one.clashes,
        x=f"{min(begin, 12 - width):.3f}",
        width=f"{width:.3f}",
        tone=visit.state if visit else "other",
    )


def _months(day: date, further: int) -> float:
    """Where a day lies in its year, in months; `further` days on within the month."""
    return day.month - 1 + (day.day - 1 + further) / monthrange(day.year, day.month)[1]


def _year(text: str) -> int:
    said = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else 0
    return said if said in YEARS else clock.today().year
