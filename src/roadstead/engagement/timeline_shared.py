"""Information about a country, or shared with it, as a timeline has it."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Case, F, Q, When
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.models import Information
from roadstead.engagement.queries import readable
from roadstead.registry.timeline import Moment, Row, Source

WORD = gettext_lazy("information")
RELEASED = (Mark.PUBLIC, Mark.PARTNER)


def _rows(country: str, viewer: Viewer) -> Any:
    about = Information.countries.through._default_manager.filter(country_id=country).values("information_id")
    shared = Information.states.through._default_manager.filter(country_id=country).values("information_id")
    return readable(viewer).filter(Q(pk__in=about) | Q(mark=Mark.PARTNER, pk__in=shared)).order_by()


def _told(rows: list[Row], viewer: Viewer) -> Iterator[Moment]:
    """Each on the day when it was released as it is now; on that of its writing while it is the programme's own."""
    desk = viewer.holds(Permission.READ_PROGRAMME)
    for on, pk, title, mark, withdrawn in rows:
        note = str(Mark(mark).label) if mark in RELEASED else ""
        note = _("withdrawn since") if withdrawn else note
        href = reverse("engagement:desk_information", args=[pk]) if desk else ""
        yield Moment(on, "information", WORD, title, href, note)


INFORMATION = Source(
    "information",
    WORD,
    _rows,
    Case(When(mark__in=RELEASED, then=F("marked_at")), default=F("written_at")),
    ("title", "mark", "withdrawn_at"),
    _told,
)
