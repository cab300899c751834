"""The kinds of file that are taken; everything about them follows from the content."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class FileKind(TextChoices):
    """What a file is. Whatever is not here is refused."""

    PDF = "pdf", _("PDF document")
    PNG = "png", _("PNG picture")
    JPEG = "jpeg", _("JPEG picture")
    WEBP = "webp", _("WebP picture")
    GIF = "gif", _("GIF picture")
    DOCX = "docx", _("Word document")
    XLSX = "xlsx", _("Excel workbook")
    PPTX = "pptx", _("PowerPoint presentation")
    ODT = "odt", _("OpenDocument text")
    ODS = "ods", _("OpenDocument spreadsheet")
    TEXT = "text", _("Plain text")
    CALENDAR = "calendar", _("Calendar entry")
    CONTACT = "contact", _("Contact card")
    MAIL = "mail", _("E-mail message")

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[self]

    @property
    def extensions(self) -> tuple[str, ...]:
        """The endings that a name of this kind may have; the first is the usual one."""
        return EXTENSIONS[self]

    @property
    def shown_in_browser(self) -> bool:
        """Whether a browser may show it instead of saving it."""
        return self in (FileKind.PDF, *PICTURES)


PICTURES = (FileKind.PNG, FileKind.JPEG, FileKind.WEBP, FileKind.GIF)
_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
MEDIA_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.PNG: "image/png",
    FileKind.JPEG: "image/jpeg",
    FileKind.WEBP: "image/webp",
    FileKind.GIF: "image/gif",
    FileKind.DOCX: f"{_OOXML}wordprocessingml.document",
    FileKind.XLSX: f"{_OOXML}spreadsheetml.sheet",
    FileKind.PPTX: f"{_OOXML}presentationml.presentation",
    FileKind.ODT: f"{_ODF}text",
    FileKind.ODS: f"{_ODF}spreadsheet",
    FileKind.TEXT: "text/plain",
    FileKind.CALENDAR: "text/calendar",
    FileKind.CONTACT: "text/vcard",
    FileKind.MAIL: "message/rfc822",
}
# A calendar entry is plain text, too: nobody is told that its name is wrong.
EXTENSIONS = {
    **{kind: (str(kind.value),) for kind in FileKind},
    FileKind.JPEG: ("jpg", "jpeg", "jfif"),
    FileKind.TEXT: ("txt", "csv"),
    FileKind.CALENDAR: ("ics", "txt"),
    FileKind.CONTACT: ("vcf", "txt"),
    FileKind.MAIL: ("eml", "txt"),
}
KNOWN_EXTENSIONS = frozenset(one for all_of_it in EXTENSIONS.values() for one in all_of_it)
