"""The list of people: what an address asks of it, and what its page wants."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guards import viewer_of
from roadstead.common.access.marks import Mark
from roadstead.engagement.enums import PositionKind
from roadstead.engagement.presenters.people import lines
from roadstead.engagement.queries.contacts import (
    EVERY,
    KEPT,
    RETIRED,
    PeopleAsked,
    find_people,
    people_countries,
    readable_people,
    with_parts,
)
from roadstead.registry.presenters.headings import headings, query_of

ROWS_A_PAGE = 25
LONGEST_SEARCH = 200
STANDINGS: list[tuple[str, str | Promise]] = [
    (KEPT, _("Kept in touch with")),
    (RETIRED, _("No longer")),
    (EVERY, _("All")),
]
SORTS: dict[str, str | Promise] = {"name": _("Name"), "country": _("Country"), "contact": _("Last contact")}


def read(query: QueryDict) -> PeopleAsked:
    """What the address asks; what it cannot ask is left out."""
    sort, standing, part = query.get("sort", ""), query.get("standing", ""), query.get("part", "")
    mark = query.get("mark", "")
    return PeopleAsked(
        text=query.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH],
        country=query.get("country", "").strip().upper().replace("\0", "")[:2],
        part=part if part in PositionKind.values else "",
        on=day(query.get("on", "")),
        standing=standing if standing in dict(STANDINGS) else KEPT,
        mark=mark if mark in Mark.values else "",
        sort=sort if sort.removeprefix("-") in SORTS else "name",
    )


def day(text: str) -> date | None:
    """A day of an address; None for what is none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def asked_in_words(asked: PeopleAsked) -> dict[str, str]:
    """The question as an address has it."""
    said = {"q": asked.text, "country": asked.country, "part": asked.part, "mark": asked.mark}
    said |= {"on": asked.on.isoformat() if asked.on else ""}
    said |= {"standing": "" if asked.standing == KEPT else asked.standing}
    return said | {"sort": "" if asked.sort == "name" else asked.sort}


def context(request: HttpRequest) -> dict[str, Any]:
    """What the template of the list wants."""
    viewer, asked = viewer_of(request), read(request.GET)
    rows = readable_people(viewer)
    page = Paginator(with_parts(find_people(rows, asked, viewer)), ROWS_A_PAGE).get_page(request.GET.get("page"))
    said = asked_in_words(asked)
    return {
        "asked": asked,
        "narrowed": any(value for name, value in said.items() if name != "sort"),
        "page": page,
        "lines": lines(page, viewer, asked.on, asked.part),
        "countries": people_countries(rows),
        "parts": PositionKind.choices,
        "marks": Mark.choices,
        "standings": STANDINGS,
        "headings": headings(SORTS, asked.sort, said, down_first=("contact",)),
        "query": query_of(said),
    }
