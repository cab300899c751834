"""The fields of an entry into which another is merged: chosen, kept as they were for the way back, and restored."""

from collections.abc import Collection, Mapping
from typing import Any

from django.utils.translation import gettext as _

from roadstead.common.access.viewer import Viewer
from roadstead.common.folding import fold
from roadstead.registry.actions.facilities import note_correction
from roadstead.registry.actions.facility_shape import checked, put
from roadstead.registry.actions.merging_preview import CHOSEN
from roadstead.registry.facility_fields import LABELS, as_plain, column, rich
from roadstead.registry.models import Facility
from roadstead.registry.reach import reach_of

FIELDS = [name for name in LABELS if name != "country"]


def take(kept: Facility, merged: Facility, taken: Collection[str], by: Viewer) -> None:
    """Set what was chosen of the other entry. A person chose it: no import overwrites it. Raises RegisterError."""
    fields = [name for key in taken for name in CHOSEN[key] if name != "number"]
    said = checked({name: getattr(merged, column(name)) for name in fields}, kept, by)
    note_correction(kept, said, _("merged from another entry, number %(pk)s") % {"pk": merged.pk}, by)
    columns = put(kept, said)
    if "number" in taken:
        set_numbers(kept, merged, merged.number, kept.number)
    kept.save(update_fields=[*columns, "corrected"])


def set_numbers(kept: Facility, merged: Facility, of_kept: str | None, of_merged: str | None) -> None:
    """Set the numbers of two entries, which may be each other's: one of them has none for a moment."""
    merged.number = None
    merged.save(update_fields=["number"])
    kept.number = of_kept
    kept.save(update_fields=["number"])
    merged.number = of_merged
    merged.save(update_fields=["number"])


def snapshot(one: Facility) -> dict[str, Any]:
    """An entry as JSON has it: its fields, corrections, mark and whom that reaches."""
    reach = reach_of(one)
    mark = {"mark": reach.mark.value, "states": sorted(reach.states), "people": sorted(reach.people)}
    return {"fields": as_plain(one, FIELDS), "corrected": one.corrected, "mark": mark, "reason": one.mark_reason}


def restore(kept: Facility, merged: Facility, before: Mapping[str, Any]) -> None:
    """Set the fields of both as they were before; the mark is set by its own action."""
    held = before["kept"]
    for name, value in held["fields"].items():
        if name != "number":
            setattr(kept, column(name), rich(name, value))
    kept.folded, kept.corrected = fold(kept.name), held["corrected"]
    numbers = (held["fields"]["number"], before["merged"]["fields"]["number"])
    if numbers != (kept.number, merged.number):
        set_numbers(kept, merged, *numbers)
    kept.revision += 1
    kept.save(update_fields=[*(name for name in FIELDS), "folded", "corrected", "revision"])
