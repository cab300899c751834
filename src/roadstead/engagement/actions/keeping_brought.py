"""The file that was brought in stays with its draft, as do the files that a message carries: each is looked at."""

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.brought import carrying, mail
from roadstead.engagement.brought.draft import Brought, Carried
from roadstead.engagement.models import Interaction
from roadstead.files import actions as files
from roadstead.files.errors import FilesError
from roadstead.files.incoming import held

MOST_FILES = 20  # of one message; more stay inside of it


def keep(interaction: Interaction, name: str, content: bytes, brought: Brought, by: Viewer) -> list[str]:
    """Attach the file and what it carries, inside of an action; what was not taken, in words, one line each.

    A file that is not taken is not kept inside of the message, either: what would be refused alone is refused there.
    """
    refused: dict[int, str] = {}
    apart = [one for one in brought.carried if not one.shown][:MOST_FILES]
    for one in brought.carried:
        try:
            _take(interaction, one, by) if one in apart else _look(one)
        except FilesError as error:
            refused[one.part] = str(error)
    names = {one.part: one.name for one in brought.carried}
    said = [_("“%(name)s” was not kept. %(why)s") % {"name": names[part], "why": why} for part, why in refused.items()]
    kept = carrying.without(mail.parsed(content), refused) if refused else content
    try:
        if kept is None:
            raise FilesError(_("It could not be written without that file."))
        description = _("As it was brought in") if not refused else _("As it was brought in, without what is not taken")
        _attach(interaction, name, kept, description, by)
    except FilesError as error:
        said.append(_("The file itself was not kept. %(why)s") % {"why": error})
    return said


def _take(interaction: Interaction, one: Carried, by: Viewer) -> None:
    _attach(interaction, one.name, one.content, _("From the message"), by)


def _attach(interaction: Interaction, name: str, content: bytes, description: str, by: Viewer) -> None:
    upload = ContentFile(content, name=name)
    may = Permission.KEEP_ENGAGEMENT
    files.attach(record=interaction, upload=upload, description=description, by=by, may=may)


def _look(one: Carried) -> None:
    """Raises FilesError for what is not taken."""
    with held(ContentFile(one.content, name=one.name)):
        pass
