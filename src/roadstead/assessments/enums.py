"""Self-assessments in words: of whom they are asked, how they stand, what an answer says, what became of it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AskedOf(TextChoices):
    """Of whom a questionnaire is asked."""

    FACILITY = "facility", _("port facility")
    GOVERNMENT = "government", _("government")


class State(TextChoices):
    """How a self-assessment stands. Submitted: with the programme; questioned: back with who fills it in."""

    DRAFT = "draft", _("being filled in")
    SUBMITTED = "submitted", _("submitted")
    QUESTIONED = "questioned", _("back with questions")
    VALIDATED = "validated", _("validated")
    WITHDRAWN = "withdrawn", _("withdrawn")

    @property
    def is_open(self) -> bool:
        """Whether answers can be typed."""
        return self in (State.DRAFT, State.QUESTIONED)

    @property
    def has_ended(self) -> bool:
        return self in (State.VALIDATED, State.WITHDRAWN)


class Said(TextChoices):
    """What an answer says. Not answered yet is no answer at all; that it is not known is one, and never reads as no."""

    YES = "yes", _("in place")
    PARTLY = "partly", _("in place in part")
    NO = "no", _("not in place")
    NOT_KNOWN = "not_known", _("not known")
    NOT_APPLICABLE = "not_applicable", _("does not apply")

    @property
    def wants_words(self) -> bool:
        """Whether the answer says nothing without what is lacking, or why."""
        return self in (Said.PARTLY, Said.NO, Said.NOT_APPLICABLE)

    @property
    def three_valued(self) -> str:
        """yes, no or unknown, as programs say it: in part is not yes, and what does not apply is not known to be."""
        return {Said.YES: "yes", Said.PARTLY: "no", Said.NO: "no"}.get(self, "unknown")


class Standing(TextChoices):
    """What the programme made of an answer."""

    OPEN = "open", _("not looked at")
    VALIDATED = "validated", _("validated")
    QUESTIONED = "questioned", _("questioned")
