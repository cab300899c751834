"""Lists of self-assessments: what was asked, a page of it, and the same as a file."""

from collections.abc import Callable, Collection
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.assessments.enums import AskedOf, State
from roadstead.assessments.models import SelfAssessment
from roadstead.assessments.naming import name_of
from roadstead.assessments.queries import rows as queries
from roadstead.assessments.queries.rows import Asked, Progress
from roadstead.common.access.guards import viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.common.sheets import csv_answer
from roadstead.common.workbooks import xlsx_answer
from roadstead.registry.presenters.headings import headings, query_of
from roadstead.registry.queries.facilities import facilities_by_key

ROWS_A_PAGE, LONGEST_SEARCH = 25, 200
WRITERS = {"csv": csv_answer, "xlsx": xlsx_answer}
COLUMNS = {
    "country": gettext_lazy("Country"),
    "asked_of": gettext_lazy("Of"),
    "state": gettext_lazy("State"),
    "submitted": gettext_lazy("Submitted"),
    "changed": gettext_lazy("Last change"),
}
STATES = [(queries.OPEN, gettext_lazy("Every open one")), *State.choices]
TONES = {
    State.DRAFT: "quiet",
    State.SUBMITTED: "ask",
    State.QUESTIONED: "ask",
    State.VALIDATED: "good",
    State.WITHDRAWN: "quiet",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One self-assessment in a list, or at the head of its page."""

    pk: int
    name: str
    href: str
    country: str
    facility: str
    occasion: str
    asked_of_word: str
    state: str
    state_word: str
    tone: str
    progress: Progress
    submitted_at: Any
    changed_at: Any


def shown(found: Collection[SelfAssessment], viewer: Viewer) -> list[Line]:
    """Some self-assessments with their names and their progress: two queries."""
    keys = {one.facility_id for one in found if one.facility_id}
    facilities, progress = facilities_by_key(keys, viewer), queries.progress_of(found)
    face = "desk" if viewer.holds(Permission.READ_PROGRAMME) else "partner"
    return [_line(one, facilities.get(one.facility_id or 0), progress.get(one.pk, Progress()), face) for one in found]


def asked_of(query: QueryDict) -> Asked:
    """What the address asks; what it cannot ask is left out."""
    sort = query.get("sort", "")
    return Asked(
        text=query.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH],
        country=query.get("country", "")[:2].upper() if query.get("country", "").isalpha() else "",
        asked_of=_one_of(query, "asked_of", AskedOf.values),
        state=_one_of(query, "state", [value for value, _label in STATES]),
        sort=sort if sort.removeprefix("-") in COLUMNS else Asked().sort,
    )


def context(request: HttpRequest, rows: Any) -> dict[str, Any]:
    """What the list wants, out of the rows that somebody may read."""
    asked = asked_of(request.GET)
    found = queries.with_names(queries.find(rows, asked))
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    said = {("q" if name == "text" else name): value for name, value in asdict(asked).items()}
    return {
        "asked": asked,
        "page": page,
        "lines": shown(list(page), viewer_of(request)),
        "countries": queries.countries_in(rows),
        "kinds": AskedOf.choices,
        "states": STATES,
        "headings": headings(COLUMNS, asked.sort, said),
        "query": query_of(said),
        "narrowed": replace(asked, sort=Asked().sort) != Asked(),
    }


def file(request: HttpRequest, rows: Any, form: str) -> HttpResponse:
    """The same list as `csv` or `xlsx`. Raises Http404 for another form."""
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    write: Callable[..., HttpResponse] = WRITERS[form]
    found = list(queries.with_names(queries.find(rows, asked_of(request.GET))))
    columns = [_("number"), _("country"), _("facility"), _("of"), _("what it is for"), _("state"), _("questions")]
    columns += [_("answered"), _("validated"), _("questioned"), _("submitted"), _("last change")]
    return write("self-assessments", columns, [_row(one) for one in shown(found, viewer_of(request))])


def _row(one: Line) -> list[Any]:
    days = [at.date().isoformat() if at else "" for at in (one.submitted_at, one.changed_at)]
    done = one.progress
    counts = [done.questions, done.answered, done.validated, done.questioned]
    return [one.pk, one.country, one.facility, one.asked_of_word, one.occasion, one.state_word, *counts, *days]


def _line(one: SelfAssessment, facility: Any, progress: Progress, face: str) -> Line:
    state = State(one.state)
    return Line(
        pk=one.pk,
        name=name_of(one, facility.name if facility else ""),
        href=f"/{face}/self-assessments/{one.pk}/",
        country=one.country.name,
        facility=facility.name if facility else "",
        occasion=one.occasion,
        asked_of_word=str(AskedOf(one.asked_of).label),
        state=one.state,
        state_word=str(state.label),
        tone=TONES.get(state, ""),
        progress=progress,
        submitted_at=one.submitted_at,
        changed_at=one.changed_at,
    )


def _one_of(query: QueryDict, name: str, known: Collection[str]) -> str:
    value = query.get(name, "")
    return value if value in known else ""
