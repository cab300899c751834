"""A list of information: what was asked of it, its page, and the addresses that ask it otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guards import viewer_of
from roadstead.common.access.marks import Mark
from roadstead.engagement import queries
from roadstead.engagement.enums import InformationKind
from roadstead.engagement.presenters.shown import shown
from roadstead.engagement.queries import Asked
from roadstead.engagement.queries.rows import Rows

ROWS_A_PAGE = 25
LONGEST_SEARCH = 200
STANDINGS: list[tuple[str, str | Promise]] = [
    (queries.IN_FORCE, _("Good now")),
    (queries.ENDED, _("No longer good")),
    (queries.EVERY, _("All")),
]
SORTS: dict[str, str | Promise] = {"title": _("Title"), "changed": _("Changed"), "until": _("Good until")}
DOWN_FIRST = {"changed"}


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a column that the list can be sorted by."""

    label: str | Promise
    href: str
    sorted: str  # as aria-sort says it, "" where it is not


def read(query: QueryDict) -> Asked:
    """What the address asks; what it cannot ask is left out."""
    sort = query.get("sort", "")
    standing = query.get("standing", "")
    return Asked(
        text=query.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH],
        mark=_one_of(query.get("mark", ""), Mark.values),
        country=query.get("country", "").strip().upper().replace("\0", "")[:2],
        kind=_one_of(query.get("kind", ""), InformationKind.values),
        standing=_one_of(standing, dict(STANDINGS)) or queries.IN_FORCE,
        sort=sort if sort.removeprefix("-") in SORTS else "-changed",
    )


def context(request: HttpRequest, rows: Rows, *, links: Sequence[str]) -> dict[str, Any]:
    """What the template of a list wants, out of the rows that somebody may read and what the address asks of them."""
    viewer, asked = viewer_of(request), read(request.GET)
    found = queries.find(rows, asked, links=links)
    page = Paginator(queries.with_names(found), ROWS_A_PAGE).get_page(request.GET.get("page"))
    return {
        "asked": asked,
        "narrowed": replace(asked, sort="-changed") != Asked(),
        "page": page,
        "lines": [shown(one, viewer) for one in page],
        "countries": [(one.code, one.name) for one in queries.country_choices(rows, links=links)],
        "marks": Mark.choices,
        "kinds": InformationKind.choices,
        "standings": STANDINGS,
        "headings": {key: heading(asked, key) for key in SORTS},
        "query": query_of(asked),
    }


def heading(asked: Asked, key: str) -> Heading:
    """A click on a column sorts by it; another turns the order round."""
    now = asked.sort.removeprefix("-") == key
    down = asked.sort.startswith("-")
    turned = ("" if down else "-") if now else ("-" if key in DOWN_FIRST else "")
    words = ("descending" if down else "ascending") if now else ""
    return Heading(SORTS[key], f"?{query_of(replace(asked, sort=turned + key))}", words)


def query_of(asked: Asked) -> str:
    """The question as an address has it."""
    said = {"q": asked.text, "mark": asked.mark, "country": asked.country, "kind": asked.kind}
    said |= {"standing": "" if asked.standing == queries.IN_FORCE else asked.standing, "sort": asked.sort}
    return urlencode({name: value for name, value in said.items() if value})


def _one_of(value: str, known: Any) -> str:
    return value if value in known else ""
