"""Interactions, promises and questions passed on, as a timeline has them."""

from collections.abc import Iterator
from datetime import UTC
from typing import Any

from django.db.models.functions import Coalesce, TruncDate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.interaction_enums import InteractionKind, InteractionState, Side
from roadstead.engagement.models import Commitment, Referral
from roadstead.engagement.queries.interactions import about, readable_interactions
from roadstead.registry.timeline import Moment, Row, Source

KINDS = dict(InteractionKind.choices)
PROMISE, QUESTION = gettext_lazy("promise"), gettext_lazy("question")


def _concerning(country: str, viewer: Viewer) -> Any:
    rows = readable_interactions(viewer).exclude(state=InteractionState.DISCARDED)
    return rows.filter(about(country)).order_by()


def _parts(model: Any, country: str, viewer: Viewer) -> Any:
    return model.objects.filter(interaction__in=_concerning(country, viewer).values("pk")).stated()


def _page(pk: int, viewer: Viewer, part: str = "") -> str:
    return f"/desk/engagement/{pk}/{part}" if viewer.holds(Permission.READ_PROGRAMME) else ""


def _interactions(rows: list[Row], viewer: Viewer) -> Iterator[Moment]:
    """Each on its day."""
    for on, pk, kind, subject, state in rows:
        note = _("draft") if state == InteractionState.DRAFT else ""
        yield Moment(on, "interaction", KINDS[kind], subject, _page(pk, viewer), note)


def _promises(rows: list[Row], viewer: Viewer) -> Iterator[Moment]:
    """Each on the day when it was kept or dropped, else when it is due, else when it was written."""
    for on, _pk, interaction, what, side, due, kept, dropped in rows:
        word, tone = (_("due"), "ask") if due else (_("open"), "ask")
        if kept:
            word, tone = _("kept"), "good"
        elif dropped:
            word, tone = _("dropped"), "quiet"
        whose = _("ours") if side == Side.OURS else _("theirs")
        yield Moment(on, "promise", PROMISE, what, _page(interaction, viewer, "#promises"), f"{whose}, {word}", tone)


def _questions(rows: list[Row], viewer: Viewer) -> Iterator[Moment]:
    """Each on the day of its answer, else when it was asked."""
    for on, _pk, interaction, words, answered in rows:
        note, tone = (_("answered"), "good") if answered else (_("open"), "ask")
        yield Moment(on, "question", QUESTION, words, _page(interaction, viewer, "#questions"), note, tone)


INTERACTIONS = Source(
    "interaction",
    gettext_lazy("interaction"),
    _concerning,
    "held_on",
    ("kind", "subject", "state"),
    _interactions,
)
PROMISES = Source(
    "promise",
    PROMISE,
    lambda country, viewer: _parts(Commitment, country, viewer),
    Coalesce("kept_on", "dropped_on", "due_on", TruncDate("written_at", tzinfo=UTC)),
    ("interaction", "what", "side", "due_on", "kept_on", "dropped_on"),
    _promises,
)
QUESTIONS = Source(
    "question",
    QUESTION,
    lambda country, viewer: _parts(Referral, country, viewer),
    Coalesce("answered_at", "asked_at"),
    ("interaction", "question", "answered_at"),
    _questions,
)
