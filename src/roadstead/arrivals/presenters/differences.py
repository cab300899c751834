"""What is different between two verdicts, in a few words."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from roadstead.arrivals.enums import Outcome
from roadstead.arrivals.models import Judged


def told(before: Judged, after: Judged) -> str:
    """The differences, the weightiest first."""
    return "; ".join(_differences(before, after))


def _differences(before: Judged, after: Judged) -> Iterator[str]:
    if before.outcome != after.outcome:
        yield f"{Outcome(before.outcome).label} → {Outcome(after.outcome).label}"
    for name, words in (
        ("caught", _("calls caught")),
        ("unclear", _("calls not clear")),
        ("unmet", _("duties not met")),
        ("unsure", _("duties not known")),
        ("boarding", _("boarding")),
        ("armed_guards", _("armed guards")),
    ):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield f"{words}: {_said(old)} → {_said(new)}"


def _said(value: object) -> str:
    return str(value).replace("_", " ") or _("none")
