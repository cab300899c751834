"""Files as a page shows them."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.common.access.marks import Marked
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.files import queries
from roadstead.files.enums import FileKind
from roadstead.files.models import Attachment
from roadstead.files.sizes import in_words


@dataclass(frozen=True, slots=True)
class Row:
    """One file in a list. `who` is for the programme only; `look` is "" where a browser cannot show it."""

    number: int
    name: str
    description: str
    kind: str
    size: str
    who: str
    when: datetime
    save: str
    look: str
    says_where: bool


def rows(record: Marked, viewer: Viewer) -> list[Row]:
    """The files of a record that a viewer may read: one query."""
    staff = viewer.holds(Permission.READ_PROGRAMME)
    return [row(one, staff) for one in queries.attachments_of(record, viewer)]


def row(one: Attachment, staff: bool) -> Row:
    kind = FileKind(one.file.kind)
    address = reverse("files:file", args=[one.pk, one.name])
    return Row(
        number=one.pk,
        name=one.name,
        description=one.description,
        kind=str(kind.label),
        size=in_words(one.file.size),
        who=one.uploaded_by.name if staff else "",
        when=one.uploaded_at,
        save=address,
        look=f"{address}?inline=1" if kind.shown_in_browser else "",
        says_where=one.file.says_where,
    )


def said_of(made: Attachment, given: str) -> str:
    """What is said when a file was attached: how it is called now, if that is another name than it came with."""
    words = {"name": made.name, "kind": str(FileKind(made.file.kind).label)}
    said = [_("“%(name)s” was attached.") % words]
    if made.name != given:
        said = [_("The file was attached as “%(name)s” (%(kind)s).") % words]
    if made.file.says_where:
        said.append(_("The picture says where it was taken. Whoever may read this record can see that, too."))
    return " ".join(said)
