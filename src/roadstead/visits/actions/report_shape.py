"""What is refused about a report, in words, and how one is held while it is changed."""

from typing import Any

from django.utils.translation import gettext as _

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.reach import must_reach, reach_of
from roadstead.visits.enums import VisitState
from roadstead.visits.models import Visit

BEGUN = (VisitState.UNDER_WAY, VisitState.MADE, VisitState.REPORTED)


class ReportError(ValueError):
    """What was asked cannot be done."""


class StaleSectionError(ReportError):
    """Somebody wrote first; `current` is the section as it stands now."""

    def __init__(self, current: Any) -> None:
        super().__init__(_("Somebody changed this section after you opened it. Nothing of yours was saved yet."))
        self.current = current


def visit_to_report(visit: Visit, by: Viewer) -> Visit:
    """The visit, held until the action ends. Raises PermissionDenied, ReportError; DoesNotExist if not readable."""
    held: Visit = (
        Visit.objects.visible_to(by).select_for_update(of=("self",)).select_related("country").get(pk=visit.pk)
    )
    by.must(Permission.WRITE_REPORT, country=held.country_id)
    must_reach(by, reach_of(held))
    if by.user_id is None:
        raise ReportError(_("A report is written by a person."))
    if held.state not in BEGUN:
        raise ReportError(_("A report is written once the visit has begun."))
    return held


def text_of(said: str, most: int) -> str:
    """A text with the line ends of this machine. Raises ReportError for one that is too long."""
    text = said.replace("\r\n", "\n").replace("\0", "").rstrip()
    if len(text) > most:
        raise ReportError(_("That is too long: at most %(most)s characters.") % {"most": most})
    return text
