"""The answers of a self-assessment as a page shows them: as asked, with evidence, wordings put aside, and reviews."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from roadstead.assessments.actions.answering import FIELDS, is_open
from roadstead.assessments.actions.submitting import lacks
from roadstead.assessments.enums import Said, Standing
from roadstead.assessments.models import Answer, Evidence, SelfAssessment
from roadstead.assessments.queries import answers as queries
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.files import presenters as files
from roadstead.files import queries as kept
from roadstead.rulebook import instruments
from roadstead.rulebook.instrument_schema import Element

TONES = {Standing.OPEN: "quiet", Standing.VALIDATED: "good", Standing.QUESTIONED: "ask"}


@dataclass(frozen=True, slots=True)
class Piece:
    """One version of a piece of evidence. row: its file as `files.presenters` shows it; who: "" for nobody told."""

    pk: int
    row: Any
    what: str
    dated_on: date
    added_at: datetime
    who: str
    sha256: str
    version: int
    older: tuple["Piece", ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its answer. element is None where the rule book has lost that version."""

    pk: int
    element: Element | None
    code: str
    name: str
    asked: str
    version: str
    digest: str
    said: str
    said_word: str
    words: str
    revision: int
    revisions: dict[str, int]
    standing: str
    standing_word: str
    tone: str
    opened: bool
    lacks: str
    others: list[Any] = field(default_factory=list)
    reviews: list[Any] = field(default_factory=list)
    evidence: tuple[Piece, ...] = ()


def groups(held: SelfAssessment, viewer: Viewer) -> list[tuple[str, list[Question]]]:
    """The questions under the headings of their instruments; a fixed number of queries."""
    found: dict[str, list[Question]] = {}
    for title, one in _questions(held, viewer):
        found.setdefault(title, []).append(one)
    return list(found.items())


def revisions(one: Answer) -> dict[str, int]:
    """The revision of each field; 0 where nothing was typed yet."""
    return {name: one.stamps.get(name, {}).get("revision", 0) for name in FIELDS}


def values(one: Answer) -> dict[str, str]:
    """The fields of an answer as they stand."""
    return {"said": one.said, "words": one.words}


def _questions(held: SelfAssessment, viewer: Viewer) -> Any:
    others, reviews = queries.others_of(held), queries.reviews_of(held)
    evidence, staff = _evidence(held, viewer), viewer.holds(Permission.READ_PROGRAMME)
    for one in queries.answers_of(held):
        element, title = _element(one)
        told = [
            {"review": row, "who": row.by.name if staff else "", "word": _word(row)} for row in reviews.get(one.pk, [])
        ]
        yield (
            title,
            Question(
                pk=one.pk,
                element=element,
                code=one.element,
                name=one.question,
                asked=one.asked,
                version=one.version,
                digest=one.digest,
                said=one.said,
                said_word=str(Said(one.said).label) if one.said else "",
                words=one.words,
                revision=one.revision,
                revisions=revisions(one),
                standing=one.standing,
                standing_word=str(Standing(one.standing).label),
                tone=TONES[Standing(one.standing)],
                opened=is_open(held, one),
                lacks=lacks(one),
                others=others.get(one.pk, []),
                reviews=told,
                evidence=evidence.get(one.pk, ()),
            ),
        )


def _word(review: Any) -> str:
    return str(Standing(review.verdict).label)


def _element(one: Answer) -> tuple[Element | None, str]:
    """The element in the version under which the question was asked, and the heading that it stands under."""
    version = instruments.shipped().version(one.instrument, one.version)
    element = version.elements().get(one.element) if version is not None else None
    if version is None or element is None:
        return None, one.instrument
    return element, next(group.title for group in version.record.groups if group.code == element.group)


def _evidence(held: SelfAssessment, viewer: Viewer) -> dict[int, tuple[Piece, ...]]:
    """The evidence of each answer as it stands, with its older versions."""
    staff = viewer.holds(Permission.READ_PROGRAMME)
    rows = {one.pk: files.row(one, staff) for one in kept.attachments_of(held, viewer)}
    return {pk: tuple(_pieces(found, rows)) for pk, found in queries.evidence_of(held).items()}


def _pieces(found: list[Evidence], rows: dict[int, Any]) -> Any:
    by_key = {one.pk: one for one in found}
    replaced = {one.replaces_id for one in found}
    for one in found:
        if one.pk not in replaced:
            older, before = [], by_key.get(one.replaces_id or 0)
            while before is not None:
                older.append(_piece(before, rows))
                before = by_key.get(before.replaces_id or 0)
            yield _piece(one, rows, tuple(older))


def _piece(one: Evidence, rows: dict[int, Any], older: tuple[Piece, ...] = ()) -> Piece:
    row = rows.get(one.attachment_id)
    said = (one.what, one.dated_on, one.added_at, one.added_by.name, one.sha256, one.version, older)
    return Piece(one.pk, row, *said)
