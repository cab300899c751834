"""Lists of observations and recommendations: what was asked, a page of it, and the same as a file."""

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common.access.guards import viewer_of
from roadstead.common.sheets import csv_answer
from roadstead.common.workbooks import xlsx_answer
from roadstead.registry.presenters.headings import headings, query_of
from roadstead.visits import isps
from roadstead.visits.observed_enums import ObservationKind, ObservationState, RecommendationState, Side
from roadstead.visits.presenters import observed, recommended
from roadstead.visits.queries import observed as observations
from roadstead.visits.queries import recommended as recommendations
from roadstead.visits.queries.observed import ObservationsAsked
from roadstead.visits.queries.recommended import RecommendationsAsked

ROWS_A_PAGE, LONGEST_SEARCH = 25, 200
WRITERS = {"csv": csv_answer, "xlsx": xlsx_answer}
SEEN = {
    "kind": gettext_lazy("Kind"),
    "country": gettext_lazy("Country"),
    "element": gettext_lazy("Element"),
    "state": gettext_lazy("State"),
    "noted": gettext_lazy("Noted"),
}
SAID = {
    "toward": gettext_lazy("To"),
    "country": gettext_lazy("Country"),
    "owner": gettext_lazy("Who sees to it"),
    "due": gettext_lazy("Due"),
    "state": gettext_lazy("State"),
}
STATES = [
    (recommendations.OPEN, gettext_lazy("Every open one")),
    (recommendations.OVERDUE, gettext_lazy("Overdue")),
    *RecommendationState.choices,
    ("all", gettext_lazy("All")),
]


def observations_asked(query: QueryDict) -> ObservationsAsked:
    """What the address asks; what it cannot ask is left out."""
    return ObservationsAsked(
        text=_typed(query, "q", LONGEST_SEARCH),
        country=_typed(query, "country", 2).upper(),
        kind=_one_of(query, "kind", ObservationKind.values),
        element=_one_of(query, "element", list(isps.elements())),
        state=_one_of(query, "state", ObservationState.values),
        sort=_sort(query, SEEN, "-noted"),
    )


def recommendations_asked(query: QueryDict) -> RecommendationsAsked:
    """What the address asks; what it cannot ask is left out."""
    return RecommendationsAsked(
        text=_typed(query, "q", LONGEST_SEARCH),
        country=_typed(query, "country", 2).upper(),
        toward=_one_of(query, "toward", Side.values),
        mine=_one_of(query, "mine", ["yes"]),
        state=_one_of(query, "state", [value for value, _label in STATES]) or recommendations.OPEN,
        sort=_sort(query, SAID, "due"),
    )


def observation_list(request: HttpRequest, rows: Any) -> dict[str, Any]:
    """What the list of observations wants, out of the rows that somebody may read."""
    asked = observations_asked(request.GET)
    found = observations.with_names(observations.find_observations(rows, asked))
    context = _page(request, rows, found, asked, SEEN, observed)
    return context | {
        "narrowed": replace(asked, sort="-noted") != ObservationsAsked(),
        "kinds": ObservationKind.choices,
        "elements": isps.choices(),
        "states": ObservationState.choices,
    }


def recommendation_list(request: HttpRequest, rows: Any) -> dict[str, Any]:
    """What the list of recommendations wants, out of the rows that somebody may read."""
    asked = recommendations_asked(request.GET)
    found = recommendations.with_names(recommendations.find_recommendations(rows, asked, viewer_of(request)))
    context = _page(request, rows, found, asked, SAID, recommended)
    narrowed = replace(asked, sort="due") != RecommendationsAsked()
    return context | {"narrowed": narrowed, "sides": Side.choices, "states": STATES, "whose": [("yes", _("I do"))]}


def observation_file(request: HttpRequest, rows: Any, form: str) -> HttpResponse:
    """The list of observations as `csv` or `xlsx`."""
    found = observations.with_names(observations.find_observations(rows, observations_asked(request.GET)))
    columns = [_("number"), _("country"), _("facility"), _("kind"), _("element"), _("ISPS reference")]
    columns += [_("what was observed"), _("the host’s remark"), _("state"), _("noted"), _("who may see it")]
    return _writer(form)("observations", columns, observed.lines(found, viewer_of(request)))


def recommendation_file(request: HttpRequest, rows: Any, form: str) -> HttpResponse:
    """The list of recommendations as `csv` or `xlsx`."""
    asked = recommendations_asked(request.GET)
    found = recommendations.with_names(recommendations.find_recommendations(rows, asked, viewer_of(request)))
    columns = [_("number"), _("country"), _("facility"), _("to"), _("what is recommended"), _("who sees to it")]
    columns += [_("due"), _("days overdue"), _("state"), _("how it was"), _("how it is"), _("who may see it")]
    return _writer(form)("recommendations", columns, recommended.lines(found, viewer_of(request)))


def _page(request: HttpRequest, rows: Any, found: Any, asked: Any, columns: Any, presenter: Any) -> dict[str, Any]:
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    said = {("q" if name == "text" else name): value for name, value in asdict(asked).items()}
    return {
        "asked": asked,
        "page": page,
        "lines": presenter.shown(page, viewer_of(request)),
        "countries": observations.countries_in(rows),
        "headings": headings(columns, asked.sort, said),
        "query": query_of(said),
    }


def _writer(form: str) -> Callable[..., HttpResponse]:
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    return WRITERS[form]


def _typed(query: QueryDict, name: str, most: int) -> str:
    return query.get(name, "").replace("\0", "").strip()[:most]


def _one_of(query: QueryDict, name: str, known: Any) -> str:
    value = query.get(name, "")
    return value if value in known else ""


def _sort(query: QueryDict, columns: Any, usual: str) -> str:
    sort = query.get("sort", "")
    return sort if sort.removeprefix("-") in columns else usual
