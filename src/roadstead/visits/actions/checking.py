"""Answers to the checklist of a visit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.observed_parts import element_of, facility_of, person_of, visit_to_note
from roadstead.visits.merging import Device
from roadstead.visits.models import ChecklistAnswer, Visit
from roadstead.visits.observed_enums import Looked
from roadstead.visits.observed_events import ChecklistAnswered

LONGEST_DEVICE = 64  # characters of a device’s name
MOST_OTHERS = 20  # answers to one element that do not stand


@dataclass(frozen=True, slots=True)
class SentAnswer:
    """What a device says of an element, at a facility or (None) by the State. base: the revision that it last had."""

    element: str
    facility: int | None
    looked: Looked
    device_at: datetime
    base: int = 0


@action
def answer_checklist(
    *, visit: Visit, answers: Sequence[SentAnswer], sent_at: datetime, by: Viewer, device: str = ""
) -> list[ChecklistAnswer]:
    """Take answers. Of two to the same element the later one stands; the other is kept beside it. Returns them as they
    stand then, in the order in which they were sent.

    Raises PermissionDenied, ObservedError; DoesNotExist where the visit may not be read.
    """
    held = visit_to_note(visit, by)
    sender = Device(device[:LONGEST_DEVICE], person_of(by), sent_at, clock.now())
    taken = [_taken(held, one, sender, by) for one in answers]
    if changed := sorted({row.element for row, new in taken if new}):
        record(ChecklistAnswered(elements=changed), subject=held, by=by)
    else:
        unchanged()
    return [row for row, _new in taken]


def _taken(visit: Visit, sent: SentAnswer, device: Device, by: Viewer) -> tuple[ChecklistAnswer, bool]:
    """The answer as it stands then, and whether anything of it changed."""
    element, at = element_of(sent.element), device.by_server(sent.device_at)
    said: dict[str, Any] = {"looked": sent.looked, "device_at": sent.device_at, "at": at}
    said |= {"server_at": device.server_at, "by_id": device.by, "device": device.name}
    facility = facility_of(sent.facility, visit.country_id, by)
    rows: Any = ChecklistAnswer.objects.filter(visit=visit).stated()
    now, new = rows.select_for_update().get_or_create(visit=visit, facility_id=facility, element=element, defaults=said)
    if new:
        return now, sent.looked != Looked.NOT_LOOKED_AT
    if now.looked == sent.looked:
        return now, False
    same = device.name != "" and now.device == device.name and now.device_at <= sent.device_at
    knew = same or sent.base == now.revision
    if not knew and at < now.at:
        return now, _put_aside(now, sent.looked, device.by, at, sent.device_at)
    if not knew and now.looked != Looked.NOT_LOOKED_AT:
        _put_aside(now, now.looked, now.by_id, now.at, now.device_at)
    for name, value in said.items():
        setattr(now, name, value)
    now.revision += 1
    now.save(update_fields=["looked", "device_at", "at", "server_at", "by", "device", "others", "revision"])
    return now, True


def _put_aside(row: ChecklistAnswer, looked: str, who: int, at: datetime, device_at: datetime) -> bool:
    """Keep an answer beside the one that stands; False where the very same is kept already."""
    other = {"looked": str(looked), "by": who, "at": at.isoformat(), "device": device_at.isoformat()}
    if any(one["looked"] == other["looked"] and one["device"] == other["device"] for one in row.others):
        return False
    row.others = [*row.others, other][-MOST_OTHERS:]
    row.save(update_fields=["others"])
    return True
