"""The tables of engagement."""

from roadstead.engagement.models.imports import ContactImport, ContactImportRow
from roadstead.engagement.models.information import LONGEST_TEXT, LONGEST_TITLE, READERS, Information, Receipt
from roadstead.engagement.models.interactions import (
    LONGEST_ORIGIN,
    LONGEST_PLACE,
    LONGEST_SUBJECT,
    LONGEST_SUMMARY,
    Interaction,
)
from roadstead.engagement.models.people import Contact, ContactMerger, ContactPoint, Position, ToldApart
from roadstead.engagement.models.promises import (
    LONGEST_ANSWER,
    LONGEST_PROMISE,
    LONGEST_QUESTION,
    Commitment,
    CommitmentMove,
    DigestSent,
    Referral,
)

__all__ = [
    "LONGEST_ANSWER",
    "LONGEST_ORIGIN",
    "LONGEST_PLACE",
    "LONGEST_PROMISE",
    "LONGEST_QUESTION",
    "LONGEST_SUBJECT",
    "LONGEST_SUMMARY",
    "LONGEST_TEXT",
    "LONGEST_TITLE",
    "READERS",
    "Commitment",
    "CommitmentMove",
    "Contact",
    "ContactImport",
    "ContactImportRow",
    "ContactMerger",
    "ContactPoint",
    "DigestSent",
    "Information",
    "Interaction",
    "Position",
    "Receipt",
    "Referral",
    "ToldApart",
]
