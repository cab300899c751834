"""What was done: events in one chain, kept by the database against change and deletion."""

from datetime import UTC, datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.audit.withheld import not_withheld
from roadstead.common.access.guarded import Guarded
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

_PLAIN = ("number", "type", "actor", "subject_kind", "subject", "elevation", "token", "data", "sealed")
_BESIDE = ("personal", "previous", "digest")


class Event(Guarded):
    """One thing that was done, by whom, to what. No foreign keys: it outlives what it speaks of.

    `personal` has {field: {"of": person, "value": text, "salt": text}}; its fields may be taken away, nothing else may
    change. `sealed` has a commitment for each of them, which the digest covers.
    """

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(_("when"))
    type = models.CharField(max_length=60)
    actor = models.BigIntegerField(_("number of the person; empty for the program itself"), null=True)
    subject_kind = models.CharField(max_length=60)
    subject = models.CharField(max_length=40)
    elevation = models.BigIntegerField(_("the session of elevated power"), null=True)
    token = models.BigIntegerField(_("the token of a program"), null=True)
    data = models.JSONField(default=dict)
    sealed = models.JSONField(default=dict)
    personal = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta(Guarded.Meta):
        ordering = ["-number"]
        indexes = [
            models.Index(fields=["subject_kind", "subject", "-number"], name="audit_event_of_subject"),
            models.Index(fields=["actor", "-number"], name="audit_event_of_actor"),
            models.Index(fields=["type", "-number"], name="audit_event_of_type"),
            models.Index(fields=["at"], name="audit_event_by_time"),
            models.Index(fields=["-number"], condition=Q(elevation__isnull=False), name="audit_event_elevated"),
        ]
        constraints = [
            models.CheckConstraint(
                name="audit_event_number",
                condition=Q(number__gte=1),
                violation_error_message=_("Events are counted from one."),
            ),
            models.UniqueConstraint(
                fields=["previous"],
                name="audit_event_one_chain",
                violation_error_message=_("Another event already follows from the one before."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.type}"

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """All for who may read the log, one's own for everybody else; none of a record that is withheld."""
        seen = Q(number__gte=1) if viewer.holds(Permission.READ_LOG) else Q(actor=viewer.user_id, actor__isnull=False)
        return seen & not_withheld(viewer)

    def link(self) -> dict[str, Any]:
        """The event as `core.proof` reads it."""
        return {**{name: getattr(self, name) for name in (*_PLAIN, *_BESIDE)}, "at": stamp(self.at)}


def stamp(moment: datetime) -> str:
    """An instant as a link has it: UTC, to the microsecond."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
