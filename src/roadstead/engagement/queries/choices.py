"""What a list can be narrowed to: only what stands in the rows that somebody may read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from roadstead.engagement.models import Information
from roadstead.engagement.queries.rows import Rows
from roadstead.registry import queries as registry


@dataclass(frozen=True, slots=True)
class Choice:
    """One country that a list can be narrowed to."""

    code: str
    name: str


def country_choices(rows: Rows, *, links: Sequence[str]) -> list[Choice]:
    """The countries that any of some rows name, by name; one query."""
    keys = rows.order_by().values("pk")
    named = Q()
    for link in links:
        named |= Q(pk__in=linked(link).filter(information_id__in=keys).values("country_id"))
    found = registry.country_rows_where(named)
    return [Choice(code, name) for code, name in found.order_by("name", "code").values_list("code", "name")]


def linked(link: str) -> Any:
    """The links of information with countries (it is about), or states (it is shared with)."""
    return getattr(Information, link).through._default_manager
