"""Dealings that were shared with a State, as its people are shown them: nothing of other States, no inner remarks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from roadstead.common.access.guards import viewer_of
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.interaction_enums import InteractionKind
from roadstead.engagement.models import Interaction
from roadstead.engagement.presenters.interaction_lists import ROWS_A_PAGE, SORTS, WRITERS, asked_in_words, read
from roadstead.engagement.presenters.interactions import InteractionLine, PromiseLine, interaction_lines, promise_lines
from roadstead.engagement.queries.dealings import dealings, open_of, own_states, promises_of
from roadstead.engagement.queries.interactions import InteractionsAsked, find_interactions
from roadstead.registry.presenters.headings import headings, query_of


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise with what it belongs to."""

    line: PromiseLine
    interaction: int


def context(request: HttpRequest) -> dict[str, Any]:
    """What the template of the list wants."""
    viewer = viewer_of(request)
    asked, rows = _asked(request, viewer), dealings(viewer)
    page = Paginator(find_interactions(rows, asked), ROWS_A_PAGE).get_page(request.GET.get("page"))
    said = asked_in_words(asked)
    return {
        "asked": asked,
        "narrowed": any(value for name, value in said.items() if name != "sort"),
        "page": page,
        "lines": _lines(page, viewer),
        "kinds": InteractionKind.choices,
        "promised": [Promised(line, line.row.interaction_id) for line in promise_lines(list(open_of(rows)), viewer)],
        "headings": headings({name: SORTS[name] for name in ("day", "subject", "kind")}, asked.sort, said),
        "query": query_of(said),
    }


def one(record: Interaction, viewer: Viewer) -> dict[str, Any]:
    """What the page of one wants; the record was read by `dealings`."""
    promised = list(promises_of(dealings(viewer).filter(pk=record.pk)))
    return {"one": _lines([record], viewer)[0], "promises": promise_lines(promised, viewer)}


def answer(request: HttpRequest, form: str) -> HttpResponse:
    """Every row of the list as `csv` or `xlsx`."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    columns = [_("number"), _("day"), _("kind"), _("subject"), _("place"), _("people"), _("officers")]
    columns += [_("what was said"), _("address")]
    return WRITERS[form]("dealings", columns, _cells(request))


def _cells(request: HttpRequest) -> Iterator[Sequence[object]]:
    viewer, page = viewer_of(request), request.build_absolute_uri("/partner/dealings/")
    for line in _lines(list(find_interactions(dealings(viewer), _asked(request, viewer))), viewer):
        row, people = line.row, "; ".join(one.name for one in line.people)
        said = (row.pk, row.held_on.isoformat(), row.kind, row.subject, row.place, people, "; ".join(line.officers))
        yield (*said, row.summary, f"{page}{row.pk}/")


def _asked(request: HttpRequest, viewer: Viewer) -> InteractionsAsked:
    """Words, kind and promises; to ask for another State would tell with whom else something was."""
    asked = read(request.GET, viewer)
    sort = asked.sort if asked.sort.removeprefix("-") != "state" else "-day"
    return replace(asked, country="", state="", person=0, mine=0, sort=sort, follows="")


def _lines(rows: Any, viewer: Viewer) -> list[InteractionLine]:
    """As the desk has them, with one's own States only, and without pages of the desk."""
    states, found = own_states(viewer), []
    for line in interaction_lines(rows, viewer):
        own = tuple(one for one in line.countries if states is None or one.href.split("/")[-2] in states)
        people = tuple(replace(one, href="") for one in line.people)
        bodies = tuple(replace(one, href="") for one in line.organisations)
        countries = tuple(replace(one, href="") for one in own)
        found.append(replace(line, countries=countries, people=people, organisations=bodies))
    return found
