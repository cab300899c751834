"""The queue as a page, as the part that renews itself, and as a file."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.arrivals.enums import Attention
from roadstead.arrivals.models import Arrival
from roadstead.arrivals.presenters.lists import LONGEST_SEARCH, WHEN, WRITERS, zone_asked, zones
from roadstead.arrivals.presenters.spans import ago, left
from roadstead.arrivals.queries.arrivals import EXPECTED
from roadstead.arrivals.queries.queue import COLUMNS, ME, NOBODY, OPEN, QueueAsked, acting, marked, passed_by, queue
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.registry.presenters.headings import headings, query_of

ROWS_A_PAGE = 25
HEADS = {
    "ship": gettext_lazy("Ship"),
    "port": gettext_lazy("Port"),
    "eta": gettext_lazy("Expected"),
    "verdict": gettext_lazy("Verdict"),
    "unknown": gettext_lazy("Question or duty"),
    "changed": gettext_lazy("Last change"),
    "who": gettext_lazy("Who has it"),
    "decided": gettext_lazy("Decision"),
}
WANTED = [(OPEN, gettext_lazy("wants somebody")), *Attention.choices]
WHO = [(ME, gettext_lazy("me")), (NOBODY, gettext_lazy("nobody"))]


@dataclass(frozen=True, slots=True)
class Row:
    """An arrival in the queue. left, changed: in words; late: whether its time has come; may_act: by this reader."""

    arrival: Arrival
    left: str
    late: bool
    changed: str
    may_act: bool
    mine: bool


def read(query: QueryDict, viewer: Viewer) -> QueueAsked:
    """What the address asks; what it cannot ask is left out."""
    given = QueueAsked(zone=zone_asked(query, viewer))
    wanted, who, when = query.get("attention", OPEN), query.get("who", ""), query.get("when", EXPECTED)
    sort = query.get("sort", "eta")
    return replace(
        given,
        text=query.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH],
        attention=wanted if wanted in dict(WANTED) else "",
        who=who if who in dict(WHO) else "",
        when=when if when in dict(WHEN) else "",
        sort=sort if sort.removeprefix("-") in COLUMNS else "eta",
    )


def rows(request: HttpRequest, viewer: Viewer, asked: QueueAsked, mark: tuple[str, int]) -> dict[str, Any]:
    """What the part with the rows wants. mark: as `queries.queue.marked` tells it."""
    now, (word, count) = clock.now(), mark
    pages = Paginator(queue(viewer, asked), ROWS_A_PAGE)
    pages.__dict__["count"] = count  # it was counted with the mark
    page = pages.get_page(request.GET.get("page"))
    told = query(asked)
    return {
        "page": page,
        "rows": [_row(one, viewer, now) for one in page],
        "mark": word,
        "now": now,
        "query": query_of(told),
        "here": query_of(told | {"page": str(page.number) if page.number > 1 else ""}),
        "headings": headings(HEADS, asked.sort, told, down_first={"unknown", "changed"}),
    }


def context(request: HttpRequest, viewer: Viewer) -> dict[str, Any]:
    """What the template of the queue wants."""
    asked = read(request.GET, viewer)
    usual = QueueAsked(zone=zone_asked(QueryDict(), viewer), sort=asked.sort)
    return rows(request, viewer, asked, marked(viewer, asked)) | {
        "asked": asked,
        "narrowed": asked != usual,
        "passed_by": passed_by(viewer, asked.zone) if asked.when == EXPECTED else 0,
        "zones": zones(viewer),
        "wanted": WANTED,
        "whose": WHO,
        "whens": WHEN,
    }


def answer(request: HttpRequest, viewer: Viewer, form: str, page: str) -> HttpResponse:
    """The same list as `csv` or `xlsx`. Raises Http404 for another form."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    columns = [_("ship"), _("IMO number"), _("port"), _("zone"), _("expected"), _("verdict"), _("question or duty")]
    columns += [_("facts not known"), _("last change"), _("state"), _("who has it"), _("decision"), _("address")]
    found = queue(viewer, read(request.GET, viewer))
    return WRITERS[form]("queue", columns, _cells(found, request.build_absolute_uri(page)))


def query(asked: QueueAsked) -> dict[str, str]:
    """A question as names and values of the address. What is any, where one is usual, is said."""
    said = asdict(asked)
    return {"q": said.pop("text"), **{name: value or _any(name) for name, value in said.items()}}


def _any(name: str) -> str:
    """Any zone, state or time is asked for in so many words: left out, the usual one is meant."""
    return "any" if name in ("zone", "attention", "when") else ""


def _row(arrival: Arrival, viewer: Viewer, now: Any) -> Row:
    return Row(
        arrival=arrival,
        left=left(arrival.eta, now),
        late=arrival.eta < now,
        changed=ago(arrival.changed_at, now),
        may_act=acting(viewer, arrival.zone_id),
        mine=arrival.assigned_to_id is not None and arrival.assigned_to_id == viewer.user_id,
    )


def _cells(found: Any, page: str) -> Iterator[Sequence[object]]:
    for row in found.iterator(chunk_size=2_000):
        ship = (row.ship, row.imo, row.port, row.zone_id or "", row.eta.isoformat(), row.outcome, row.why)
        told = (row.unknown, row.changed_at.isoformat(), row.attention)
        whose = (row.assigned_to.name if row.assigned_to else "", row.disposition)
        yield (*ship, *told, *whose, f"{page}{row.pk}/")
