"""Checks of instruments and crosswalks that no schema makes by itself."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from roadstead.rulebook.instrument_schema import CrosswalkRecord, Element, InstrumentRecord
from roadstead.rulebook.records import Filed, refuse

Versions = Mapping[str, list[InstrumentRecord]]


def check_file_name(name: str, stem: str, what: str, as_of: date) -> None:
    """A file is named by its day and by what it is, so that a new version stands beside the old."""
    if stem != f"{as_of.isoformat()}-{what}":
        refuse(name, stem, "as_of", "the name of the file is not its day and its name", f"Name it {as_of}-{what}.yaml.")


def check_instrument(name: str, record: InstrumentRecord) -> None:
    """Every element once, in a group that there is; every question of it once."""
    groups = [one.code for one in record.groups]
    _once(name, record.instrument, "groups", groups)
    _once(name, record.instrument, "elements", [one.code for one in record.elements])
    for element in record.elements:
        if element.group not in groups:
            problem = f"there is no group {element.group}"
            refuse(name, element.code, "group", problem, "Add it to the groups, or correct the code.")
        _check_questions(name, record, element)


def check_crosswalk(filed: Filed[CrosswalkRecord], versions: Versions) -> None:
    """Every code of a crosswalk stands in an instrument; each element once, and none left out."""
    name, record = filed
    wanted = (*record.elements_of, record.criteria_of, record.headings_of)
    if missing := [one for one in wanted if one not in versions]:
        problem = f"there is no instrument {missing[0]}"
        refuse(name, record.crosswalk, "elements_of", problem, "Add its file, or correct the name.")
    elements = [code for one in record.elements_of for code in _codes(versions[one], record.as_of)]
    criteria = _codes(versions[record.criteria_of], record.as_of)
    headings = _codes(versions[record.headings_of], record.as_of)
    rows = [one.element for one in record.rows]
    _once(name, record.crosswalk, "rows", rows)
    for row in record.rows:
        _known(name, row.element, "element", [row.element], elements)
        _known(name, row.element, "criteria", row.criteria, criteria)
        _known(name, row.element, "headings", row.headings, headings)
    if lacking := [code for code in elements if code not in rows]:
        refuse(name, lacking[0], "element", "the crosswalk leaves this element out", "Add a row for it.")


def _check_questions(name: str, record: InstrumentRecord, element: Element) -> None:
    asked = [f"{one.asked_of} {one.code}" for one in element.questions]
    _once(name, element.code, "questions", asked)
    if element.questions and not record.kind.startswith("isps"):
        problem = "a criterion or a heading asks nothing by itself"
        refuse(name, element.code, "questions", problem, "Put the question to an element of the Code.")


def _codes(versions: list[InstrumentRecord], on: date) -> list[str]:
    """The codes of the version that was in force when a crosswalk was made; of the first, where none was."""
    before = [one for one in versions if one.as_of <= on] or versions[:1]
    return [one.code for one in before[-1].elements]


def _known(name: str, record: str, field: str, said: Iterable[str], known: Collection[str]) -> None:
    for code in said:
        if code not in known:
            refuse(name, record, field, f"there is no {code}", "Correct the code, or add it to its instrument.")


def _once(name: str, record: str, field: str, codes: list[str]) -> None:
    twice = sorted({one for one in codes if codes.count(one) > 1})
    if twice:
        refuse(name, record, field, f"{twice[0]} stands twice", "Keep one of the two, or give it a code of its own.")
