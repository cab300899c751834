"""Promises, questions passed on and drafts: of an interaction, and those that are open with some countries."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from roadstead.common.access.viewer import Viewer
from roadstead.engagement.interaction_enums import InteractionState
from roadstead.engagement.models import Commitment, CommitmentMove, Interaction, Referral
from roadstead.engagement.models.promises import OPEN
from roadstead.engagement.queries.interactions import links, readable_interactions


@dataclass(frozen=True, slots=True)
class Open:
    """Something that is open. row: a Commitment, a Referral or an Interaction; countries: those asked for."""

    row: Any
    countries: tuple[str, ...]


def commitments_of(interaction: Interaction) -> list[Commitment]:
    """The promises of an interaction that was read for its viewer, the open ones first, by due date."""
    rows = list(Commitment.objects.filter(interaction=interaction).stated().select_related("officer"))
    return sorted(rows, key=lambda one: (bool(one.kept_on or one.dropped_on), one.due_on or date.max, one.pk))


def referrals_of(interaction: Interaction) -> list[Referral]:
    """The questions of an interaction that was read for its viewer, the open ones first."""
    rows = Referral.objects.filter(interaction=interaction).stated()
    named = rows.select_related("officer", "asked_by", "answered_by")
    return sorted(named, key=lambda one: (one.answered_at is not None, one.pk))


def moves_of(promises: Collection[Commitment]) -> dict[int, list[CommitmentMove]]:
    """How the days of promises that were read for a viewer were moved, the first move first; one query."""
    found: dict[int, list[CommitmentMove]] = {}
    rows = CommitmentMove.objects.filter(commitment__in=[one.pk for one in promises]).stated()
    for one in rows.select_related("by").order_by("pk"):
        found.setdefault(one.commitment_id, []).append(one)
    return found


def commitment_of(interaction: Interaction, pk: int) -> Commitment | None:
    return Commitment.objects.filter(interaction=interaction, pk=pk).stated().first()


def referral_of(interaction: Interaction, pk: int) -> Referral | None:
    return Referral.objects.filter(interaction=interaction, pk=pk).stated().first()


def open_promises(
    viewer: Viewer, countries: Collection[str], more: Q | None = None, mine: Q | None = None
) -> list[Open]:
    """Promises that are neither kept nor dropped, by due date; two queries. mine: those of any country, too."""
    rows = Commitment.objects.filter(OPEN, _wanted(viewer, countries, more, mine)).stated()
    return _with_countries(rows.select_related("officer"), countries)


def open_questions(
    viewer: Viewer, countries: Collection[str], more: Q | None = None, mine: Q | None = None
) -> list[Open]:
    """Questions without an answer, by due date; two queries. mine: those of any country, too."""
    rows = Referral.objects.filter(_wanted(viewer, countries, more, mine), answered_at__isnull=True).stated()
    return _with_countries(rows.select_related("officer"), countries)


def drafts_about(viewer: Viewer, countries: Collection[str]) -> list[Open]:
    """Interactions that are still drafts, the latest first; two queries."""
    rows = readable_interactions(viewer).filter(state=InteractionState.DRAFT, pk__in=_links(countries))
    return _with_countries(rows, countries, key="pk")


def _wanted(viewer: Viewer, countries: Collection[str], more: Q | None, mine: Q | None) -> Q:
    """What belongs to interactions that somebody may read: with some countries, or else what is one's own."""
    rows = readable_interactions(viewer).exclude(state=InteractionState.DISCARDED).order_by()
    wanted = Q(interaction__in=rows.filter(pk__in=_links(countries)).values("pk")) & (more or Q())
    return wanted if mine is None else wanted | Q(mine, interaction__in=rows.values("pk"))


def _links(countries: Collection[str]) -> Any:
    return links("countries").filter(country_id__in=countries).values("interaction_id")


def _with_countries(rows: Iterable[Any], countries: Collection[str], key: str = "interaction_id") -> list[Open]:
    held = list(rows)
    found: dict[int, list[str]] = {}
    named = links("countries").filter(country_id__in=countries, interaction__in={getattr(one, key) for one in held})
    for pk, code in named.order_by("country_id").values_list("interaction_id", "country_id"):
        found.setdefault(pk, []).append(code)
    return [Open(one, tuple(found.get(getattr(one, key), ()))) for one in held]
