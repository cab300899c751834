"""What was recommended, what was done, before and after: a page of it by facility, and the same as a file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from roadstead.common.access.guards import viewer_of
from roadstead.common.access.viewer import Viewer
from roadstead.registry.presenters.headings import query_of
from roadstead.visits.models import Review
from roadstead.visits.observed_enums import Found, Side
from roadstead.visits.presenters import recommended
from roadstead.visits.presenters.observed_lists import WRITERS
from roadstead.visits.queries import improvements as queries
from roadstead.visits.queries import observed as observations
from roadstead.visits.queries.improvements import ImprovementsAsked
from roadstead.visits.queries.recommended import with_names

ROWS_A_PAGE = 30
TONES = {Found.DONE: "good", Found.PARTLY: "ask", Found.NOT_DONE: "alarm", Found.NOT_LOOKED_AT: "quiet"}


@dataclass(frozen=True, slots=True)
class Improved:
    """A recommendation with what visits found of it (when, in a word, its tone), and how it was and is now."""

    one: recommended.Shown
    found: tuple[tuple[Any, str, str], ...]
    before: str
    after: str


def improvements(rows: Any, viewer: Viewer) -> list[Improved]:
    """Some recommendations with what became of them."""
    held = list(rows)
    reviews = queries.reviews_by_recommendation(held)
    return [_improved(one, reviews.get(one.pk, [])) for one in recommended.shown(held, viewer)]


def page_of(request: HttpRequest, rows: Any) -> dict[str, Any]:
    """What the page wants, out of the rows that somebody may read."""
    asked, viewer = asked_of(request.GET), viewer_of(request)
    page = Paginator(with_names(queries.find_improvements(rows, asked)), ROWS_A_PAGE)
    here = page.get_page(request.GET.get("page"))
    found = groupby(improvements(here, viewer), key=lambda row: (row.one.country, row.one.facility))
    said = {"country": asked.country, "facility": str(asked.facility or ""), "toward": asked.toward}
    return {
        "page": here,
        "places": [(country, place, list(one)) for (country, place), one in found],
        "asked": asked,
        "narrowed": asked != ImprovementsAsked(),
        "countries": observations.countries_in(rows),
        "sides": Side.choices,
        "query": query_of(said),
    }


def file_of(request: HttpRequest, rows: Any, form: str) -> HttpResponse:
    """The same as `csv` or `xlsx`."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    columns = [_("country"), _("facility"), _("to"), _("what is recommended"), _("due"), _("state")]
    columns += [_("how it was"), _("how it is"), _("what visits found")]
    found = with_names(queries.find_improvements(rows, asked_of(request.GET)))
    return WRITERS[form]("improvements", columns, _lines(improvements(found, viewer_of(request))))


def asked_of(query: QueryDict) -> ImprovementsAsked:
    """What the address asks; what it cannot ask is left out."""
    toward, place = query.get("toward", Side.HOST.value), query.get("facility", "")
    number = int(place) if place.isascii() and place.isdigit() and len(place) < 19 else 0
    return ImprovementsAsked(query.get("country", "").upper()[:2], number, toward if toward in Side.values else "")


def _improved(one: recommended.Shown, reviews: list[Review]) -> Improved:
    found = tuple((each.at, str(Found(each.found).label), TONES[Found(each.found)]) for each in reviews)
    before = next((each.before for each in reviews if each.before), one.before)
    after = next((each.after for each in reversed(reviews) if each.after), one.after)
    return Improved(one, found, before, after)


def _lines(rows: list[Improved]) -> Iterator[Sequence[object]]:
    for row in rows:
        one, found = row.one, "; ".join(f"{at:%Y-%m-%d}: {word}" for at, word, _tone in row.found)
        about = (one.country_code, one.facility, one.toward, one.text, one.due_on.isoformat(), one.state)
        yield (*about, row.before, row.after, found)
