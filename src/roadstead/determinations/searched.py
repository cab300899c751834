"""By what a case is found: its title, what it is to do, and its country; never by what was found."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from roadstead.determinations.models import Case
from roadstead.search.kinds import AROUND, PART, Searched, Text, searched
from roadstead.search.words import of_place


def texts(row: Any) -> Iterator[Text]:
    """Title, what it is to do, and country."""
    yield Text(row.title)
    yield Text(str(row.get_effect_display()), PART, _("to do"))
    yield Text(row.country.name, AROUND, _("country"), of_place)


def _related(rows: Any) -> Any:
    return rows.select_related("country")


searched(
    Searched(
        "case",
        Case._meta.label_lower,
        every=partial(Case.objects.for_the_system, "the index of search, which is read for a viewer"),
        visible=Case.objects.visible_to,
        texts=texts,
        related=_related,
    )
)
