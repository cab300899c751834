"""Visits by what is asked of them."""

from dataclasses import dataclass

from django.db.models import F, OrderBy, Q

from roadstead.common.folding import fold
from roadstead.registry import queries as registry
from roadstead.visits.enums import VisitKind, VisitState
from roadstead.visits.queries.rows import Rows

OPEN = "open"  # whatever is neither reported nor cancelled
OVER = (VisitState.REPORTED, VisitState.CANCELLED)
COLUMNS = {"days": "first_on", "country": "country__name", "kind": "kind", "state": "state", "lead": "lead__name"}
MOST_COUNTRIES = 12  # that a word may name


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a list of visits; an empty field asks nothing. state: one of them, or "open"."""

    text: str = ""
    state: str = ""
    kind: str = ""
    country: str = ""
    lead: str = ""
    year: str = ""
    sort: str = "-days"


def find(rows: Rows, asked: Asked) -> Rows:
    """The rows that fit, in the order asked for; without days last."""
    if asked.state == OPEN:
        rows = rows.exclude(state__in=OVER)
    elif asked.state:
        rows = rows.filter(state=asked.state)
    for name, value in (("kind", asked.kind), ("country", asked.country), ("lead", asked.lead)):
        rows = rows.filter(**{name: value}) if value else rows
    if asked.year:
        rows = rows.filter(first_on__year__lte=int(asked.year), last_on__year__gte=int(asked.year))
    for word in asked.text.split():
        rows = rows.filter(_worded(word))
    down, column = asked.sort.startswith("-"), COLUMNS[asked.sort.removeprefix("-")]
    order = OrderBy(F(column), descending=down, nulls_last=True)
    return rows.order_by(order, "-pk" if down else "pk")


def choices(rows: Rows) -> dict[str, list[tuple[str, str]]]:
    """Countries, leads and years that stand in some rows, for narrowing; three queries."""
    plain = rows.order_by()
    countries = plain.values_list("country", "country__name").distinct()
    leads = plain.values_list("lead", "lead__name").distinct()
    years = sorted({one.year for one in plain.dates("first_on", "year")}, reverse=True)
    return {
        "countries": sorted(countries, key=lambda pair: fold(pair[1])),
        "leads": sorted(((str(pk), name) for pk, name in leads), key=lambda pair: fold(pair[1])),
        "years": [(str(year), str(year)) for year in years],
    }


def _worded(word: str) -> Q:
    """A word in the title, the names of country and lead, or the words for the kind."""
    kinds = [kind for kind in VisitKind if word.casefold() in str(kind.label).casefold()]
    named = [one.code for one in registry.find_countries(word, limit=MOST_COUNTRIES)]
    said = Q(title__icontains=word) | Q(country__in=named) | Q(lead__name__icontains=word)
    return said | Q(kind__in=kinds)
