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


@dataclass(frozen=True, slots=True)
class SentAnswer:
    """What a device says of an element, at a facility or (None) by the State."""

    element: str
    facility: int | None
    looked: Looked
    device_at: datetime


@action
def answer_checklist(*, visit: Visit, answers: Sequence[SentAnswer], sent_at: datetime, by: Viewer) -> list[str]:
    """Take answers; of two to the same element the later one stands. Returns the elements that changed.

    Raises PermissionDenied, ObservedError; DoesNotExist where the visit may not be read.
    """
    held = visit_to_note(visit, by)
    sender = Device("", person_of(by), sent_at, clock.now())
    changed = [one.element for one in answers if _taken(held, one, sender, by)]
    if changed:
        record(ChecklistAnswered(elements=sorted(set(changed))), subject=held, by=by)
    else:
        unchanged()
    return changed


def _taken(visit: Visit, sent: SentAnswer, device: Device, by: Viewer) -> bool:
    element, at = element_of(sent.element), device.by_server(sent.device_at)
    said = {"looked": sent.looked, "device_at": sent.device_at, "at": at, "server_at": device.server_at}
    said["by_id"] = device.by
    facility = facility_of(sent.facility, visit.country_id, by)
    rows: Any = ChecklistAnswer.objects.filter(visit=visit).stated()
    now, new = rows.select_for_update().get_or_create(visit=visit, facility_id=facility, element=element, defaults=said)
    if new:
        return sent.looked != Looked.NOT_LOOKED_AT
    if now.looked == sent.looked or at < now.at:
        return False
    for name, value in said.items():
        setattr(now, name, value)
    now.revision += 1
    now.save(update_fields=["looked", "device_at", "at", "server_at", "by", "revision"])
    return True
