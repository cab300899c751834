"""Verdicts that changed, as the watch sees them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.advisories import queries as advisories
from roadstead.arrivals.models import Arrival, Change, Verdict
from roadstead.arrivals.presenters.differences import told
from roadstead.arrivals.presenters.lists import WRITERS, zone_asked, zones
from roadstead.arrivals.queries import arrivals as queries
from roadstead.arrivals.queries.changes import OPEN, SETTLED, arrivals_of, changes, verdicts_of
from roadstead.arrivals.queries.waiting import waiting
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.presenters.headings import query_of

ROWS_A_PAGE = 25
STATES = [(OPEN, gettext_lazy("waits")), (SETTLED, gettext_lazy("looked at"))]


@dataclass(frozen=True, slots=True)
class Line:
    """A change with its ship. may_settle: whether this reader may say what follows."""

    change: Change
    arrival: Arrival
    before: Verdict
    after: Verdict
    differs: str
    may_settle: bool


def lines(rows: Iterable[Change], viewer: Viewer) -> list[Line]:
    """Changes that were read for a viewer, with all that is shown of them."""
    held = list(rows)
    found, given = arrivals_of(held, viewer), verdicts_of(held)
    return [line(one, found[one.arrival_id], given, viewer) for one in held if one.arrival_id in found]


def line(change: Change, arrival: Arrival, given: dict[int, Verdict], viewer: Viewer) -> Line:
    """One of them. given: verdicts by key."""
    before, after = given[change.before_id], given[change.after_id]
    may = change.settled_at is None and may_act(arrival, viewer)
    return Line(change, arrival, before, after, told(before, after), may)


def may_act(arrival: Arrival, viewer: Viewer) -> bool:
    """Whether somebody acts for the zone of an arrival, or for any where it lies in none that is known."""
    if not arrival.zone_id:
        return viewer.holds(Permission.ACT_ON_ARRIVALS)
    return viewer.may(Permission.ACT_ON_ARRIVALS, zone=arrival.zone_id)


def context(request: HttpRequest, viewer: Viewer) -> dict[str, Any]:
    """What the template of the queue wants."""
    state, zone = _state(request), zone_asked(request.GET, viewer)
    rows = changes(viewer, state=state, zone=zone).select_related("settled_by")
    page = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page"))
    book = advisories.rule_book().digest
    return {
        "state": state,
        "zone": zone,
        "states": STATES,
        "zones": zones(viewer),
        "page": page,
        "lines": lines(page.object_list, viewer),
        "query": query_of({"state": state, "zone": zone}),
        "waiting": waiting(book).count(),
        "runs": queries.rejudgements()[:5],
    }


def answer(request: HttpRequest, viewer: Viewer, form: str, page: str) -> HttpResponse:
    """The same list as `csv` or `xlsx`. Raises Http404 for another form."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    columns = [_("ship"), _("IMO number"), _("port"), _("zone"), _("expected"), _("before"), _("edition before")]
    columns += [_("now"), _("edition now"), _("difference"), _("since"), _("looked at"), _("word"), _("address")]
    rows = changes(viewer, state=_state(request), zone=zone_asked(request.GET, viewer)).select_related("settled_by")
    address = request.build_absolute_uri(page)
    return WRITERS[form]("changed-verdicts", columns, _cells(lines(rows, viewer), address))


def _state(request: HttpRequest) -> str:
    state = request.GET.get("state", OPEN)
    return state if state in dict(STATES) else ""


def _cells(shown: Iterable[Line], page: str) -> Iterator[Sequence[object]]:
    for one in shown:
        ship, change = one.arrival, one.change
        settled = change.settled_at.isoformat() if change.settled_at else ""
        first = (ship.ship, ship.imo, ship.port, ship.zone_id or "", ship.eta.isoformat())
        both = (one.before.outcome, one.before.edition, one.after.outcome, one.after.edition, one.differs)
        yield (*first, *both, change.queued_at.isoformat(), settled, change.word, f"{page}{ship.pk}/")
