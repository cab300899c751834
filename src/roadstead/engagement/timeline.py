"""What engagement tells of a country: interactions, promises, questions passed on, and information."""

from collections.abc import Iterator
from datetime import UTC, date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.interaction_enums import InteractionKind, InteractionState, Side
from roadstead.engagement.models import Commitment, Information, Referral
from roadstead.engagement.queries import readable
from roadstead.engagement.queries.interactions import about, readable_interactions
from roadstead.registry.timeline import Moment, register

KINDS = dict(InteractionKind.choices)
PROMISE, QUESTION, INFORMATION = gettext_lazy("promise"), gettext_lazy("question"), gettext_lazy("information")


def interactions(country: str, viewer: Viewer) -> Iterator[Moment]:
    """Each interaction on its day; one query."""
    desk = viewer.holds(Permission.READ_PROGRAMME)
    for pk, on, kind, subject, state in _concerning(country, viewer).values_list(
        "pk", "held_on", "kind", "subject", "state"
    ):
        draft = state == InteractionState.DRAFT
        yield Moment(on, "interaction", KINDS[kind], subject, _page(pk, desk), _("draft") if draft else "", "")


def promises(country: str, viewer: Viewer) -> Iterator[Moment]:
    """Each promise on the day when it was kept or dropped, else when it is due; one query."""
    desk = viewer.holds(Permission.READ_PROGRAMME)
    rows = Commitment.objects.filter(interaction__in=_concerning(country, viewer).values("pk")).stated()
    columns = ("interaction", "what", "side", "due_on", "kept_on", "dropped_on", "written_at")
    for pk, what, side, due, kept, dropped, written in rows.order_by().values_list(*columns):
        on, word, tone = kept, _("kept"), "good"
        if dropped:
            on, word, tone = dropped, _("dropped"), "quiet"
        elif not kept:
            on, word, tone = due or written.astimezone(UTC).date(), _("due") if due else _("open"), "ask"
        whose = _("ours") if side == Side.OURS else _("theirs")
        yield Moment(on, "promise", PROMISE, what, _page(pk, desk, "#promises"), f"{whose}, {word}", tone)


def questions(country: str, viewer: Viewer) -> Iterator[Moment]:
    """Each question on the day of its answer, else when it was asked; one query."""
    desk = viewer.holds(Permission.READ_PROGRAMME)
    rows = Referral.objects.filter(interaction__in=_concerning(country, viewer).values("pk")).stated()
    for pk, words, asked, answered in rows.order_by().values_list("interaction", "question", "asked_at", "answered_at"):
        on, note = (answered, _("answered")) if answered else (asked, _("open"))
        tone = "good" if answered else "ask"
        yield Moment(_day(on), "question", QUESTION, words, _page(pk, desk, "#questions"), note, tone)


def information(country: str, viewer: Viewer) -> Iterator[Moment]:
    """What is written about a country, on the day when it was written; one query."""
    desk = viewer.holds(Permission.READ_PROGRAMME)
    named = Information.countries.through._default_manager.filter(country_id=country).values("information_id")
    rows = readable(viewer).filter(pk__in=named).order_by()
    for pk, title, written, withdrawn in rows.values_list("pk", "title", "written_at", "withdrawn_at"):
        href = reverse("engagement:desk_information", args=[pk]) if desk else ""
        note = _("withdrawn since") if withdrawn else ""
        yield Moment(_day(written), "information", INFORMATION, title, href, note)


def _concerning(country: str, viewer: Viewer) -> Any:
    rows = readable_interactions(viewer).exclude(state=InteractionState.DISCARDED)
    return rows.filter(about(country)).order_by()


def _page(pk: int, desk: bool, part: str = "") -> str:
    return f"/desk/engagement/{pk}/{part}" if desk else ""


def _day(at: Any) -> date:
    found: date = at.astimezone(UTC).date()
    return found


register("interactions", interactions)
register("promises", promises)
register("questions", questions)
register("information", information)
