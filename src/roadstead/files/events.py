"""What can happen to files, and how it is told. The subject is always the record that a file belongs to."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event
from roadstead.files.enums import FileKind
from roadstead.files.sizes import in_words


def kind_name(kind: str) -> str:
    return str(FileKind(kind).label) if kind in FileKind.values else kind


@event("files.file_attached", gettext_lazy("File attached"))
@dataclass(frozen=True, kw_only=True)
class FileAttached(EventData):
    """A file was attached to a record."""

    changes = False
    attachment: int
    name: str
    kind: str
    size: int
    sha256: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} attached “{}” ({}, {}) to {}")
        return format_html(said, told.actor, self.name, kind_name(self.kind), in_words(self.size), told.subject)


@event("files.file_removed", gettext_lazy("File removed"))
@dataclass(frozen=True, kw_only=True)
class FileRemoved(EventData):
    """A file was taken from a record; its bytes are kept."""

    changes = False
    attachment: int
    name: str
    sha256: str
    why: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} removed “{}” from {}: {}"), told.actor, self.name, told.subject, self.why)


@event("files.file_moved", gettext_lazy("File moved to another record"))
@dataclass(frozen=True, kw_only=True)
class FileMoved(EventData):
    """A file followed its record into another, when two records of one thing were joined, or went back."""

    changes = False
    attachment: int
    name: str
    sha256: str
    other: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} moved “{}” to {} from another record"), told.actor, self.name, told.subject)


@event("files.restricted_file_read", gettext_lazy("File of a restricted record read"))
@dataclass(frozen=True, kw_only=True)
class RestrictedFileRead(EventData):
    """Somebody read a file of a record that is restricted to named people."""

    changes = False
    attachment: int
    name: str
    sha256: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} read “{}” of {}, which is restricted"), told.actor, self.name, told.subject)
