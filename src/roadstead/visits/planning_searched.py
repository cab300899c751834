"""Visits, and those of others, as a search finds them."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from roadstead.search import words
from roadstead.search.kinds import AROUND, NAME, PART, Searched, Text, searched
from roadstead.visits.models import OtherVisit, Visit
from roadstead.visits.queries.rows import others_readable, readable

INDEX = "the index of search, which is read for a viewer"


def visit_texts(row: Any) -> Iterator[Text]:
    """Title, kind, year, lead and country."""
    yield Text(row.title)
    yield Text(str(row.get_kind_display()), PART, _("kind"))
    yield Text(str(row.first_on.year) if row.first_on else "", AROUND, _("year"), slips=False)
    yield Text(row.lead.name, AROUND, _("lead"))
    yield Text(row.country.name, NAME if not row.title else AROUND, _("country"), words.of_place)


def other_texts(row: Any) -> Iterator[Text]:
    """Agency, what for, and country."""
    yield Text(row.agency)
    yield Text(row.purpose, PART, _("what for"))
    yield Text(row.country.name, AROUND, _("country"), words.of_place)


searched(
    Searched(
        "visit",
        "visits.visit",
        every=lambda: Visit.objects.for_the_system(INDEX),
        visible=readable,
        texts=visit_texts,
        related=lambda rows: rows.select_related("country", "lead"),
    )
)
searched(
    Searched(
        "other_visit",
        "visits.othervisit",
        every=lambda: OtherVisit.objects.for_the_system(INDEX),
        visible=others_readable,
        texts=other_texts,
        related=lambda rows: rows.select_related("country"),
    )
)
