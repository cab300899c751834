"""The first wording of each section of a report, from the records alone; people write on from there."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from roadstead.visits.models import Visit
from roadstead.visits.models.reports import LONGEST_HEADING, LONGEST_SECTION
from roadstead.visits.observed_enums import ObservationKind, RecommendationState
from roadstead.visits.queries import report_engaged as engaged
from roadstead.visits.queries import report_lines as lines
from roadstead.visits.queries.report_records import Records
from roadstead.visits.report_enums import ReportText, SectionKind

K = SectionKind


@dataclass(frozen=True, slots=True)
class Drafted:
    """A section as the records have it."""

    kind: SectionKind
    heading: str
    text: str
    facility: int | None = None


def drafted(records: Records) -> list[Drafted]:
    """The sections of the programme's version or the host's, in their order."""
    given: list[Drafted] = [
        _section(K.SUMMARY, lines.summary(records)),
        _section(K.PEOPLE, engaged.people(records)),
        _section(K.GOVERNMENT, engaged.items(records, "government") + lines.notes(records, None)),
        _section(K.PORTS, [lines.leg(one) for one in records.legs] + engaged.items(records, "ports")),
        *(_about(records, one) for one in records.facilities),
    ]
    if records.of == ReportText.PROGRAMME:
        given.append(_section(K.EMBASSY, engaged.items(records, "embassy")))
    toured = {one.pk for one in records.facilities}
    general = [lines.seen(one) for one in records.observations if one.facility_id not in toured]
    given.append(_section(K.OBSERVATIONS, [*_tally(records), *general]))
    given.append(_section(K.RECOMMENDATIONS, [lines.recommended(one) for one in records.made]))
    given.append(_section(K.LEFT_OPEN, [lines.left(one, records.reviews.get(one.pk)) for one in records.left]))
    given.append(_section(K.PROMISES, engaged.promises(records)))
    given.append(_section(K.NEXT_STEPS, _still_open(records)))
    return given


def public_line(visit: Visit) -> Drafted:
    """One sentence that says no more than that there was a visit."""
    words = {"country": visit.country.name, "days": lines.days_in_words(visit.first_on, visit.last_on)}
    return Drafted(K.LINE, str(K.LINE.label), _("The programme visited %(country)s, %(days)s.") % words)


def _section(kind: SectionKind, said: Iterable[str]) -> Drafted:
    return Drafted(kind, str(kind.label), _joined(said))


def _about(records: Records, facility: Any) -> Drafted:
    said = [lines.seen(one) for one in records.observations if one.facility_id == facility.pk]
    said += lines.notes(records, facility.pk)
    return Drafted(K.FACILITY, facility.name[:LONGEST_HEADING], _joined(said), facility.pk)


def _joined(said: Iterable[str]) -> str:
    return "\n".join(line for line in said if line)[:LONGEST_SECTION]


def _tally(records: Records) -> list[str]:
    counts = {kind: sum(one.kind == kind for one in records.observations) for kind in ObservationKind}
    told = [f"{kind.label}: {count}" for kind, count in counts.items() if count]
    return [", ".join(told)] if told else []


def _still_open(records: Records) -> list[str]:
    """What the next visit starts from: recommendations and promises that have not ended."""
    coming = [one for one in (*records.left, *records.made) if not RecommendationState(one.state).ended]
    return [*(lines.coming(one) for one in coming), *engaged.still_promised(records)]
