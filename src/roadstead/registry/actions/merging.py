"""Two entries that are one facility become one: every field that differs is chosen, everything follows, or nothing."""

from collections.abc import Collection, Mapping
from typing import Any

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.registry import followers
from roadstead.registry.actions.facilities import held_to_keep
from roadstead.registry.actions.keeping import RegisterError, StaleError
from roadstead.registry.actions.marking import set_mark
from roadstead.registry.actions.merging_fields import snapshot, take
from roadstead.registry.actions.merging_preview import KEPT, MERGED, Preview, preview
from roadstead.registry.actions.reconciling import reason
from roadstead.registry.enums import FacilityNameKind
from roadstead.registry.merging_events import FacilitiesMerged, FacilityMergedAway
from roadstead.registry.models import Facility, FacilityName, Merger
from roadstead.registry.models.changes import LONGEST_WHY
from roadstead.registry.reach import person_of, reach_of


@action
def merge_facilities(
    *,
    kept: Facility,
    merged: Facility,
    choices: Mapping[str, str],
    why: str,
    seen: str,
    by: Viewer,
    numbers_why: str = "",
) -> Merger:
    """Merge an entry into another, which stays. choices: {what differs: kept | merged}; seen: of the preview.

    Raises PermissionDenied; StaleError where either changed since the preview; RegisterError for what stands against it
    or was not chosen; DoesNotExist where one may not be read.
    """
    # In one order, whoever asks, so that two who merge at once do not wait for each other.
    held = {pk: held_to_keep(Facility(pk=pk), by) for pk in sorted({kept.pk, merged.pk})}
    one, other = held[kept.pk], held[merged.pk]
    look = preview(one, other, by)
    _check(look, choices, seen, one)
    said = _reasons(look, why, numbers_why)
    before: dict[str, Any] = {"kept": snapshot(one), "merged": snapshot(other)}
    taken = [key for key in look.differ if choices[key] == MERGED]
    take(one, other, taken, by)
    moved = _move(one, other, by)
    aliases = _alias(one, before)
    other.merged_into_id, other.revision, one.revision = one.pk, other.revision + 1, one.revision + 1
    other.save(update_fields=["merged_into", "revision"])
    one.save(update_fields=["revision"])
    if reach_of(one) != look.reach:
        words, reach = _("The stricter mark of two entries that were merged."), look.reach
        set_mark(marked=one, mark=reach.mark, states=reach.states, people=reach.people, reason=words, by=by)
        one.refresh_from_db()
    before |= {"after": {"kept": snapshot(one), "merged": snapshot(other)}, "aliases": aliases}
    made = Merger.objects.create(
        kept=one, merged=other, moved=moved, before=before, why=said, by_id=person_of(by), at=clock.now()
    )
    followed = sum(followers.FOLLOWERS[relation].seen(keys, by) for relation, keys in moved.items())
    record(FacilitiesMerged(merger=made.pk, other=other.pk, taken=taken, followed=followed), subject=one, by=by)
    record(FacilityMergedAway(merger=made.pk, kept=one.pk), subject=other, by=by)
    return made


def _check(look: Preview, choices: Mapping[str, str], seen: str, one: Facility) -> None:
    """Raises StaleError, or RegisterError for what stands against it or was not chosen."""
    if seen != look.seen:
        raise StaleError(one)
    if look.against:
        raise RegisterError(" ".join(look.against))
    for key in look.differ:
        if choices.get(key) not in (KEPT, MERGED):
            raise RegisterError(_("Choose which of the two holds."), f"take_{key}")


def _reasons(look: Preview, why: str, numbers_why: str) -> str:
    """Why they are one, and why one facility had two numbers. Raises RegisterError."""
    said = reason(why)
    if not look.two_numbers:
        return said
    if not numbers_why.strip():
        raise RegisterError(_("Both numbers are in force. Say why one facility has two."), "numbers_why")
    both = f"{said} / {reason(numbers_why)}"
    if len(both) > LONGEST_WHY:
        words = _("Say both in at most %(most)s characters together.") % {"most": LONGEST_WHY - 3}
        raise RegisterError(words, "numbers_why")
    return both


def _move(one: Facility, other: Facility, by: Viewer) -> dict[str, Any]:
    moved = {}
    for follower in followers.FOLLOWERS.values():
        keys = follower.moving(one, other, by)
        if keys:
            follower.move(one, other, keys, by)
            moved[follower.relation] = keys
    return moved


def _alias(one: Facility, before: Mapping[str, Any]) -> Collection[int]:
    """The name that was not chosen is another name from now on; its key, for the way back."""
    there = {one.folded, *FacilityName.objects.filter(facility=one.pk).stated().values_list("folded", flat=True)}
    made = []
    for side in (KEPT, MERGED):
        said = before[side]["fields"]
        if fold(said["name"]) not in there:
            there.add(fold(said["name"]))
            alias = FacilityName(facility=one, name=said["name"], kind=FacilityNameKind.ALIAS, source=said["source"])
            alias.folded, alias.as_of = fold(said["name"]), clock.today()
            alias.save()
            made.append(alias.pk)
    return made
