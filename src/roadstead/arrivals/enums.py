"""Words for what is kept of arrivals."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    """What the judge says of a voyage, in the words of `roadstead/decision/1`."""

    APPLIES = "applies", _("Conditions of entry apply")
    DOES_NOT_APPLY = "does_not_apply", _("No conditions")
    CANNOT_TELL = "cannot_tell", _("Cannot tell yet")

    @property
    def tone(self) -> str:
        return {"applies": "stop", "does_not_apply": "good"}.get(self.value, "ask")


def outcome_said(value: str) -> str:
    """An outcome in words; one that an event of long ago has and nobody knows any more, as it stands."""
    return str(Outcome(value).label) if value in Outcome.values else value


class Origin(models.TextChoices):
    """By which way a notice came in."""

    IMPORT = "import", _("import")
    PAGE = "page", _("page")
    API = "api", _("API")
    FOLDER = "folder", _("folder")


class Cause(models.TextChoices):
    """Why a notice was judged."""

    RECEIVED = "received", _("notice received")
    UPDATED = "updated", _("notice updated")
    RULES = "rules", _("advisory changed")
