"""Keeping the log of a call: begun, entries added as devices send them (late, twice, out of order), pictures."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.core.files.base import File
from django.utils.translation import gettext as _

from roadstead.arrivals.actions.shape import ArrivalError
from roadstead.arrivals.entries import EntryError, checked
from roadstead.arrivals.models import LogEntry, MeasuresLog, Ship
from roadstead.arrivals.models.measures import LONGEST_DEVICE
from roadstead.arrivals.ships_events import LogBegun, LogKept
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.core.country import is_country
from roadstead.core.logbook import Entry, digest
from roadstead.files import actions as files
from roadstead.files import queries as kept_files
from roadstead.files.incoming import received
from roadstead.visits.merging import Device

MOST_ENTRIES = 5_000  # of one log


@dataclass(frozen=True, slots=True)
class Sent:
    """An entry as a device sends it. at: by the device's clock; corrects: the uid of the entry that it corrects."""

    uid: UUID
    kind: str
    content: dict[str, Any]
    at: datetime
    corrects: str = ""


@action
def begin_log(*, uid: UUID, ship: Ship, country: str, port: str, by: Viewer) -> MeasuresLog:
    """Begin the log of a call of a ship of one's fleet. The same uid again is the same log.

    Raises PermissionDenied, ArrivalError, DoesNotExist.
    """
    held = Ship.objects.visible_to(by).get(pk=ship.pk, left_at__isnull=True)
    by.must(Permission.REPORT_MEASURES, company=held.company)
    before = MeasuresLog.objects.for_the_system("whether it was begun already").filter(uid=uid).first()
    if before is not None:
        if before.company != held.company:
            raise ArrivalError(_("This log cannot be begun. Open the page again."))
        unchanged()
        return before
    if not is_country(country) or (port and not port.startswith(country)):
        raise ArrivalError(_("Say in which port the ship lies."), "port")
    now = clock.now()
    said = {"company": held.company, "imo": held.imo, "ship": held.name, "country": country, "port": port}
    made = MeasuresLog.objects.create(uid=uid, **said, begun_by_id=by.person, begun_at=now, changed_at=now)
    record(LogBegun(imo=held.imo, port=port or country), subject=made, by=by)
    return made


@action
def keep_entry(*, log: MeasuresLog, sent: Sent, sent_at: datetime, device: str, by: Viewer) -> LogEntry:
    """Add an entry. The same again is there once. Raises PermissionDenied, ArrivalError, DoesNotExist."""
    held = log_to_keep(log, by)
    content = _content(sent)
    before = LogEntry.objects.filter(log=held, uid=sent.uid).stated().first()
    if before is not None:
        if (before.kind, before.content, before.corrects) != (sent.kind, content, sent.corrects):
            raise ArrivalError(_("Another entry has this number already. Type it again."))
        unchanged()
        return before
    if (sent.kind == "struck" and not sent.corrects) or not _may_correct(held, sent):
        raise ArrivalError(_("What it corrects is not in the log yet, or cannot be corrected."))
    sender = Device(device[:LONGEST_DEVICE], by.user_id or 0, sent_at, clock.now())
    made = add_entry(
        held, sent.uid, sent.kind, content, by, corrects=sent.corrects,
        typed_at=sender.by_server(sent.at), device_at=sent.at, device=sender.name,
    )  # fmt: skip
    record(LogKept(kinds=[sent.kind], number=held.length, head=held.head), subject=held, by=by)
    return made


@action
def attach_picture(*, log: MeasuresLog, uid: UUID, upload: "File[Any]", by: Viewer) -> Any:
    """Attach a picture, with an entry that has its digest. The very same again is there once.

    Raises PermissionDenied, DoesNotExist; FilesError for a file that is not taken.
    """
    held = log_to_keep(log, by)
    arrived = received(upload)
    record_of: Any = held
    if before := kept_files.attachments_of(record_of, by).filter(file__sha256=arrived.digest).first():
        unchanged()
        return before
    scope = {"company": held.company}
    made = files.attach(record=record_of, upload=arrived, by=by, may=Permission.REPORT_MEASURES, scope=scope)
    said = {"name": made.name, "sha256": made.file.sha256, "size": str(made.file.size), "kind": made.file.kind}
    add_entry(held, uid, "photo", said, by)
    record(LogKept(kinds=["photo"], number=held.length, head=held.head), subject=held, by=by)
    return made


def log_to_keep(log: MeasuresLog, by: Viewer) -> MeasuresLog:
    """A log, held for writing. Raises PermissionDenied, DoesNotExist."""
    held = MeasuresLog.objects.visible_to(by).select_for_update().get(pk=log.pk)
    by.must(Permission.REPORT_MEASURES, company=held.company)
    if by.user_id is None or held.length >= MOST_ENTRIES:
        raise ArrivalError(_("This log takes no more entries. Begin another."))
    return held


def add_entry(
    log: MeasuresLog,
    uid: UUID,
    kind: str,
    content: dict[str, Any],
    by: Viewer,
    *,
    corrects: str = "",
    typed_at: datetime | None = None,
    device_at: datetime | None = None,
    device: str = "",
) -> LogEntry:
    """The next link of the chain. The log must be held for writing."""
    now = clock.now()
    value = Entry(
        log.length + 1, str(uid), kind, content, corrects, instant(typed_at or now), instant(now), by.user_id
    )  # fmt: skip
    own = digest(str(log.uid), value, log.head)
    made = LogEntry.objects.create(
        log=log,
        number=value.number,
        uid=uid,
        kind=kind,
        content=content,
        corrects=corrects,
        typed_at=value.typed_at,
        came_at=value.came_at,
        device_at=instant(device_at) if device_at else "",
        device=device,
        written_by_id=by.user_id,
        previous=log.head,
        digest=own,
    )
    log.length, log.head, log.changed_at = value.number, own, now
    log.save(update_fields=["length", "head", "changed_at"])
    return made


def instant(at: datetime) -> str:
    """A moment as the log writes it."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _content(sent: Sent) -> dict[str, Any]:
    try:
        return checked(sent.kind, sent.content)
    except EntryError as error:
        raise ArrivalError(str(error)) from error


def _may_correct(log: MeasuresLog, sent: Sent) -> bool:
    """Whether there is an entry to correct, of the same kind, that a device wrote; or nothing is corrected."""
    if not sent.corrects:
        return True
    uid = _uuid(sent.corrects)
    found = LogEntry.objects.filter(log=log, uid=uid).stated().first() if uid else None
    return found is not None and found.kind not in ("report", "struck") and sent.kind in (found.kind, "struck")


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
