"""Lists of assessments of countries: what was asked, a page of it, the same as a file, and a matrix as a file."""

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.assessments.country_enums import Confidence, Judgement, Stage
from roadstead.assessments.models import CountryAssessment
from roadstead.assessments.presenters.lists import ROWS_A_PAGE, WRITERS
from roadstead.assessments.queries import countries as queries
from roadstead.assessments.queries.countries import CountriesAsked
from roadstead.assessments.queries.matrix import matrix
from roadstead.assessments.queries.rows import countries_in
from roadstead.common import clock
from roadstead.registry.presenters.headings import headings, query_of

LONGEST_SEARCH = 200
COLUMNS = {
    "country": gettext_lazy("Country"),
    "occasion": gettext_lazy("What it is for"),
    "stage": gettext_lazy("State"),
    "confidence": gettext_lazy("Confidence"),
    "settled": gettext_lazy("Settled"),
    "changed": gettext_lazy("Last change"),
}
STAGES = [(queries.OPEN, gettext_lazy("neither settled nor dropped")), *Stage.choices]
TONES = {Stage.DRAFT: "ask", Stage.PUT_UP: "ask", Stage.SETTLED: "good", Stage.DROPPED: "quiet"}


def asked_of(query: QueryDict) -> CountriesAsked:
    """What the address asks; what it cannot ask is left out."""
    country, sort = query.get("country", "").upper(), query.get("sort", "")
    return CountriesAsked(
        text=query.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH],
        country=country if len(country) == 2 and country.isascii() and country.isalpha() else "",
        stage=query.get("stage", "") if query.get("stage", "") in dict(STAGES) else "",
        confidence=query.get("confidence", "") if query.get("confidence", "") in Confidence.values else "",
        sort=sort if sort.removeprefix("-") in COLUMNS else "-changed",
    )


def context(request: HttpRequest, rows: Any) -> dict[str, Any]:
    """What the list wants, out of the rows that somebody may read."""
    asked = asked_of(request.GET)
    found = queries.named(queries.find_assessments(rows, asked))
    said = {("q" if name == "text" else name): value for name, value in asdict(asked).items()}
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    return {
        "asked": asked,
        "page": page,
        "lines": [(one, TONES[Stage(one.stage)]) for one in page],
        "countries": countries_in(rows),
        "stages": STAGES,
        "confidences": Confidence.choices,
        "headings": headings(COLUMNS, asked.sort, said, down_first={"changed", "settled", "confidence"}),
        "query": query_of(said),
        "narrowed": replace(asked, sort="-changed") != CountriesAsked(),
    }


def file(request: HttpRequest, rows: Any, form: str) -> HttpResponse:
    """The same list as `csv` or `xlsx`. Raises Http404 for another form."""
    columns = [_("number"), _("country"), _("name"), _("what it is for"), _("state"), _("confidence")]
    columns += [_("confidence rests on"), _("confidence said on"), _("settled on"), _("last change")]
    found = queries.named(queries.find_assessments(rows, asked_of(request.GET)))
    return writer(form)("assessments", columns, [_row(one) for one in found])


def matrix_file(held: CountryAssessment, form: str) -> HttpResponse:
    """The matrix of one as `csv` or `xlsx`. Raises Http404 for another form."""
    columns = [_("instrument"), _("code"), _("what is judged"), _("stated"), _("reasons"), _("what is missing")]
    columns += [_("suggested"), _("suggested because"), _("sources")]
    lines = [
        [
            part.title,
            line.element.code,
            line.element.title,
            Judgement(line.statement.says).label if line.statement else _("nothing stated yet"),
            line.statement.reasons if line.statement else "",
            line.statement.missing if line.statement else "",
            line.suggestion.judgement.label,
            " ".join(line.suggestion.reasons),
            ", ".join(str(one.number) for one in line.sources),
        ]
        for part in matrix(held, clock.today())
        for line in part.lines
    ]
    return writer(form)(f"assessment-{held.pk}", columns, lines)


def writer(form: str) -> Callable[..., HttpResponse]:
    if form not in WRITERS:
        raise Http404(_("There is no such file."))
    return WRITERS[form]


def _row(one: CountryAssessment) -> list[Any]:
    days = [at.isoformat() if at else "" for at in (one.confidence_on, one.settled_at and one.settled_at.date())]
    about = [one.pk, one.country_id, one.country.name, one.occasion, one.stage, one.confidence, one.confidence_why]
    return [*about, *days, one.changed_at.date().isoformat()]
