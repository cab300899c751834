"""Verbs that read files, for this app and those above. Each asks for whom."""

from typing import Any

from django.apps import apps
from django.db.models import QuerySet

from roadstead.common.access.marks import Marked
from roadstead.common.access.viewer import Viewer
from roadstead.files.models import Attachment, StoredFile


def attachments_of(record: Marked, viewer: Viewer) -> "QuerySet[Attachment]":
    """The files of a record that a viewer may read, the oldest first."""
    rows: Any = Attachment.objects.visible_to(viewer)
    mine: QuerySet[Attachment] = rows.filter(record_kind=record._meta.label_lower, record=str(record.pk))
    return mine.select_related("file", "uploaded_by")


def attachment(pk: int, viewer: Viewer) -> Attachment | None:
    """One file, if the viewer may read its record and it was not removed."""
    rows: Any = Attachment.objects.visible_to(viewer)
    found: Attachment | None = rows.select_related("file").filter(pk=pk).first()
    return found


def record_of(one: Attachment, viewer: Viewer) -> Marked | None:
    """The record that a file belongs to, if the viewer may read it."""
    model: Any = apps.get_model(one.record_kind)
    found: Marked | None = model.objects.visible_to(viewer).filter(pk=one.record).first()
    return found


def is_readable(record: Marked, viewer: Viewer) -> bool:
    rows: Any = type(record)._default_manager
    return bool(rows.visible_to(viewer).filter(pk=record.pk).exists())


def stored() -> "QuerySet[StoredFile]":
    """Everything that is kept, for checking it; nothing of it says whose it is."""
    return StoredFile.objects.order_by("pk")
