"""The tables of engagement."""

from roadstead.engagement.models.imports import ContactImport, ContactImportRow
from roadstead.engagement.models.information import LONGEST_TEXT, LONGEST_TITLE, Information, Receipt
from roadstead.engagement.models.people import Contact, ContactMerger, ContactPoint, Position, ToldApart

__all__ = [
    "LONGEST_TEXT",
    "LONGEST_TITLE",
    "Contact",
    "ContactImport",
    "ContactImportRow",
    "ContactMerger",
    "ContactPoint",
    "Information",
    "Position",
    "Receipt",
    "ToldApart",
]
