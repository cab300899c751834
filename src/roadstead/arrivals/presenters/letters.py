"""Letters as pages show them: of one arrival, one letter, and the archive."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.arrivals.letter_enums import FIRST, LetterKind
from roadstead.arrivals.models import Arrival, Decision, Letter
from roadstead.arrivals.presenters.lists import WRITERS, zone_asked, zones
from roadstead.arrivals.queries import letters as queries
from roadstead.arrivals.queries.letters import DRAFTS, ENDED, SIGNED, LettersAsked
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.presenters.headings import headings, query_of

ROWS_A_PAGE = 25
LONGEST_SEARCH = 100
HEADINGS = {
    "number": gettext_lazy("Number"),
    "kind": gettext_lazy("Kind"),
    "ship": gettext_lazy("Ship"),
    "zone": gettext_lazy("Zone"),
    "signed": gettext_lazy("Signed"),
}
STATES = [
    (SIGNED, gettext_lazy("in force")),
    (ENDED, gettext_lazy("withdrawn")),
    (DRAFTS, gettext_lazy("drafts")),
]


@dataclass(frozen=True, slots=True)
class Line:
    """A letter with how it stands. ended: the letter that withdrew it."""

    letter: Letter
    state: str
    tone: str
    ended: Letter | None


def lines(rows: Sequence[Letter]) -> list[Line]:
    """Letters that were read for a viewer. One query."""
    ended = queries.ended_by(rows) if rows else {}
    return [_line(one, ended.get(one.pk)) for one in rows]


def _line(letter: Letter, ended: Letter | None) -> Line:
    if letter.signed_at is None:
        return Line(letter, _("draft"), "ask", None)
    if ended is not None:
        return Line(letter, _("withdrawn"), "quiet", ended)
    return Line(letter, _("signed"), "good", None)


def of_arrival(arrival: Arrival, viewer: Viewer) -> list[Line]:
    """The letters about an arrival. Two queries."""
    return lines(queries.of_arrival(arrival, viewer))


def first_kind(decision: Decision | None) -> str:
    """The kind of letter that a decision asks for."""
    return str(FIRST.get(decision.kind, LetterKind.CONDITIONS) if decision else LetterKind.CONDITIONS)


def may_write(arrival: Arrival, viewer: Viewer) -> bool:
    """Whether somebody writes letters about an arrival."""
    if not arrival.zone_id:
        return viewer.holds(Permission.ACT_ON_ARRIVALS)
    return viewer.may(Permission.ACT_ON_ARRIVALS, zone=arrival.zone_id)


def asked(query: QueryDict, viewer: Viewer) -> LettersAsked:
    """What the address of the archive asks."""
    kind, state, sort = query.get("kind", ""), query.get("state", ""), query.get("sort", "-signed")
    return LettersAsked(
        text=query.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH],
        zone=zone_asked(query, viewer),
        kind=kind if kind in LetterKind.values else "",
        state=state if state in dict(STATES) else "",
        sort=sort if sort.removeprefix("-") in HEADINGS else "-signed",
    )


def context(request: HttpRequest, viewer: Viewer) -> dict[str, Any]:
    """What the template of the archive wants."""
    wanted = asked(request.GET, viewer)
    page = Paginator(queries.find(queries.letters(viewer), wanted, viewer), ROWS_A_PAGE).get_page(
        request.GET.get("page")
    )
    query = {"q": wanted.text, "zone": wanted.zone, "kind": wanted.kind, "state": wanted.state, "sort": wanted.sort}
    return {
        "asked": wanted,
        "page": page,
        "lines": lines(queries.with_ships(page.object_list, viewer)),
        "zones": zones(viewer),
        "kinds": LetterKind.choices,
        "states": STATES,
        "narrowed": bool(wanted.text or wanted.kind or wanted.state or request.GET.get("zone")),
        "headings": headings(HEADINGS, wanted.sort, query, down_first={"number", "signed"}),
        "query": query_of(query),
    }


def answer(request: HttpRequest, viewer: Viewer, form: str, page: str) -> HttpResponse:
    """The archive as `csv` or `xlsx`. Raises Http404 for another form."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    columns = [_("number"), _("kind"), _("ship"), _("IMO number"), _("zone"), _("subject"), _("state"), _("signed by")]
    columns += [_("signed at"), _("digest"), _("withdrawn by"), _("address")]
    rows = queries.find(queries.letters(viewer), asked(request.GET, viewer), viewer)
    shown = lines(queries.with_ships(rows, viewer))
    return WRITERS[form]("letters", columns, _cells(shown, request.build_absolute_uri(page)))


def _cells(shown: Sequence[Line], page: str) -> Iterator[Sequence[object]]:
    for one in shown:
        letter, ship = one.letter, one.letter.arrival
        signed = (
            (letter.signed_by.name, letter.signed_at.isoformat()) if letter.signed_by and letter.signed_at else ("", "")
        )
        first = (letter.reference, letter.get_kind_display(), ship.ship, ship.imo, letter.zone_id, letter.subject)
        ended = one.ended.reference if one.ended else ""
        yield (*first, one.state, *signed, letter.digest, ended, f"{page}{ship.pk}/letters/{letter.pk}/")
