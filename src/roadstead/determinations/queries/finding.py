"""Cases by what is asked of them."""

from dataclasses import dataclass

from django.db.models import F, OrderBy, Q

from roadstead.common.folding import fold
from roadstead.determinations.enums import CaseState
from roadstead.determinations.queries.cases import Rows
from roadstead.registry import queries as registry

OPEN = "live"  # whatever is neither published nor dropped
OVER = (CaseState.PUBLISHED, CaseState.DROPPED)
COLUMNS = {"country": "country__name", "title": "title", "effect": "effect", "state": "state", "changed": "changed_at"}
MOST_COUNTRIES = 12  # that a word may name


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a list of cases; an empty field asks nothing. state: one of them, or "live"."""

    text: str = ""
    state: str = ""
    effect: str = ""
    country: str = ""
    sort: str = "-changed"


def find(rows: Rows, asked: Asked) -> Rows:
    """The rows that fit, in the order asked for."""
    if asked.state == OPEN:
        rows = rows.exclude(state__in=OVER)
    elif asked.state:
        rows = rows.filter(state=asked.state)
    for name, value in (("effect", asked.effect), ("country", asked.country)):
        rows = rows.filter(**{name: value}) if value else rows
    for word in asked.text.split():
        named = [one.code for one in registry.find_countries(word, limit=MOST_COUNTRIES)]
        rows = rows.filter(Q(title__icontains=word) | Q(country__in=named))
    down, column = asked.sort.startswith("-"), COLUMNS[asked.sort.removeprefix("-")]
    return rows.order_by(OrderBy(F(column), descending=down), "-pk" if down else "pk")


def countries(rows: Rows) -> list[tuple[str, str]]:
    """The countries that stand in some rows, for narrowing."""
    found = rows.order_by().values_list("country", "country__name").distinct()
    return sorted(found, key=lambda pair: fold(pair[1]))
