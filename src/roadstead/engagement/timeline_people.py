"""People of a country whose entry or part was changed, as a timeline has it: the record of what was done tells it."""

from collections.abc import Iterator
from typing import Any

from django.db.models import CharField, Q
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.queries import done_to
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.presenters.people import name_of_person
from roadstead.engagement.queries.contacts import readable_people
from roadstead.engagement.queries.taking_part import people_named
from roadstead.registry.timeline import Moment, Row, Source

WORD = gettext_lazy("contact")
DONE = {
    "engagement.contact_written": gettext_lazy("new"),
    "engagement.contact_changed": gettext_lazy("changed"),
    "engagement.contact_retired": gettext_lazy("retired, or kept in touch with again"),
    "engagement.contacts_merged": gettext_lazy("joined with another entry"),
    "engagement.position_added": gettext_lazy("new part"),
    "engagement.position_ended": gettext_lazy("part ended"),
    "engagement.position_removed": gettext_lazy("part removed"),
}


def _rows(country: str, viewer: Viewer) -> Any:
    people = readable_people(viewer).filter(country=country, forgotten_at__isnull=True)
    keys = people.annotate(key=Cast("pk", CharField())).order_by().values("key")
    # That somebody was met is told by the interaction itself.
    told = Q(data__fields__isnull=True) | ~Q(data__fields=["last_contact_on"])
    # An address book that was taken over is one act; told person by person, it would be all that one sees of a year.
    told &= ~Q(type="engagement.contact_written", data__imported__gt=0)
    return done_to("engagement.contact", keys, tuple(DONE)).filter(told)


def _told(rows: list[Row], viewer: Viewer) -> Iterator[Moment]:
    """Each on the day when it was done; one query for the names."""
    people = people_named({int(row[2]) for row in rows}, viewer)
    for on, _number, key, kind in rows:
        one = people[int(key)]
        title = name_of_person(one) or _("somebody")
        yield Moment(on, "contact", WORD, title, reverse("engagement:person", args=[one.pk]), str(DONE[kind]))


CONTACTS = Source("contact", WORD, _rows, "at", ("subject", "type"), _told)
