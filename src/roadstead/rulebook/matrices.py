"""Targeting matrices, as dated files tell them. No verdict on conditions of entry reads them: they only order ships.

A version is never changed: what is new is a file beside it, and a score names the digest of the one it used.
"""

import hashlib
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from roadstead.core.advisory import Citation
from roadstead.core.matrix import Band, Column, Compare, Condition, Every, FactAsked, Matrix, OneOf, Row, Some
from roadstead.core.truth import YES
from roadstead.rulebook import decode, schema
from roadstead.rulebook.loader import DATA
from roadstead.rulebook.matrix_check import check_matrix
from roadstead.rulebook.matrix_schema import ConditionRecord, MatrixRecord
from roadstead.rulebook.records import refuse

Cited = dict[str, Citation]


@cache
def shipped() -> tuple[Matrix, ...]:
    """The matrices of the package, the oldest first."""
    return load(DATA)


def load(folder: Path) -> tuple[Matrix, ...]:
    """Every version in a folder, the oldest first. Raises RuleBookError naming file, record and field."""
    return tuple(_matrix(file, folder) for file in sorted((folder / "matrices").glob("*.yaml")))


def names() -> tuple[str, ...]:
    """What matrices there are."""
    return tuple(sorted({one.matrix for one in shipped()}))


def in_force(matrix: str, day: date) -> Matrix:
    """The newest version that had surely begun by a day and had not surely ended. Raises LookupError."""
    found = [
        one
        for one in shipped()
        if one.matrix == matrix
        and one.start.reached(day) is YES
        and (one.end is None or one.end.reached(day) is not YES)
    ]
    if not found:
        raise LookupError(f"no version of {matrix} is on record for {day.isoformat()}")
    return found[-1]


def of_digest(digest: str) -> Matrix | None:
    """The very version that a score was made with, if it still ships."""
    return next((one for one in shipped() if one.digest == digest), None)


def _matrix(file: Path, folder: Path) -> Matrix:
    name = file.relative_to(folder).as_posix()
    record: MatrixRecord = decode.whole(file, name, MatrixRecord)
    if not file.stem.endswith(f"-{record.matrix}"):
        refuse(name, file.stem, "matrix", "the file is not named by its day and its name", "Rename the file.")
    check_matrix(name, file.stem, record)
    cited = {key: Citation(one.text, one.url) for key, one in record.sources.items()}
    content = msgspec.json.encode(record, order="deterministic")
    return Matrix(
        id=file.stem,
        matrix=record.matrix,
        title=record.title,
        authority=record.authority,
        about=record.about,
        start=schema.moment(record.start),
        end=schema.optional_moment(record.end),
        facts=tuple(FactAsked(key, one.title, one.kind, tuple(one.words.items())) for key, one in record.facts.items()),
        columns=_columns(record, cited),
        bands=_bands(record, cited),
        digest="sha256:" + hashlib.sha256(content).hexdigest(),
    )


def _columns(record: MatrixRecord, cited: Cited) -> tuple[Column, ...]:
    return tuple(
        Column(
            column.code,
            column.title,
            column.combine,
            tuple(
                Row(
                    row.text,
                    _condition(row.when),
                    row.points,
                    row.per,
                    row.band,
                    row.status == "verified",
                    cited[row.source],
                )
                for row in column.rows
            ),
        )
        for column in record.columns
    )


def _bands(record: MatrixRecord, cited: Cited) -> tuple[Band, ...]:
    return tuple(
        Band(
            band.code,
            band.title,
            band.meaning,
            band.at_least,
            _condition(band.when) if band.when else None,
            band.otherwise,
            band.status == "verified",
            cited[band.source],
        )
        for band in record.bands
    )


def _condition(record: ConditionRecord) -> Condition:
    if record.fact is None:
        made = tuple(_condition(one) for one in record.all or record.any)
        return Every(made) if record.all else Some(made)
    for how in ("at_least", "at_most", "more_than", "less_than"):
        limit = getattr(record, how)
        if limit is not None:
            return Compare(record.fact, how, limit)
    return OneOf(record.fact, record.among)
