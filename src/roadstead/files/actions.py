"""Verbs on files. Which right they need, the app of the record says; that the record is readable, they see to."""

from collections.abc import Collection, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.base import File
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from roadstead.audit import actions as audit
from roadstead.common import clock
from roadstead.common.access.marks import Marked
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.files import queries
from roadstead.files.errors import FilesError
from roadstead.files.events import FileAttached, FileMoved, FileRemoved, RestrictedFileRead
from roadstead.files.incoming import Incoming, held
from roadstead.files.models import LONGEST_DESCRIPTION, LONGEST_REASON, Attachment, StoredFile


@audit.action
def attach(
    *,
    record: Marked,
    upload: "File[Any]",
    by: Viewer,
    description: str = "",
    may: Permission = Permission.WRITE_INFORMATION,
    scope: Mapping[str, str] | None = None,
) -> Attachment:
    """Attach a file to a record. may, scope: the right to ask for, as `by.must(may, **scope)`.

    Raises PermissionDenied; FilesError for a file that is not taken, with the reason in words.
    """
    person = _must(record, by, may, scope)
    with held(upload) as arrived:
        kept, name = _kept(arrived), arrived.kept_name
    made = Attachment(
        record_kind=record._meta.label_lower,
        record=str(record.pk),
        file=kept,
        name=name,
        description=description.strip()[:LONGEST_DESCRIPTION],
        uploaded_by_id=person,
        uploaded_at=clock.now(),
    )
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError as error:
        raise FilesError(_("This very file is attached here already, perhaps under another name.")) from error
    said = FileAttached(attachment=made.pk, name=made.name, kind=kept.kind, size=kept.size, sha256=kept.sha256)
    audit.record(said, subject=record, by=by)
    return made


@audit.action
def remove_attachment(
    *,
    attachment: Attachment,
    why: str,
    by: Viewer,
    may: Permission = Permission.WRITE_INFORMATION,
    scope: Mapping[str, str] | None = None,
) -> None:
    """Take a file from its record. The bytes stay, as history has them. Raises PermissionDenied, FilesError."""
    record = queries.record_of(attachment, by)
    if record is None:
        raise PermissionDenied
    person = _must(record, by, may, scope)
    if not why.strip():
        raise FilesError(_("Say why the file is removed."))
    rows: Any = Attachment.objects.visible_to(by)
    locked: Attachment | None = rows.select_for_update(of=("self",)).filter(pk=attachment.pk).first()
    if locked is None:
        raise FilesError(_("The file was removed already."))
    locked.removed_at, locked.removed_by_id, locked.removed_why = clock.now(), person, why.strip()[:LONGEST_REASON]
    locked.save(update_fields=["removed_at", "removed_by", "removed_why"])
    digest, said = locked.file.sha256, locked.removed_why
    gone = FileRemoved(attachment=locked.pk, name=locked.name, sha256=digest, why=said)
    audit.record(gone, subject=record, by=by)


@audit.action
def move_attachments(
    *,
    origin: Marked,
    target: Marked,
    by: Viewer,
    only: Collection[int] | None = None,
    may: Permission = Permission.WRITE_INFORMATION,
    scope: Mapping[str, str] | None = None,
) -> list[int]:
    """Move the files of one record to another of the same thing; the numbers of those moved. `only`: of these.

    A file that the other has already stays where it is. Raises PermissionDenied.
    """
    for record in (origin, target):
        _must(record, by, may, scope)
    there = set(queries.attachments_of(target, by).values_list("file", flat=True))
    moving = [one for one in queries.attachments_of(origin, by) if one.file_id not in there]
    moved = [one for one in moving if only is None or one.pk in only]
    for one in moved:
        one.record_kind, one.record = target._meta.label_lower, str(target.pk)
        one.save(update_fields=["record_kind", "record"])
        said = FileMoved(attachment=one.pk, name=one.name, sha256=one.file.sha256, other=str(origin.pk))
        audit.record(said, subject=target, by=by)
    if not moved:
        audit.unchanged()
    return [one.pk for one in moved]


@audit.action
def read_restricted(*, attachment: Attachment, record: Marked, by: Viewer) -> None:
    """Note that somebody reads a file of a restricted record."""
    digest = attachment.file.sha256
    audit.record(
        RestrictedFileRead(attachment=attachment.pk, name=attachment.name, sha256=digest), subject=record, by=by
    )


def _must(record: Marked, by: Viewer, may: Permission, scope: Mapping[str, str] | None) -> int:
    """The person who acts. Raises PermissionDenied where the right is missing, or the record is not theirs to read."""
    by.must(may, **(scope or {}))
    if by.user_id is None or not queries.is_readable(record, by):
        raise PermissionDenied(_("Files are attached and removed by people who may read the record."))
    return by.user_id


def _kept(arrived: Incoming) -> StoredFile:
    """The row of these bytes, and the bytes in their place.

    The row comes first: until this transaction ends, whoever brings the same bytes, or would clear them away, waits.
    """
    seen = arrived.look_at()
    row, _made = StoredFile.objects.get_or_create(
        sha256=arrived.digest,
        defaults={
            "size": arrived.length,
            "kind": seen.kind,
            "media_type": seen.media_type,
            "extension": seen.kind.extensions[0],
            "says_where": seen.says_where,
            "stored_at": clock.now(),
        },
    )
    arrived.place()
    return row
