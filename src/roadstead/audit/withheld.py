"""Which events speak of records that somebody may not read."""

from django.apps import apps
from django.db.models import CharField, Q
from django.db.models.functions import Cast

from roadstead.common.access.guarded import Guarded
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer


def not_withheld(viewer: Viewer) -> Q:
    """The events whose record a viewer may read, where records of its kind are read for a viewer.

    A record that is gone cannot say any more who may read it: its events are for who may read whatever is restricted.
    """
    seen = Q()
    if viewer.may(Permission.READ_RESTRICTED):
        return seen
    for model in guarded_models():
        kind = model._meta.label_lower
        known = model.objects.filter(model.remembered(viewer)).stated()
        keys = known.order_by().annotate(event_subject=Cast("pk", CharField())).values("event_subject")
        seen &= ~Q(subject_kind=kind) | Q(subject_kind=kind, subject__in=keys)
    return seen


def guarded_models() -> list[type[Guarded]]:
    """Every model whose rows are read for a stated viewer, save the events themselves."""
    return [one for one in apps.get_models() if issubclass(one, Guarded) and one._meta.label_lower != "audit.event"]
