"""Settled assessments, for the apps above: as a source, and as what a country’s file shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from roadstead.assessments.country_enums import Stage
from roadstead.assessments.models import CountryAssessment, Statement
from roadstead.assessments.queries.countries import assessments, statements_of
from roadstead.assessments.queries.matrix import versions_of
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer

RECORD = "assessments.countryassessment"
LONGEST, LONGEST_LINE = 10_000, 110  # characters of it all, and of the reasons of one element


@dataclass(frozen=True, slots=True)
class Settled:
    """A settled assessment in words; what it says never changes. dated: the day on which it was settled."""

    pk: int
    title: str
    text: str
    dated: date


def settled_assessments(country: str, viewer: Viewer) -> list[Settled]:
    """Those of a country, the latest first; one query, and one for each."""
    rows = assessments(viewer).filter(country=country, stage=Stage.SETTLED).exclude(mark=Mark.RESTRICTED)
    return [_told(one) for one in rows.order_by("-settled_at", "-pk")]


def settled_assessment(pk: int, country: str, viewer: Viewer) -> Settled | None:
    """One of them; None where it is not settled, of another country, or may not be read."""
    rows = assessments(viewer).filter(pk=pk, country=country, stage=Stage.SETTLED).exclude(mark=Mark.RESTRICTED)
    found = rows.first()
    return _told(found) if found else None


def _told(held: CountryAssessment) -> Settled:
    """In one order and one language for every reader, since a case keeps a digest of it."""
    stated, lines = statements_of(held), []
    for version in versions_of(held):
        lines.append(f"{version.record.title} ({version.name})")
        lines += _stated((one.code, stated[one.code]) for one in version.record.elements if one.code in stated)
    lines.append(f"Confidence: {held.confidence}. {held.confidence_why}")
    assert held.settled_at is not None
    title = f"Assessment of the country: {held.occasion}"
    return Settled(held.pk, title, "\n".join(lines)[:LONGEST], held.settled_at.date())


def _stated(found: Iterable[tuple[str, Statement]]) -> list[str]:
    """What is stated, a line for all elements of which the same is said in the same words."""
    codes: dict[str, list[str]] = {}
    for code, one in found:
        missing = f" Missing: {_cut(one.missing)}" if one.missing else ""
        codes.setdefault(f"{one.says.replace('_', ' ')}. {_cut(one.reasons)}{missing}", []).append(code)
    return [f"{', '.join(some)}: {said}" for said, some in codes.items()]


def _cut(text: str) -> str:
    """A text as one line that leaves room for the others."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…"
