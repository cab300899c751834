"""The what-if's downloads: the same question as the page, answered for programs and spreadsheets."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from roadstead.analytics import asked, documents, queries
from roadstead.analytics.asked import Asked
from roadstead.analytics.limits import what_ifs
from roadstead.analytics.reading import Reading
from roadstead.common import clock
from roadstead.common.access.guards import needs
from roadstead.common.access.permission import Permission
from roadstead.screening.errors import ScreeningError


@needs(Permission.ASK_WHAT_IF)
@what_ifs
@require_safe
def impact_json(request: HttpRequest) -> HttpResponse:
    """The whole impact of each draft, with the draft, the rates and what it was computed from."""
    return _document(request, documents.as_json)


@needs(Permission.ASK_WHAT_IF)
@what_ifs
@require_safe
def tables_csv(request: HttpRequest) -> HttpResponse:
    """Every table in one long form."""
    return _document(request, documents.as_csv)


@needs(Permission.ASK_WHAT_IF)
@what_ifs
@require_safe
def tables_xlsx(request: HttpRequest) -> HttpResponse:
    """Every table as a sheet of a workbook."""
    return _document(request, documents.as_xlsx)


def _document(request: HttpRequest, write: documents.Writer) -> HttpResponse:
    if len(request.META.get("QUERY_STRING", "")) > asked.LONGEST_QUERY:
        return documents.refused([("", "This address is too long.")])
    question = asked.read(request.GET)
    readings = asked.readings(question, queries.the_list(clock.today()))
    if not asked.ready(question, readings):
        return documents.refused(_why_not(question, readings))
    try:
        cases = asked.cases(question, readings)
    except ScreeningError as error:
        return documents.refused([("a", str(error))])
    assert question.chosen is not None
    today = clock.today()
    page = request.build_absolute_uri(f"{reverse('analytics:what_if')}?{question.query()}")
    about = documents.About(question.chosen, queries.advisory(today).rule_book, today, question.rates, page)
    return write(cases, about)


def _why_not(question: Asked, readings: list[Reading]) -> list[tuple[str, str]]:
    if not question.chosen:
        return [("set", "There is no such set of voyages.")]
    wrong = [(problem.field, problem.message) for reading in readings for problem in reading.problems]
    wrong += [(name, str(told)) for name, texts in question.form.errors.items() for told in texts]
    return wrong or [("a", "Give a draft, as in a=add:EG.")]
