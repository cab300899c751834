"""Checks of a targeting matrix that no schema makes by itself."""

from collections.abc import Iterator

from roadstead.core.matrix import FactKind
from roadstead.rulebook.matrix_schema import ConditionRecord, MatrixRecord, Rated, RowRecord
from roadstead.rulebook.records import refuse

ANSWERS = ("yes", "no")


def check_matrix(file: str, id_: str, record: MatrixRecord) -> None:
    """Every code once; every fact, word, band and source that is named is there; one band for all others."""
    _once(file, id_, "columns", [one.code for one in record.columns])
    _once(file, id_, "bands", [one.code for one in record.bands])
    if [one.otherwise for one in record.bands].count(True) != 1:
        refuse(file, id_, "bands", "there must be one band for all other ships", "Mark one with `otherwise: true`.")
    limits = [one.at_least for one in record.bands if one.at_least is not None]
    if limits != sorted(limits, reverse=True):
        refuse(file, id_, "bands", "the limits do not fall", "Put the most urgent band first.")
    for field, rated in _rated(record):
        if rated.source not in record.sources:
            refuse(file, id_, f"{field}.source", f"no source has the key {rated.source}", "Add it to `sources`.")
    for field, condition in _conditions(record):
        _check_condition(file, id_, field, condition, record)
    for field, row in _rows(record):
        _check_row(file, id_, field, row, record)
    _check_asked(file, id_, record)


def _rows(record: MatrixRecord) -> Iterator[tuple[str, RowRecord]]:
    for place, column in enumerate(record.columns):
        yield from ((f"columns[{place}].rows[{number}]", row) for number, row in enumerate(column.rows))


def _rated(record: MatrixRecord) -> Iterator[tuple[str, Rated]]:
    yield from _rows(record)
    yield from ((f"bands[{place}]", band) for place, band in enumerate(record.bands))


def _conditions(record: MatrixRecord) -> Iterator[tuple[str, ConditionRecord]]:
    """Every condition with a fact, those within others included."""
    for field, row in _rows(record):
        yield from _within(f"{field}.when", row.when)
    for place, band in enumerate(record.bands):
        if band.when:
            yield from _within(f"bands[{place}].when", band.when)


def _within(field: str, condition: ConditionRecord) -> Iterator[tuple[str, ConditionRecord]]:
    if condition.fact:
        yield field, condition
    for name in ("all", "any"):
        for number, one in enumerate(getattr(condition, name)):
            yield from _within(f"{field}.{name}[{number}]", one)


def _check_condition(file: str, id_: str, field: str, condition: ConditionRecord, record: MatrixRecord) -> None:
    fact = record.facts.get(condition.fact or "")
    if fact is None:
        refuse(file, id_, f"{field}.fact", f"there is no fact {condition.fact}", "Add it, or correct the code.")
    if (fact.kind is FactKind.NUMBER) == bool(condition.among):
        refuse(file, id_, field, f"{condition.fact} is a {fact.kind}", "Compare a number; name words with `among`.")
    allowed = ANSWERS if fact.kind is FactKind.TRUTH else tuple(fact.words)
    for word in condition.among:
        if word not in allowed:
            refuse(file, id_, f"{field}.among", f"{condition.fact} is never {word}", "Use one of its words.")


def _check_row(file: str, id_: str, field: str, row: RowRecord, record: MatrixRecord) -> None:
    bands = {one.code for one in record.bands if not one.otherwise}
    if row.band is not None and row.band not in bands:
        refuse(file, id_, f"{field}.band", f"no band {row.band} can be brought", "Name one that is not for all others.")
    if row.per is not None and (row.per not in record.facts or record.facts[row.per].kind is not FactKind.NUMBER):
        refuse(file, id_, f"{field}.per", f"{row.per} is no fact that counts", "Name a fact that is a number.")


def _check_asked(file: str, id_: str, record: MatrixRecord) -> None:
    read = {one.fact for _, one in _conditions(record)} | {row.per for _, row in _rows(record)}
    for code in record.facts:
        if code not in read:
            refuse(file, id_, f"facts.{code}", "no row and no band reads it", "Take it out, or use it.")


def _once(file: str, id_: str, field: str, codes: list[str]) -> None:
    twice = sorted({one for one in codes if codes.count(one) > 1})
    if twice:
        refuse(file, id_, field, f"{twice[0]} stands twice", "Keep one of the two, or give it a code of its own.")
