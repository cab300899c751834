"""Take in what came: what the file is, by its content, and the notices in it or why not. Never raises for bad input."""

from collections.abc import Sequence

from roadstead.wire.incoming import jsonnotice, tables, workbook, xmlguard, xmlnotice
from roadstead.wire.incoming.draft import printable
from roadstead.wire.incoming.form import Form, shipped
from roadstead.wire.incoming.problem import Problem
from roadstead.wire.incoming.value import Incoming

MOST_BYTES = xmlguard.MOST_BYTES
_FOREIGN = (
    (b"%PDF", "is a PDF", "Send the XML, the workbook or a table instead; a PDF cannot be read safely."),
    (b"\xd0\xcf\x11\xe0", "is a workbook of the old kind (.xls)", "Save it as .xlsx and send that."),
    (b"\x1f\x8b", "is compressed (gzip)", "Unpack it and send what is in it."),
    (b"<!doctype html", "is a web page; the download probably failed", "Download the file again."),
    (b"<html", "is a web page; the download probably failed", "Download the file again."),
)


def read(body: bytes, name: str = "file", forms: Sequence[Form] | None = None) -> list[Incoming | Problem]:
    """The notices of a file, in its order, and a problem for each that could not be taken in.

    name: how the file is called, for messages. forms: the shapes to read by (default: the package’s).
    """
    known = shipped() if forms is None else forms
    return [_named(one, name) for one in _read(body, known)]


def template() -> str:
    """The table of calls as CSV: its heading, and an invented row that shows how it is filled."""
    return tables.template(next(one for one in shipped() if one.record.kind == "csv"))


def kind(body: bytes) -> str:
    """What a file is by its content: xml, workbook, json, csv, or "" for nothing we read."""
    beginning = _beginning(body)
    if body[:4] == b"PK\x03\x04":
        return "workbook"
    if beginning[:1] == b"<":
        return "xml"
    if beginning[:1] in (b"{", b"["):
        return "json"
    return "csv" if beginning and (b"\x00" not in body[:4_096] or body[:2] in (b"\xff\xfe", b"\xfe\xff")) else ""


def _read(body: bytes, forms: Sequence[Form]) -> list[Incoming | Problem]:
    if refused := _refusal(body):
        return [refused]
    what = kind(body)
    if what == "xml":
        return xmlnotice.read(body, forms)
    if what == "json":
        return jsonnotice.read(body)
    form = next((one for one in forms if one.record.kind == what), None)
    if form is None:
        return [Problem(at="file", what="is nothing that we can read.", todo="Send XML, .xlsx, JSON or CSV.")]
    return workbook.read(body, form) if what == "workbook" else tables.read(body, form)


def _refusal(body: bytes) -> Problem | None:
    if len(body) > MOST_BYTES:
        what = f"is larger than {MOST_BYTES >> 20} MB."
        return Problem(at="file", what=what, todo="Send fewer notices in one file.")
    beginning = _beginning(body)
    if not beginning:
        return Problem(at="file", what="is empty.", todo="Send it again; the upload was probably cut off.")
    for mark, what, todo in _FOREIGN:
        if body.startswith(mark) or beginning.lower().startswith(mark):
            return Problem(at="file", what=f"{what}.", todo=todo)
    return None


def _beginning(body: bytes) -> bytes:
    """The first characters as ASCII, past byte order marks, blanks and the zeros of UTF-16."""
    head = body[:400]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head[2:].replace(b"\x00", b"")
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()


def _named(found: Incoming | Problem, name: str) -> Incoming | Problem:
    if isinstance(found, Incoming) or not name:
        return found
    at = printable(name, 80) if found.at == "file" else f"{printable(name, 80)}, {found.at}"
    return Problem(at=at, what=found.what, todo=found.todo, notice=found.notice)
