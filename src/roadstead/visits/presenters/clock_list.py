"""The clocks of every country that needs an officer, as a list: narrowed, sorted, counted."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.registry import queries as registry
from roadstead.registry.in_scope import left_out
from roadstead.registry.presenters.headings import headings, query_of
from roadstead.registry.queries.countries import CountryInfo
from roadstead.registry.queries.portfolios import all_answering
from roadstead.visits.enums import Clock
from roadstead.visits.models import Suspension
from roadstead.visits.presenters.clocks import NAMES, ORDER, WORDS, both_shown
from roadstead.visits.queries.clocks import OVERDUE, Clocks, clocks, latest_suspensions

COLUMNS = {
    "country": _("Country"),
    "officer": _("Officer"),
    "engagement": _("Engagement, every 12 months"),
    "assessment": _("Assessment, every 36 months"),
}
STILL = "suspended"
STANDINGS = [*((one, WORDS[one]) for one in ORDER), (STILL, _("suspended"))]
MOST_SUSPENSIONS = 20
ROWS_A_PAGE = 50
SOURCES = {
    "faq": "https://www.atlanticarea.uscg.mil/Our-Organization/Area-Units/Activities-Europe/Maritime-Security/IPS-Program-FAQ/",
    "law": "https://usc-cdn.house.gov/view.xhtml?edition=prelim&num=0&req=granuleid%3AUSC-prelim-title46-section70108",
    "gao": "https://www.gao.gov/products/gao-23-105385",
}
Row = tuple[CountryInfo, str, Clocks]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the list: of either clock how it stands; sort "": what is overdue longest comes first."""

    text: str = ""
    standing: str = ""
    officer: str = ""
    sort: str = ""

    @property
    def query(self) -> dict[str, str]:
        return {"q": self.text, "standing": self.standing, "officer": self.officer, "sort": self.sort}


def read(query: QueryDict) -> Asked:
    """What the address asks; what it cannot ask is left out."""
    sort, standing = query.get("sort", ""), query.get("standing", "")
    return Asked(
        text=query.get("q", "").replace("\0", "").strip()[:100],
        standing=standing if standing in dict(STANDINGS) else "",
        officer=query.get("officer", "").replace("\0", "")[:150],
        sort=sort if sort.removeprefix("-") in COLUMNS else "",
    )


def found(request: HttpRequest, viewer: Viewer) -> list[Row]:
    """The countries that fit, in their order."""
    return _chosen(_every(viewer), read(request.GET))


def context(request: HttpRequest, viewer: Viewer) -> dict[str, Any]:
    """What the page wants; seven queries, however many countries there are."""
    asked, every = read(request.GET), _every(viewer)
    page = Paginator(_chosen(every, asked), ROWS_A_PAGE).get_page(request.GET.get("page"))
    return {
        "page": page,
        "asked": asked,
        "narrowed": any((asked.text, asked.standing, asked.officer)),
        "lines": [(country, officer, both_shown(both)) for country, officer, both in page],
        "every": len(every),
        "sums": [(COLUMNS[name], *_sums(every, index)) for index, name in enumerate(("engagement", "assessment"))],
        "standings": STANDINGS,
        "officers": sorted({officer for _country, officer, _both in every if officer}, key=fold),
        "headings": headings(COLUMNS, asked.sort, asked.query),
        "query": query_of(asked.query),
        "suspensions": [(one, NAMES[Clock(one.clock)], _ended(one)) for one in latest_suspensions(MOST_SUSPENSIONS)],
        "sources": SOURCES,
        "may_suspend": viewer.holds(Permission.SUSPEND_CLOCKS),
    }


def _ended(one: Suspension) -> bool:
    return one.until is not None and one.until <= clock.today()


def _every(viewer: Viewer) -> list[Row]:
    on, out = clock.today(), left_out()
    countries = [one for one in registry.countries() if one.coast == "coastal" and one.code not in out]
    codes = [one.code for one in countries]
    who, both = all_answering(codes, on), clocks(codes, on, viewer)
    names = {code: one.responsible.officer_name if one.responsible else "" for code, one in who.items()}
    return [(one, names[one.code], both[one.code]) for one in countries]


def _chosen(every: list[Row], asked: Asked) -> list[Row]:
    rows = [row for row in every if _fits(row, asked)]
    if not asked.sort:
        return sorted(rows, key=lambda row: (-max(one.overdue for one in row[2].both), fold(row[0].name)))
    key, down = asked.sort.removeprefix("-"), asked.sort.startswith("-")
    return sorted(rows, key=lambda row: _key(row, key), reverse=down)


def _fits(row: Row, asked: Asked) -> bool:
    country, officer, both = row
    stands = {one.standing for one in both.both} | {STILL for one in both.both if one.suspended}
    worded = all(word in fold(f"{country.name} {country.code}") for word in fold(asked.text).split())
    return worded and (not asked.standing or asked.standing in stands) and (asked.officer in ("", officer))


def _key(row: Row, key: str) -> tuple[Any, ...]:
    country, officer, both = row
    if key in ("engagement", "assessment"):
        due = getattr(both, key).due
        return (due is not None, due.isoformat() if due else "", fold(country.name))
    return (fold(officer if key == "officer" else country.name), fold(country.name))


def _sums(every: list[Row], index: int) -> tuple[int, int, int]:
    """How many countries are overdue, of these with a reason, and how many were never visited so."""
    now = [both.both[index] for _country, _officer, both in every]
    late = [one for one in now if one.standing == OVERDUE]
    return len(late), sum(one.suspended is not None for one in late), sum(one.last is None for one in now)
