"""Choices of what is shared."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class InformationKind(TextChoices):
    """What a piece of shared information is."""

    NOTE = "note", _("Note")
    DOCUMENT = "document", _("Document")
