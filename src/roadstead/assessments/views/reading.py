"""What the pages of self-assessments have in common."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from roadstead.assessments.errors import AssessmentError
from roadstead.assessments.models import SelfAssessment
from roadstead.assessments.queries.rows import self_assessments, with_names
from roadstead.common.access.guards import viewer_of
from roadstead.registry.views.reading import one_of

FORM = require_http_methods(["GET", "HEAD", "POST"])
DESK, PARTNER = "/desk/self-assessments/", "/partner/self-assessments/"
Crumbs = list[tuple[str, str]]


def assessment_of(request: HttpRequest, pk: int) -> SelfAssessment:
    """One that whoever asks may read. Raises Http404."""
    rows: Any = with_names(self_assessments(viewer_of(request)))
    found: SelfAssessment = one_of(request, rows, pk)
    return found


def partner(*below: tuple[str, str]) -> Crumbs:
    return [(_("Partners"), "/partner/"), *below]


def desk(*below: tuple[str, str]) -> Crumbs:
    return [(_("Desk"), "/desk/"), *below]


def listed(at: str) -> tuple[str, str]:
    return _("Self-assessments"), at


def stepped(request: HttpRequest, perform: Callable[[], object], said: str, to: str) -> HttpResponse:
    """One step and back, with a word: that it was done, or why it was not."""
    try:
        perform()
    except AssessmentError as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, said)
    return HttpResponseRedirect(to)
