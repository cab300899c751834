"""From plain YAML values to records; an error names file, record and field."""

import re
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from roadstead.rulebook import schema, yamlfile
from roadstead.rulebook.errors import RuleBookError

T = TypeVar("T")
_QUOTED = re.compile(r"`([a-z_]+)`")
_REMEDIES = (
    ("Object missing required field", "Add the field."),
    ("Object contains unknown field", "Correct its name, or take it out."),
    ("Invalid RFC3339", "Write the day as YYYY-MM-DD."),
    ("Invalid date", "Write the day as YYYY-MM-DD."),
    ("Invalid enum value", "Use one of the values the schema names."),
    ("Invalid value", "Use one of the values the schema names."),
    ("this is not ", "Write it in that form."),
)
_PATTERN = re.compile(r"Expected `str` matching regex '(.+)'$")


def convert(value: object, kind: type[T] | object, *, file: str, record: str) -> T:
    """One record of the given type. Raises RuleBookError naming file, record and field."""
    try:
        return cast(T, msgspec.convert(value, cast(Any, kind), strict=False))
    except msgspec.ValidationError as error:
        raise _explain(str(error), file, record) from error


def whole(path: Path, name: str, kind: type[T] | object) -> T:
    """The one record that a file is; its identifier is the name of the file."""
    return convert(yamlfile.read(path, name), kind, file=name, record=path.stem)


def _explain(message: str, file: str, record: str) -> RuleBookError:
    problem, _, place = message.partition(" - at `$")
    form = _PATTERN.match(problem)
    if form:
        problem = f"this is not {schema.FORMS[form[1]]}"
    field = place.rstrip("`").removeprefix(".")
    named = _QUOTED.search(problem)
    if named and (problem.startswith("Object ") or not field):
        field = f"{field}.{named[1]}".removeprefix(".")
    remedy = next((text for start, text in _REMEDIES if problem.startswith(start)), "Correct the value.")
    return RuleBookError(file=file, record=record, field=field, problem=problem, remedy=remedy)
