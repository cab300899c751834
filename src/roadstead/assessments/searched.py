"""By what a self-assessment is found: what it is for, and its country; never by its answers."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from roadstead.assessments.models import SelfAssessment
from roadstead.search.kinds import AROUND, Searched, Text, searched
from roadstead.search.words import of_place


def texts(row: Any) -> Iterator[Text]:
    yield Text(row.occasion)
    yield Text(row.country.name, AROUND, _("country"), of_place)


def _related(rows: Any) -> Any:
    return rows.select_related("country")


searched(
    Searched(
        "self_assess",
        SelfAssessment._meta.label_lower,
        every=partial(SelfAssessment.objects.for_the_system, "the index of search, which is read for a viewer"),
        visible=SelfAssessment.objects.visible_to,
        texts=texts,
        related=_related,
    )
)
