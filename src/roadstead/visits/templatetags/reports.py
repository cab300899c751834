"""The report of a visit, for pages that show the visit."""

from typing import Any

from django import template

from roadstead.common.access.viewer import Viewer
from roadstead.visits.models import Visit
from roadstead.visits.presenters import report

register = template.Library()


@register.simple_tag
def report_part(visit: Visit, viewer: Viewer) -> dict[str, Any]:
    """What templates/visits/report/part.html says: {% report_part visit viewer as written %}."""
    return report.part(visit, viewer)
