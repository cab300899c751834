"""What of observations, recommendations and best practice is found by a search: texts, never where they came from."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from roadstead.search.kinds import AROUND, CODE, NAME, PART, Searched, Text, as_they_are, searched
from roadstead.search.words import of_place
from roadstead.visits.models import BestPractice, Observation, Recommendation

INDEX = "the index of search, which is read for a viewer"


def observed(row: Any) -> Iterator[Text]:
    yield Text(row.text)
    yield Text(row.remark, PART, _("the host’s remark"))
    yield Text(f"{row.element} {row.reference}", CODE, _("ISPS reference"), slips=False)
    yield Text(row.country.name, AROUND, _("country"), of_place)


def recommended(row: Any) -> Iterator[Text]:
    yield Text(row.text)
    yield Text(row.owner, PART, _("who sees to it"))
    yield Text(row.country.name, AROUND, _("country"), of_place)


def practised(row: Any) -> Iterator[Text]:
    yield Text(row.title)
    yield Text(row.text, NAME // 2, _("text"))


def _with_country(rows: Any) -> Any:
    return rows.select_related("country")


for kind, model, texts, related in (
    ("observation", Observation, observed, _with_country),
    ("recommended", Recommendation, recommended, _with_country),
    ("practice", BestPractice, practised, as_they_are),
):
    searched(
        Searched(
            kind,
            model._meta.label_lower,
            every=partial(model.objects.for_the_system, INDEX),
            visible=model.objects.visible_to,
            texts=texts,
            related=related,
        )
    )
