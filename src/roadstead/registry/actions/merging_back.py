"""A merge undone: both entries as they were, unless something was changed since."""

from typing import Any

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.registry import followers
from roadstead.registry.actions.keeping import RegisterError, must_keep
from roadstead.registry.actions.marking import set_mark
from roadstead.registry.actions.merging_fields import restore, snapshot
from roadstead.registry.facility_fields import in_words
from roadstead.registry.merging_events import FacilitiesParted
from roadstead.registry.models import Facility, FacilityName, Merger
from roadstead.registry.queries.mergers import merger as readable
from roadstead.registry.reach import must_reach, person_of, reach_of


@action
def part_facilities(*, merger: Merger, by: Viewer) -> Merger:
    """Undo a merge: fields, mark, number, names and what followed are as before; what was added since stays.

    Raises PermissionDenied; RegisterError where something stands against it; DoesNotExist where it may not be read.
    """
    row = Merger.objects.visible_to(by).select_for_update(of=("self",)).get(pk=merger.pk)
    rows: Any = Facility.objects.visible_to(by)
    held = {pk: rows.select_for_update().get(pk=pk) for pk in sorted({row.kept_id, row.merged_id})}
    one, other = held[row.kept_id], held[row.merged_id]
    for each in (one, other):
        must_keep(by, each.country_id)
        must_reach(by, reach_of(each))
    if words := against(row, one, other, by):
        raise RegisterError(" ".join(words))
    for relation, keys in row.moved.items():
        followers.FOLLOWERS[relation].move(other, one, keys, by)
    FacilityName.objects.filter(facility=one, pk__in=row.before["aliases"]).stated().delete()
    restore(one, other, row.before)
    other.merged_into_id, other.revision = None, other.revision + 1
    other.save(update_fields=["merged_into", "revision"])
    _mark_again(one, row, by)
    row.reversed_by_id, row.reversed_at = person_of(by), clock.now()
    row.save(update_fields=["reversed_by", "reversed_at"])
    record(FacilitiesParted(merger=row.pk, other=other.pk), subject=one, by=by)
    record(FacilitiesParted(merger=row.pk, other=one.pk), subject=other, by=by)
    return row


def against(row: Merger, one: Facility, other: Facility, by: Viewer) -> list[str]:
    """What stands against undoing a merge, in words; empty where nothing does."""
    if row.reversed_at is not None:
        return [_("It was undone already.")]
    if one.merged_into_id is not None:
        return [_("The entry kept was itself merged into another since. Undo that first.")]
    every = Merger.objects.for_the_system("what was merged since stands against it, whoever may read it")
    later = every.filter(kept=one.pk, reversed_at__isnull=True, at__gt=row.at)
    found = [_("Another entry was merged into it since. Undo that first.")] if later.exists() else []
    for each, side in ((one, "kept"), (other, "merged")):
        found += _changed(each, row.before["after"][side])
    for relation, keys in row.moved.items():
        follower = followers.FOLLOWERS.get(relation)
        gone = len(keys) - len(follower.there(one, keys, by)) if follower else len(keys)
        if gone:
            word = follower.word if follower else relation
            found.append(
                _("%(count)s of what followed (%(word)s) is not there any more.") % {"count": gone, "word": word}
            )
    aliases = FacilityName.objects.filter(pk__in=row.before["aliases"], facility=one.pk).stated()
    if aliases.count() < len(row.before["aliases"]):
        found.append(_("The name that was not chosen was removed since."))
    return found


def undoable(row: Merger, by: Viewer) -> tuple[bool, list[str]]:
    """Whether a merge that a viewer may read still stands, and what stands against undoing it."""
    if readable(row.pk, by) is None:
        return False, []
    rows = {one.pk: one for one in Facility.objects.visible_to(by).filter(pk__in=[row.kept_id, row.merged_id])}
    return row.reversed_at is None, against(row, rows[row.kept_id], rows[row.merged_id], by)


def _changed(one: Facility, after: dict[str, Any]) -> list[str]:
    """What differs from how the merge left an entry."""
    now = snapshot(one)
    fields = [name for name, value in after["fields"].items() if now["fields"][name] != value]
    words = {"name": one.name, "fields": in_words(fields)}
    found = [_("“%(name)s” was changed since: %(fields)s.") % words] if fields else []
    if now["mark"] != after["mark"]:
        found.append(_("“%(name)s” was marked again since.") % words)
    if not fields and now["corrected"] != after["corrected"]:
        found.append(_("A correction of “%(name)s” was taken back since.") % words)
    return found


def _mark_again(one: Facility, row: Merger, by: Viewer) -> None:
    before, after = row.before["kept"], row.before["after"]["kept"]
    if before["mark"] != after["mark"]:
        said = {**before["mark"], "mark": Mark(before["mark"]["mark"])}
        set_mark(marked=one, **said, reason=before["reason"], by=by)
