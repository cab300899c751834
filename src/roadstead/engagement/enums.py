"""Choices of what is shared."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class InformationKind(TextChoices):
    """What a piece of shared information is."""

    NOTE = "note", _("Note")
    DOCUMENT = "document", _("Document")


class Consent(TextChoices):
    """Whether a person agreed to be kept."""

    GIVEN = "given", _("given")
    OFFICIAL = "official", _("an official’s public post")
    UNKNOWN = "unknown", _("not asked yet")
    REFUSED = "refused", _("refused")


class PointKind(TextChoices):
    """How a person is reached."""

    EMAIL = "email", _("e-mail")
    PHONE = "phone", _("telephone")


class PositionKind(TextChoices):
    """What part a person plays."""

    HEAD = "head", _("head")
    DEPUTY = "deputy", _("deputy")
    FOCAL = "focal", _("point of contact")
    PFSO = "pfso", _("port facility security officer")
    ATTACHE = "attache", _("attaché")
    OFFICER = "officer", _("officer")
    OTHER = "other", _("other")
