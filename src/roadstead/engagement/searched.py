"""What of engagement is found by a search, and by which of its texts."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.engagement import queries
from roadstead.engagement.interaction_enums import InteractionState, topic_word
from roadstead.engagement.models import Contact, Information, Interaction
from roadstead.engagement.queries.contacts import readable_people
from roadstead.engagement.queries.interactions import readable_interactions
from roadstead.engagement.queries.parts import with_points, with_positions
from roadstead.search import words
from roadstead.search.kinds import ADDRESS, AROUND, NAME, PART, PLACE, Searched, Text, searched

INDEX = "the index of search, which is read for a viewer"
OTHER = "other"


def person_texts(row: Any) -> Iterator[Text]:
    """Names, parts, country, and how the person is reached; the last not of a restricted entry.

    Such addresses are read on the entry’s own page, which records it.
    """
    yield Text(row.name)
    yield Text(row.local_name, NAME, _("name in its own script"))
    for part in row.positions.all():
        yield Text(part.title, PART, _("part"))
        if part.kind != OTHER:
            yield Text(str(part.get_kind_display()), PART, _("part"), words.of_place)
    if row.mark != Mark.RESTRICTED:
        for point in row.points.all():
            email = point.kind == "email"
            split = words.of_address if email else words.of_number
            yield Text(point.value, ADDRESS, point.get_kind_display(), split, slips=False)
    if row.country is not None:
        yield Text(row.country.name, AROUND, _("country"), words.of_place)


def information_texts(row: Any) -> Iterator[Text]:
    yield Text(row.title)


def interaction_texts(row: Any) -> Iterator[Text]:
    """Subject, place and topics; of what was said, nothing: it is long, and read on its own page."""
    yield Text(row.subject)
    yield Text(row.place, PLACE, _("place"))
    for topic in row.topics:
        yield Text(topic_word(topic), AROUND, _("topic"))


def _people(viewer: Viewer) -> Any:
    return readable_people(viewer).filter(forgotten_at__isnull=True)


def _with_parts(rows: Any) -> Any:
    return rows.select_related("country").prefetch_related(with_positions(), with_points())


searched(
    Searched(
        "person",
        "engagement.contact",
        every=lambda: Contact.objects.for_the_system(INDEX).filter(merged_into__isnull=True, forgotten_at__isnull=True),
        visible=_people,
        texts=person_texts,
        related=_with_parts,
    )
)
searched(
    Searched(
        "information",
        "engagement.information",
        every=lambda: Information.objects.for_the_system(INDEX),
        visible=queries.readable,
        texts=information_texts,
    )
)
searched(
    Searched(
        "interaction",
        "engagement.interaction",
        every=lambda: Interaction.objects.for_the_system(INDEX).exclude(state=InteractionState.DISCARDED),
        visible=lambda viewer: readable_interactions(viewer).exclude(state=InteractionState.DISCARDED),
        texts=interaction_texts,
    )
)
