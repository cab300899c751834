"""Files of information: who may change what others read may change its files."""

from typing import Any

from django.core.files.base import File

from roadstead.audit.actions import action
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.models import Information
from roadstead.files import actions as files
from roadstead.registry.reach import must_reach, reach_of


@action
def attach_file(*, information: Information, upload: "File[Any]", description: str, by: Viewer) -> Any:
    """Attach a file. Raises PermissionDenied; FilesError for a file that is not taken; DoesNotExist if withheld."""
    held = _held(information, by)
    return files.attach(record=held, upload=upload, description=description, by=by)


@action
def remove_file(*, information: Information, attachment: Any, why: str, by: Viewer) -> None:
    """Remove a file. Raises as `attach_file` does."""
    _held(information, by)
    files.remove_attachment(attachment=attachment, why=why, by=by)


def _held(information: Information, by: Viewer) -> Information:
    by.must(Permission.WRITE_INFORMATION)
    held = Information.objects.visible_to(by).select_for_update().get(pk=information.pk)
    must_reach(by, reach_of(held))
    return held
