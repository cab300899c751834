"""The agenda of a visit, for pages that show the visit; and words in both languages, for its own pages."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from roadstead.common.access.viewer import Viewer
from roadstead.visits.agenda.words import Both
from roadstead.visits.presenters.agenda import agenda_summary

register = template.Library()


@register.simple_tag
def agenda_part(visit: Any, viewer: Viewer) -> dict[str, Any]:
    """What templates/visits/agenda/part.html says: {% agenda_part visit viewer as plan %}."""
    return agenda_summary(visit, viewer)


@register.simple_tag
def both(text: Both | str, **values: Any) -> SafeString:
    """A text in both languages, with values in place of its names: {% both sitting.words.title country=… %}."""
    return text.shown(**values) if isinstance(text, Both) else format_html("{}", text)


@register.simple_tag
def both_apart(text: Both, **values: Any) -> SafeString:
    """The same, the second language on a line of its own: for sentences."""
    return text.shown(apart=True, **values)
