"""What the pages of other apps need to show the history of a record."""

from django import template
from django.db.models import Model

from roadstead.audit import presenters
from roadstead.common.access.viewer import Viewer

register = template.Library()


@register.simple_tag
def history_of(record: Model, viewer: Viewer) -> presenters.History | None:
    """The latest of what was done to a record; None for who may not read histories."""
    return presenters.history(record, viewer)
