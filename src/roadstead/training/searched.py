"""By what offerings, requests and experts are found; never a delegate, who stands in no index."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from roadstead.common.access.permission import Permission
from roadstead.search.kinds import AROUND, PART, PLACE, Searched, Text, searched
from roadstead.search.words import of_place
from roadstead.training.catalogue import title_of
from roadstead.training.enums import OfferingState
from roadstead.training.models import Expert, Offering, Request

INDEX = "the index of search, which is read for a viewer"


def of_offering(row: Any) -> Iterator[Text]:
    yield Text(row.title or title_of(row.course))
    yield Text(row.place, PLACE, _("place"), of_place)
    if row.country is not None:
        yield Text(row.country.name, AROUND, _("country"), of_place)


def of_request(row: Any) -> Iterator[Text]:
    yield Text(row.aims)
    yield Text(title_of(row.course), PART, _("course"))
    yield Text(row.country.name, AROUND, _("country"), of_place)


def of_expert(row: Any) -> Iterator[Text]:
    yield Text(row.name)
    yield Text(row.organisation, PART, _("organisation"))


def _visible(viewer: Any) -> Any:
    """Outside of the programme what is planned only is told to nobody."""
    rows = Offering.objects.visible_to(viewer)
    return rows if viewer.holds(Permission.READ_PROGRAMME) else rows.exclude(state=OfferingState.PLANNED)


searched(
    Searched(
        "training",
        Offering._meta.label_lower,
        every=partial(Offering.objects.for_the_system, INDEX),
        visible=_visible,
        texts=of_offering,
        related=lambda rows: rows.select_related("country"),
    )
)
searched(
    Searched(
        "train_ask",
        Request._meta.label_lower,
        every=partial(Request.objects.for_the_system, INDEX),
        visible=Request.objects.visible_to,
        texts=of_request,
        related=lambda rows: rows.select_related("country"),
    )
)
searched(
    Searched(
        "expert",
        Expert._meta.label_lower,
        every=partial(Expert.objects.for_the_system, INDEX),
        visible=Expert.objects.visible_to,
        texts=of_expert,
    )
)
