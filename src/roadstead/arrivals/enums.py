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
    MEASURES = "measures", _("measures reported")
    ANSWER = "answer", _("question answered")


class Attention(models.TextChoices):
    """What an arrival wants of the watch. Decided stays decided until a fact changes."""

    LOOK = "look", _("to be looked at")
    ASKED = "asked", _("waits for an answer")
    DECIDED = "decided", _("decided")
    QUIET = "quiet", _("nothing to do")
    CANCELLED = "cancelled", _("cancelled by the ship")
    OVER = "over", _("over")


class Disposition(models.TextChoices):
    """What the Captain of the Port decides. The tool proposes one; a person decides."""

    NO_CONDITIONS = "no_conditions", _("No conditions")
    VERIFIED = "verified", _("Conditions verified")
    EXAMINE_AT_SEA = "examine_at_sea", _("Examine at sea")
    EXAMINE_AT_BERTH = "examine_at_berth", _("Examine at the berth")
    GUARDS_REQUIRED = "guards_required", _("Armed guards required")
    GUARDS_WAIVED = "guards_waived", _("Armed guards waived")
    HELD = "held", _("Held")
    DENIED = "denied", _("Entry denied")
    RECOMMENDED_ONLY = "recommended_only", _("Recommended measures only")


class Side(models.TextChoices):
    """Who wrote in the thread of an arrival."""

    WATCH = "watch", _("the watch")
    SHIP = "ship", _("the ship’s side")
