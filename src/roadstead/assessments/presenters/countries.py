"""One assessment of a country as its pages show it."""

from dataclasses import dataclass
from typing import Any

from roadstead.assessments.country_enums import Judgement, Stage
from roadstead.assessments.forms.countries import GatherForm
from roadstead.assessments.models import CountryAssessment, Source
from roadstead.assessments.naming import name_of_country_assessment
from roadstead.assessments.presenters.country_basis import Basis, basis
from roadstead.assessments.presenters.country_lists import TONES
from roadstead.assessments.queries.countries import earlier_of, sources_of
from roadstead.assessments.queries.gathering import offered
from roadstead.assessments.queries.matrix import Line, counted, line_of, matrix, versions_of
from roadstead.assessments.taking import Taken
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.files import presenters as files

JUDGED = {Judgement.EFFECTIVE: "good", Judgement.NOT_EFFECTIVE: "alarm", Judgement.NOT_KNOWN: "ask"}


@dataclass(frozen=True, slots=True)
class SourceShown:
    """A source. changed: its record says something else now; file: its document as `files.presenters` shows it."""

    one: Source
    kind: str
    confidence: str
    expired: bool
    changed: bool
    file: Any


@dataclass(frozen=True, slots=True)
class LineShown:
    """An element or criterion with what is suggested and stated, in words."""

    line: Line
    said: str
    tone: str
    suggested: str
    suggested_tone: str
    differs: bool


def page(held: CountryAssessment, viewer: Viewer) -> dict[str, Any]:
    """What the page of one wants; a fixed number of queries."""
    parts = [(part, [_line(one) for one in part.lines]) for part in matrix(held, clock.today())]
    lines = [one for part, _shown in parts for one in part.lines]
    stage, country = Stage(held.stage), {"country": held.country_id}
    writes = viewer.may(Permission.ASSESS_COUNTRIES, **country)
    settles = viewer.may(Permission.SETTLE_ASSESSMENTS, **country) and held.put_up_by_id != viewer.user_id
    return {
        "record": held,
        "name": name_of_country_assessment(held),
        "tone": TONES[stage],
        "parts": parts,
        "judged_as_of": [(one.record.instrument, one.name, one.record.title) for one in versions_of(held)],
        "counts": [(str(one.label), counted(lines)[one.value], JUDGED[one]) for one in Judgement],
        "open": counted(lines)["open"],
        "sources": _sources(held, viewer),
        "removed": sources_of(held, removed=True),
        "basis": basis_of(held, viewer),
        "writes": writes and stage == Stage.DRAFT,
        "may_drop": writes and not stage.has_ended,
        "may_settle": settles and stage == Stage.PUT_UP,
        "may_return": stage == Stage.PUT_UP and (settles or held.put_up_by_id == viewer.user_id),
    }


def element(held: CountryAssessment, code: str, viewer: Viewer) -> dict[str, Any] | None:
    """What the page of one element wants; None for what is not judged."""
    line = line_of(held, code, clock.today())
    if line is None:
        return None
    numbers = {one.number for one in line.sources}
    return {
        "record": held,
        "name": name_of_country_assessment(held),
        "line": line,
        "shown": _line(line),
        "sources": [one for one in _sources(held, viewer) if one.one.number in numbers],
        "earlier": earlier_of(held, code),
        "bearing": _bearing(held, line),
        "writes": held.stage == Stage.DRAFT and viewer.may(Permission.ASSESS_COUNTRIES, country=held.country_id),
    }


def initial(line: Line) -> dict[str, Any]:
    """What a form begins with: what was stated, or nothing at all; a suggestion is shown, and not filled in."""
    stated = line.statement
    if stated is None:
        return {"seen": 0, "missing": "\n".join(line.suggestion.missing)}
    return {"seen": stated.pk, "says": stated.says, "reasons": stated.reasons, "missing": stated.missing}


def element_choices(held: CountryAssessment) -> list[tuple[str, str]]:
    """Everything that is judged, to choose from."""
    return [(code, f"{code}: {one.title}") for version in versions_of(held) for code, one in version.elements().items()]


def offered_rows(held: CountryAssessment, found: list[Taken], form: GatherForm) -> list[tuple[Taken, bool, str, bool]]:
    """Records that can be taken: each, whether it is chosen, how it stands, and whether it is there as it is now."""
    there = {f"{one.record}:{one.key}": one.digest for one in sources_of(held)}
    chosen = set(form["references"].value() or ())
    return [
        (one, one.reference in chosen, str(one.kind.label), there.get(one.reference) == one.digest()) for one in found
    ]


def basis_of(held: CountryAssessment, viewer: Viewer) -> Basis:
    """What confidence in the country rests on today."""
    return basis(held, sources_of(held), clock.today())


def _line(line: Line) -> LineShown:
    suggested = line.suggestion.judgement
    stated = Judgement(line.statement.says) if line.statement else None
    return LineShown(
        line=line,
        said=str(stated.label) if stated else "",
        tone=JUDGED[stated] if stated else "",
        suggested=str(suggested.label),
        suggested_tone=JUDGED[suggested],
        differs=stated is not None and stated != suggested,
    )


def _sources(held: CountryAssessment, viewer: Viewer) -> list[SourceShown]:
    """The sources, with those whose record says something else now or is not there for this reader."""
    now = {one.reference: one.digest() for one in offered(held.country_id, viewer)}
    files_of = {one.number: one for one in files.rows(held, viewer)}
    today = clock.today()
    return [
        SourceShown(
            one=one,
            kind=str(one.get_kind_display()),
            confidence=str(one.get_confidence_display()),
            expired=today > one.until,
            changed=bool(one.record) and now.get(f"{one.record}:{one.key}") != one.digest,
            file=files_of.get(one.attachment_id or 0),
        )
        for one in sources_of(held)
    ]


def _bearing(held: CountryAssessment, line: Line) -> list[tuple[str, str]]:
    """What was stated of the elements that bear on a criterion: shown beside it, and computed into nothing."""
    if not line.bearing:
        return []
    stated = {
        one.element.code: str(Judgement(one.statement.says).label) if one.statement else ""
        for part in matrix(held, clock.today())
        for one in part.lines
    }
    return [(code, stated.get(code, "")) for code in line.bearing]
