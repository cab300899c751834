"""By what a reciprocal visit is found: its aims, its topics, and its country; never by who comes."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from roadstead.hosting import topics
from roadstead.hosting.models import HostingRequest
from roadstead.search.kinds import AROUND, Searched, Text, searched
from roadstead.search.words import of_place


def texts(row: Any) -> Iterator[Text]:
    yield Text(row.aims)
    yield Text("; ".join(topics.labels(row.topics)), AROUND, _("topics"))
    yield Text(row.country.name, AROUND, _("country"), of_place)


def _related(rows: Any) -> Any:
    return rows.select_related("country")


searched(
    Searched(
        "hosting",
        HostingRequest._meta.label_lower,
        every=partial(HostingRequest.objects.for_the_system, "the index of search, which is read for a viewer"),
        visible=HostingRequest.objects.visible_to,
        texts=texts,
        related=_related,
    )
)
