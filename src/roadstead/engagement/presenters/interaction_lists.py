"""The list of interactions: what an address asks of it, what its page wants, and the same as a file."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common.access.guards import viewer_of
from roadstead.common.access.viewer import Viewer
from roadstead.common.sheets import csv_answer
from roadstead.common.workbooks import xlsx_answer
from roadstead.engagement.interaction_enums import InteractionKind, InteractionState
from roadstead.engagement.presenters.interactions import InteractionLine, Link, interaction_lines
from roadstead.engagement.queries.interactions import (
    ASKED_OF,
    OVERDUE,
    PROMISED,
    InteractionsAsked,
    find_interactions,
    links,
    readable_interactions,
)
from roadstead.registry import queries as registry
from roadstead.registry.presenters.headings import headings, query_of

ROWS_A_PAGE = 25
AT_ONCE = 500  # rows of a file whose names are read together
LONGEST_SEARCH = 200
WRITERS = {"csv": csv_answer, "xlsx": xlsx_answer}
FOLLOWS: list[tuple[str, str | Promise]] = [
    (OVERDUE, gettext_lazy("a promise is overdue")),
    (PROMISED, gettext_lazy("a promise is open")),
    (ASKED_OF, gettext_lazy("a question is open")),
]
SORTS: dict[str, str | Promise] = {
    "day": gettext_lazy("When"),
    "subject": gettext_lazy("Subject"),
    "kind": gettext_lazy("Kind"),
    "state": gettext_lazy("State"),
}


def read(query: QueryDict, viewer: Viewer) -> InteractionsAsked:
    """What the address asks; what it cannot ask is left out."""
    sort, follows, person = query.get("sort", ""), query.get("follows", ""), query.get("person", "")
    kind, state = query.get("kind", ""), query.get("state", "")
    return InteractionsAsked(
        text=query.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH],
        country=query.get("country", "").strip().upper().replace("\0", "")[:2],
        kind=kind if kind in InteractionKind.values else "",
        state=state if state in InteractionState.values else "",
        follows=follows if follows in dict(FOLLOWS) else "",
        person=int(person) if person.isascii() and person.isdigit() and len(person) < 16 else 0,
        mine=(viewer.user_id or 0) if query.get("mine") else 0,
        sort=sort if sort.removeprefix("-") in SORTS else "-day",
    )


def asked_in_words(asked: InteractionsAsked) -> dict[str, str]:
    """The question as an address has it."""
    said = {"q": asked.text, "country": asked.country, "kind": asked.kind, "state": asked.state}
    said |= {"follows": asked.follows, "person": str(asked.person or ""), "mine": "1" if asked.mine else ""}
    return said | {"sort": "" if asked.sort == "-day" else asked.sort}


def context(request: HttpRequest) -> dict[str, Any]:
    """What the template of the list wants."""
    viewer = viewer_of(request)
    asked, rows = read(request.GET, viewer), readable_interactions(viewer)
    page = Paginator(find_interactions(rows, asked), ROWS_A_PAGE).get_page(request.GET.get("page"))
    said = asked_in_words(asked)
    named = links("countries").filter(interaction__in=rows.order_by().values("pk")).values("country_id")
    countries = registry.country_rows_where(Q(pk__in=named)).order_by("name", "code")
    return {
        "asked": asked,
        "narrowed": any(value for name, value in said.items() if name != "sort"),
        "page": page,
        "lines": interaction_lines(page, viewer),
        "countries": list(countries.values_list("code", "name")),
        "kinds": InteractionKind.choices,
        "states": InteractionState.choices,
        "follows": FOLLOWS,
        "headings": headings(SORTS, asked.sort, said, down_first=("day",)),
        "query": query_of(said),
    }


def answer(request: HttpRequest, form: str) -> HttpResponse:
    """Every row of the list as `csv` or `xlsx`."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    columns = [_("number"), _("day"), _("time"), _("zone"), _("kind"), _("state"), _("subject"), _("place")]
    columns += [_("countries"), _("people"), _("organisations"), _("officers"), _("topics"), _("what was said")]
    columns += [_("who may see it"), _("address")]
    return WRITERS[form]("interactions", columns, _rows(request))


def _rows(request: HttpRequest) -> Iterator[Sequence[object]]:
    viewer, page = viewer_of(request), request.build_absolute_uri("/desk/engagement/")
    rows = find_interactions(readable_interactions(viewer), read(request.GET, viewer))
    held = list(rows)
    for start in range(0, len(held), AT_ONCE):
        for one in interaction_lines(held[start : start + AT_ONCE], viewer):
            yield _cells(one, page)


def _cells(one: InteractionLine, page: str) -> Sequence[object]:
    row = one.row
    time = row.held_at.strftime("%H:%M") if row.held_at else ""
    named = (_names(one.countries), _names(one.people), _names(one.organisations), "; ".join(one.officers))
    said = (row.pk, row.held_on.isoformat(), time, row.zone, row.kind, row.state, row.subject, row.place)
    return (*said, *named, "; ".join(one.topics), row.summary, row.mark, f"{page}{row.pk}/")


def _names(links_: tuple[Link, ...]) -> str:
    return "; ".join(one.name for one in links_)
