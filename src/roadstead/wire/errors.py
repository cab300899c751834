"""What is wrong with a notice: where, what, and what to do."""

import re
from dataclasses import dataclass

import msgspec

_AT = re.compile(r" - at `(?P<path>[^`]*)`$")
_EXPECTED = re.compile(r"Expected `(?P<wanted>[^`]+)`, got `(?P<got>[^`]+)`")
_LENGTH = re.compile(r"Expected `(?P<what>str|array)` of length <= (?P<most>\d+)")
_MISSING = re.compile(r"Object missing required field `(?P<field>[^`]+)`")
_BYTE = re.compile(r"\(byte (\d+)\)")
_HALF_PAIR = re.compile(rb"\\u[dD][89abAB]..(?!\\u[dD][c-fC-F])")
_KINDS = {
    "str": "text in quotation marks",
    "int": "a number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "null",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. field: the path in the notice (“calls[0].departed”)."""

    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.field}: {self.message}"


class NoticeError(ValueError):
    """A notice that cannot be judged; `problems` says everything that is wrong with it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems


def not_json(error: Exception, body: bytes) -> Problem:
    """A document that is not JSON at all."""
    found = _BYTE.search(str(error))
    if isinstance(error, UnicodeDecodeError) or "utf-8" in str(error).lower() or not _is_utf8(body):
        return Problem("notice", "is not UTF-8 text. Save it as UTF-8 and send it again.")
    if "surrogate" in str(error) or ("truncated" in str(error) and _HALF_PAIR.search(body)):
        return Problem("notice", "holds half of a surrogate pair (\\ud800 to \\udfff), no character. Take it out.")
    if found:
        before = body[: int(found[1])]
        line, column = before.count(b"\n") + 1, len(before) - (before.rfind(b"\n") + 1) + 1
        return Problem(
            "notice", f"is not JSON: line {line}, column {column} is unexpected. Check quotes and commas there."
        )
    if not body.strip():
        return Problem("notice", "is empty. Write a JSON object with schema, arrival and calls.")
    return Problem("notice", "is not JSON: it ends too early. Is a closing bracket or quotation mark missing?")


def wrong_shape(error: msgspec.ValidationError) -> Problem:
    """A JSON document of the wrong shape, in words."""
    text = str(error)
    place = _AT.search(text)
    path = _path(place["path"]) if place else ""
    if found := _MISSING.search(text):
        return Problem(_join(path, found["field"]), "is missing.")
    if found := _LENGTH.search(text):
        unit = "characters" if found["what"] == "str" else "entries"
        return Problem(path or "notice", f"is too long: at most {int(found['most']):,} {unit} are read.")
    if found := _EXPECTED.search(text):
        wanted = " or ".join(_KINDS.get(kind.strip(), kind) for kind in found["wanted"].split("|"))
        got = _KINDS.get(found["got"], found["got"])
        return Problem(path or "notice", f"should be {wanted}, and is {got}.")
    return Problem(path or "notice", "cannot be read.")


def is_unknown_field(error: msgspec.ValidationError) -> bool:
    """Whether what is wrong is a field that the notice's schema does not have."""
    return str(error).startswith("Object contains unknown field")


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True


def _path(path: str) -> str:
    return path.removeprefix("$").removeprefix(".")


def _join(path: str, field: str) -> str:
    return f"{path}.{field}" if path else field
