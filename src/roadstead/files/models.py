"""Files that belong to records: the bytes once each, and every place where they are attached."""

from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import BigIntegerField, Case, CharField, Exists, OuterRef, Q, Value, When
from django.db.models.functions import Cast
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import Guarded
from roadstead.common.access.marks import marked_models
from roadstead.common.access.viewer import Viewer
from roadstead.files.enums import FileKind

LONGEST_NAME = 150  # characters
LONGEST_DESCRIPTION = 300
LONGEST_REASON = 300


class StoredFile(models.Model):
    """Bytes that are kept, under their digest. Everything here follows from the content; nothing of it changes."""

    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True)
    size = models.BigIntegerField(_("bytes"))
    kind = models.CharField(_("kind"), max_length=10, choices=FileKind.choices)
    media_type = models.CharField(_("media type"), max_length=100)
    extension = models.CharField(max_length=10)
    says_where = models.BooleanField(_("says where it was taken"), default=False)
    stored_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="files_stored_file_size",
                condition=Q(size__gte=1),
                violation_error_message=_("An empty file is not kept."),
            ),
            models.CheckConstraint(
                name="files_stored_file_kind",
                condition=Q(kind__in=FileKind.values),
                violation_error_message=_("Files of this kind are not taken."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sha256[:12]} ({self.kind})"


class Attachment(Guarded):
    """A file attached to a record with a mark; seen by exactly whom its record is seen by. Removed, never deleted."""

    record_kind = models.CharField(max_length=60)
    record = models.CharField(max_length=40)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    description = models.CharField(_("description"), max_length=LONGEST_DESCRIPTION, blank=True)
    uploaded_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    removed_why = models.CharField(max_length=LONGEST_REASON, blank=True)

    class Meta(Guarded.Meta):
        ordering = ["uploaded_at", "pk"]
        indexes = [models.Index(fields=["record_kind", "record", "uploaded_at"], name="files_attachment_of_record")]
        constraints = [
            models.CheckConstraint(
                name="files_attachment_name",
                condition=~Q(name=""),
                violation_error_message=_("A file has a name."),
            ),
            models.CheckConstraint(
                name="files_attachment_removed_whole",
                condition=Q(removed_at__isnull=True, removed_by__isnull=True, removed_why="")
                | (Q(removed_at__isnull=False, removed_by__isnull=False) & ~Q(removed_why="")),
                violation_error_message=_("Say why the file is removed."),
            ),
            models.UniqueConstraint(
                fields=["record_kind", "record", "file"],
                condition=Q(removed_at__isnull=True),
                name="files_attachment_once",
                violation_error_message=_("This file is attached here already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """What hangs on a record that the viewer may read, and was not removed."""
        seen = Q(pk__in=[])
        for model in holders():
            its_record = model._default_manager.visible_to(viewer).filter(pk=_key_of(model))
            seen |= Q(Exists(its_record), record_kind=model._meta.label_lower)
        return seen & Q(removed_at__isnull=True)


def holders() -> list[type[Any]]:
    """Every model whose records hold files: those with a mark, and those that say so and who may read them."""
    return [*marked_models(), *(one for one in apps.get_models() if getattr(one, "holds_files", False))]


def _key_of(model: type[Any]) -> Case:
    """The key of the record that an attachment names, as its own type: so that one row is looked up, not all read.

    Only asked of attachments of this model: a database may well try to make a number of any other key first.
    """
    kind = BigIntegerField() if isinstance(model._meta.pk, models.IntegerField) else CharField()
    mine = Exact(OuterRef("record_kind"), Value(model._meta.label_lower))
    return Case(When(mine, then=Cast(OuterRef("record"), kind)), output_field=kind)
