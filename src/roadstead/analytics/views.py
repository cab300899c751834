"""The what-if's page and downloads. Every address is a whole question; nothing is stored."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.advisories import queries as advisories
from roadstead.analytics import asked, formview, presenters, queries, typed
from roadstead.analytics.asked import Asked
from roadstead.analytics.limits import what_ifs
from roadstead.analytics.numerals import count
from roadstead.analytics.reading import Reading
from roadstead.common import clock
from roadstead.common.access.guards import needs
from roadstead.common.access.permission import Permission
from roadstead.screening.errors import ScreeningError


@needs(Permission.ASK_WHAT_IF)
@what_ifs
@require_safe
def what_if(request: HttpRequest) -> HttpResponse:
    """The form, or the answer to the draft or drafts in the address with the form behind it."""
    if len(request.META.get("QUERY_STRING", "")) > asked.LONGEST_QUERY:
        return _page(request, asked.nothing(), [], status=414, too_long=asked.LONGEST_QUERY)
    question = asked.read(request.GET)
    if typed.has_fields(request.GET) and question.form.is_valid():
        return _short(question)
    readings = asked.readings(question, queries.the_list(clock.today()))
    if not asked.ready(question, readings):
        return _page(request, question, readings, show_problems=not question.blank)
    try:
        cases = asked.cases(question, readings)
    except ScreeningError as error:
        return _page(request, question, readings, refused=str(error))
    return _page(request, question, readings, result=presenters.result(cases, question.rates))


def _short(question: Asked) -> HttpResponse:
    """Lead a filled form on to its short address, that can be shared and kept."""
    editing = {"more": question.extra} if question.extra else {"edit": "1"}
    query = question.query(more=editing if question.editing else None)
    return HttpResponseRedirect(f"{reverse('analytics:what_if')}{'?' if query else ''}{query}")


def _page(
    request: HttpRequest,
    question: Asked,
    readings: list[Reading],
    *,
    status: int = 200,
    show_problems: bool = True,
    **context: Any,
) -> HttpResponse:
    today = clock.today()
    the_list, document = queries.the_list(today), queries.advisory(today)
    extras = question.extra.partition("_")
    parts = {
        "question": question,
        "drafts": [
            formview.shown(reading, the_list, extras[2] if reading.letter == extras[0] else "") for reading in readings
        ],
        "problems": formview.anchored(readings) if show_problems else [],
        "addresses": _addresses(question),
        "advisory": document,
        "unconfirmed_days": (today - document.last_confirmed_on).days if document.last_confirmed_on else None,
        "set_options": [(one.name, _set_label(one)) for one in question.sets],
        "set_size": count(question.chosen.voyages) if question.chosen else "",
        "rate_fields": question.rate_fields,
        "full_address": request.build_absolute_uri(f"{request.path}?{question.query()}"),
        "trigger": advisories.rule_book().policy.trigger,
        "last_confirmed": document.last_confirmed_on,
        "result": None,
        "refused": "",
        "too_long": 0,
    }
    return render(request, "analytics/what_if.html", parts | context, status=status)


def _set_label(one: queries.VoyageSet) -> str:
    mark = f" ({_('invented')})" if one.invented else ""
    return _("%(label)s%(mark)s: %(n)s voyages") % {"label": one.label, "mark": mark, "n": count(one.voyages)}


def _addresses(question: Asked) -> dict[str, str]:
    """Where the page leads: the same question in other shapes."""
    first = question.drafts["a"]
    second = question.drafts.get("b")
    return {
        "same": question.query(),
        "compare": question.query({"a": first, "b": second or first}, {"edit": "1"}),
        "only_a": question.query({"a": first}),
        "only_b": question.query({"a": second}) if second else "",
    }
