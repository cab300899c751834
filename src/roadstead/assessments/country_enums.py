"""Assessments of countries in words: what their sources are, how sure they are, and what is judged."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SourceKind(TextChoices):
    """What an assessment rests on. The first three are records of this programme; the others are written here."""

    VISIT = "visit", _("visit: its checklist")
    OBSERVATION = "observation", _("observation of a visit")
    SELF_ASSESSMENT = "self_assessment", _("self-assessment")
    THIRD_PARTY = "third_party", _("assessment by a recognised third party (46 USC 70108(f))")
    DIPLOMATIC = "diplomatic", _("diplomatic reporting")
    AGENCY = "agency", _("reporting of another agency")
    INDUSTRY = "industry", _("reports of ships and their operators")
    OPEN = "open", _("open source")
    OTHER = "other", _("another source without a visit")

    @property
    def is_record(self) -> bool:
        """Whether it is taken from a record of the programme, and not written here."""
        return self in (SourceKind.VISIT, SourceKind.OBSERVATION, SourceKind.SELF_ASSESSMENT)

    @property
    def without_visit(self) -> bool:
        """Whether it tells of ports to which nobody of the programme went (46 USC 70108(e))."""
        return self not in (SourceKind.VISIT, SourceKind.OBSERVATION)


WRITTEN = [one for one in SourceKind if not one.is_record]


class Confidence(TextChoices):
    """How much somebody trusts a source, or what all of them say together."""

    HIGH = "high", _("high")
    MODERATE = "moderate", _("moderate")
    LOW = "low", _("low")


class Judgement(TextChoices):
    """What is stated of one element or criterion. What is not known is stated too, and never reads as no."""

    EFFECTIVE = "effective", _("effective")
    NOT_EFFECTIVE = "not_effective", _("not effective")
    NOT_KNOWN = "not_known", _("not known")

    @property
    def three_valued(self) -> str:
        """yes, no or unknown, as programs say it."""
        return {Judgement.EFFECTIVE: "yes", Judgement.NOT_EFFECTIVE: "no"}.get(self, "unknown")


class Stage(TextChoices):
    """How an assessment of a country stands."""

    DRAFT = "draft", _("draft")
    PUT_UP = "put_up", _("waits for a second person")
    SETTLED = "settled", _("settled")
    DROPPED = "dropped", _("dropped")

    @property
    def has_ended(self) -> bool:
        return self in (Stage.SETTLED, Stage.DROPPED)
