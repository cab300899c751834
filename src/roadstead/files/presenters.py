"""Files as a page shows them."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

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
