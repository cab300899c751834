"""The elements and criteria of an assessment: what the sources suggest of each, and what was stated."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from roadstead.assessments.country_enums import Confidence, Judgement, SourceKind
from roadstead.assessments.models import CountryAssessment, Source, Statement
from roadstead.assessments.queries.countries import sources_of, statements_of
from roadstead.assessments.weighing import Suggestion, Weighed, weigh
from roadstead.rulebook import instruments
from roadstead.rulebook.instrument_schema import Element
from roadstead.rulebook.instruments import Version

JUDGED = ("statute-criteria", "isps-government", "isps-port-facility")  # instruments, in the order of the page


@dataclass(frozen=True, slots=True)
class Line:
    """One element or criterion. bearing: elements that bear on a criterion, by the crosswalk; nothing is computed."""

    instrument: str
    version: str
    element: Element
    suggestion: Suggestion
    sources: tuple[Source, ...]
    statement: Statement | None
    bearing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One instrument with its lines."""

    title: str
    kind: str
    lines: tuple[Line, ...]


def versions_in_force() -> dict[str, str]:
    """The versions by which an assessment that is begun now judges."""
    found = instruments.shipped()
    return {name: found.latest(name).name for name in JUDGED}


def versions_of(held: CountryAssessment) -> list[Version]:
    """The versions by which one judges. Raises LookupError where the rule book has lost one."""
    found = instruments.shipped()
    versions = [
        found.version(name, said) for name, said in sorted(held.versions.items(), key=lambda one: _order(one[0]))
    ]
    if any(one is None for one in versions):
        raise LookupError(f"an instrument of {held.versions} is not in the rule book")
    return [one for one in versions if one is not None]


def element_of(held: CountryAssessment, code: str) -> tuple[Version, Element] | None:
    """An element by its code, with the version that it stands in."""
    return next(((one, found) for one in versions_of(held) if (found := one.elements().get(code))), None)


def line_of(held: CountryAssessment, code: str, on: date) -> Line | None:
    """One element or criterion by its code; None for what is not judged."""
    return next((line for part in matrix(held, on) for line in part.lines if line.element.code == code), None)


def matrix(held: CountryAssessment, on: date) -> list[Part]:
    """Everything that is judged; two queries."""
    sources, statements, bearing = sources_of(held), statements_of(held), _bearing()
    return [
        Part(
            version.record.title,
            version.record.kind,
            tuple(
                _line(version, one, sources, statements.get(one.code), bearing.get(one.code, ()), on)
                for one in version.record.elements
            ),
        )
        for version in versions_of(held)
    ]


def _line(
    version: Version,
    element: Element,
    sources: Iterable[Source],
    statement: Statement | None,
    bearing: tuple[str, ...],
    on: date,
) -> Line:
    mine = tuple(one for one in sources if element.code in one.says)
    suggestion = weigh([_weighed(one, element.code) for one in mine], on)
    return Line(version.record.instrument, version.name, element, suggestion, mine, statement, bearing)


def _weighed(one: Source, code: str) -> Weighed:
    said = (one.says[code], one.dated, one.until, Confidence(one.confidence))
    return Weighed(one.number, SourceKind(one.kind), one.title, *said)


def _bearing() -> dict[str, tuple[str, ...]]:
    """The elements that bear on each criterion, as the project reads it."""
    found: dict[str, list[str]] = {}
    for row in instruments.shipped().crosswalk().rows:
        for criterion in row.criteria:
            found.setdefault(criterion, []).append(row.element)
    return {criterion: tuple(codes) for criterion, codes in found.items()}


def counted(lines: Iterable[Line]) -> dict[str, int]:
    """How many are stated to be what; `open` those of which nobody stated anything."""
    found = {**dict.fromkeys(Judgement.values, 0), "open": 0}
    for one in lines:
        found[one.statement.says if one.statement else "open"] += 1
    return found


def _order(instrument: str) -> int:
    return JUDGED.index(instrument) if instrument in JUDGED else len(JUDGED)
