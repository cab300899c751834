"""What confidence in a country’s implementation rests on, and how old that is: never a bare number."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from roadstead.assessments.country_enums import SourceKind
from roadstead.assessments.models import CountryAssessment, Source


@dataclass(frozen=True, slots=True)
class Basis:
    """Confidence in words, with what it rests on and its age. word: "" where nobody has said any.

    kinds: how many sources in force of each kind, with the latest day; expired: how many support nothing any more.
    """

    word: str
    why: str
    said_on: date | None
    days: int
    kinds: tuple[tuple[str, int, date], ...]
    expired: int
    visited: bool
    sentence: str


def basis(held: CountryAssessment, sources: Sequence[Source], on: date) -> Basis:
    """What the confidence of an assessment rests on, on a day."""
    live = [one for one in sources if on <= one.until]
    counts = Counter(one.kind for one in live)
    latest = {kind: max(one.dated for one in live if one.kind == kind) for kind in counts}
    kinds = tuple((str(SourceKind(kind).label), count, latest[kind]) for kind, count in sorted(counts.items()))
    visited = any(not SourceKind(one.kind).without_visit for one in live)
    return Basis(
        word=str(held.get_confidence_display()) if held.confidence else "",
        why=held.confidence_why,
        said_on=held.confidence_on,
        days=(on - held.confidence_on).days if held.confidence_on else 0,
        kinds=kinds,
        expired=len(sources) - len(live),
        visited=visited,
        sentence=_sentence(kinds, len(sources) - len(live), visited),
    )


def _sentence(kinds: tuple[tuple[str, int, date], ...], expired: int, visited: bool) -> str:
    """The basis in one line."""
    if not kinds:
        told = [_("It rests on no source in force.")]
    else:
        each = [
            _("%(kind)s: %(count)s, the latest of %(day)s")
            % {"kind": kind, "count": count, "day": date_format(day, "j F Y")}
            for kind, count, day in kinds
        ]
        told = [_("It rests on these sources in force: %(each)s.") % {"each": "; ".join(each)}]
    if kinds and not visited:
        told.append(_("None of them is of a visit."))
    if expired:
        said = ngettext("%(n)s source has expired.", "%(n)s sources have expired.", expired)
        told.append(said % {"n": expired})
    return " ".join(told)
