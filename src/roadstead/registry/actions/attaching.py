"""Files of records of the register: who keeps the record keeps its files."""

from typing import Any

from django.core.files.base import File

from roadstead.audit.actions import action
from roadstead.common.access.marks import Marked
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.files import actions as files
from roadstead.registry.actions.keeping import must_keep
from roadstead.registry.reach import must_reach, reach_of


@action
def attach_file(*, marked: Any, upload: "File[Any]", description: str, by: Viewer) -> Any:
    """Attach a file to a record with a country. Raises PermissionDenied; FilesError; DoesNotExist if withheld."""
    held = _held(marked, by)
    return files.attach(record=held, upload=upload, description=description, by=by, **_right(held))


@action
def remove_file(*, marked: Any, attachment: Any, why: str, by: Viewer) -> None:
    """Remove a file. Raises as `attach_file` does."""
    held = _held(marked, by)
    files.remove_attachment(attachment=attachment, why=why, by=by, **_right(held))


def _held(marked: Any, by: Viewer) -> Marked:
    held = type(marked).objects.visible_to(by).select_for_update().get(pk=marked.pk)
    must_keep(by, held.country_id)
    must_reach(by, reach_of(held))
    return held  # type: ignore[no-any-return]


def _right(held: Any) -> dict[str, Any]:
    """The right that files are to ask for, too; who keeps what has no country keeps every country's register."""
    country = held.country_id
    if country:
        return {"may": Permission.KEEP_REGISTER, "scope": {"country": country}}
    return {"may": Permission.READ_PROGRAMME}
