"""What the advisory says back to the cases that it carries."""

from django.utils.translation import gettext as _

from roadstead.audit.actions import action
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.determinations.actions.shape import CaseError, step
from roadstead.determinations.enums import CaseState
from roadstead.determinations.models import Case


@action
def case_published(*, case: Case, edition: str, by: Viewer) -> Case:
    """Say that an edition carries what a signed case decided. Raises PermissionDenied; CaseError; DoesNotExist."""
    by.must(Permission.SIGN_CASES)
    held = Case.objects.visible_to(by).select_for_update().get(pk=case.pk)
    if held.state != CaseState.SIGNED:
        raise CaseError(_("Only a signed case is published."))
    held.edition = edition
    step(held, CaseState.PUBLISHED, by, "", "edition")
    return held
