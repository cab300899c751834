"""Who may see an interaction, and its files."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.core.files.base import File

from roadstead.audit.actions import action, unchanged
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.interaction_shape import held_for
from roadstead.engagement.models import Interaction
from roadstead.files import actions as files
from roadstead.registry.actions.marking import set_mark
from roadstead.registry.reach import Reach


@action
def mark_interaction(
    *,
    interaction: Interaction,
    mark: Mark,
    states: Collection[str] = (),
    people: Collection[int] = (),
    reason: str,
    by: Viewer,
    seen_marked_at: datetime | None = None,
) -> Reach:
    """Say who may see an interaction with its promises and questions. Raises as `set_mark` does."""
    by.must(Permission.KEEP_ENGAGEMENT)
    old, new = set_mark(
        marked=interaction, mark=mark, states=states, people=people, reason=reason, by=by, seen_marked_at=seen_marked_at
    )
    if old == new:
        unchanged()
    return new


@action
def attach_file(*, interaction: Interaction, upload: "File[Any]", description: str, by: Viewer) -> Any:
    """Attach a file. Raises PermissionDenied; FilesError for a file that is not taken; DoesNotExist if withheld."""
    held = held_for(interaction, by)
    return files.attach(record=held, upload=upload, description=description, by=by, may=Permission.KEEP_ENGAGEMENT)


@action
def remove_file(*, interaction: Interaction, attachment: Any, why: str, by: Viewer) -> None:
    """Remove a file. Raises as `attach_file` does."""
    held_for(interaction, by)
    files.remove_attachment(attachment=attachment, why=why, by=by, may=Permission.KEEP_ENGAGEMENT)
