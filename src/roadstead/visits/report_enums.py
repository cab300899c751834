"""The texts of a report, and its sections, in words."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReportText(TextChoices):
    """For whom a text is. Each is written and released by itself."""

    PROGRAMME = "programme", _("programme version")
    HOST = "host", _("host’s version")
    PUBLIC = "public", _("public line")


class SectionKind(TextChoices):
    """The sections, in their order. There is one of each; of facilities, one for each facility that was toured."""

    SUMMARY = "summary", _("Summary")
    PEOPLE = "people", _("People met")
    GOVERNMENT = "government", _("Government engagement")
    PORTS = "ports", _("Ports")
    FACILITY = "facility", _("Facility")
    EMBASSY = "embassy", _("Embassy")
    OBSERVATIONS = "observations", _("Observations")
    RECOMMENDATIONS = "recommendations", _("Recommendations")
    LEFT_OPEN = "left_open", _("What was open before, and what became of it")
    PROMISES = "promises", _("Promises")
    NEXT_STEPS = "next_steps", _("Left open: where the next visit starts")
    LINE = "line", _("Public line")


class ReleaseState(TextChoices):
    """How a release stands."""

    ASKED = "asked", _("asked for")
    RELEASED = "released", _("released")
    RETURNED = "returned", _("returned")
