"""A report as a Word file, made by python-docx: headings, lists and a table that Word and screen readers know."""

from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from roadstead.visits.report.blocks import printable


def make(content: dict[str, Any]) -> bytes:
    """The report as DOCX: title, a table of what it is, the sections. `content` is that of `report_files`."""
    document = Document()
    _no_picture(document)
    _properties(document, content)
    _language(document, content["lang"])
    document.add_heading(printable(content["title"]), level=0)
    document.add_paragraph(printable(content["standing"]))
    if content["facts"]:
        _table(document, content["facts"])
    for one in content["sections"]:
        document.add_heading(printable(one["heading"]), level=1)
        for block in one["blocks"]:
            _block(document, block)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _block(document: Any, block: dict[str, Any]) -> None:
    if "text" in block:
        document.add_paragraph(printable(block["text"]))
    for first, *more in block.get("items", ()):
        document.add_paragraph(printable(first), style="List Bullet")
        for line in more:
            document.add_paragraph(printable(line), style="List Continue")


def _table(document: Any, facts: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for term, said in facts:
        name, value = table.add_row().cells
        name.paragraphs[0].add_run(printable(term)).bold = True
        value.text = printable(said)


def _no_picture(document: Any) -> None:
    """The library's template carries a small picture of some other document."""
    relations = document.part.package.rels
    for key in [key for key, one in relations.items() if one.reltype.endswith("/thumbnail")]:
        del relations[key]


def _properties(document: Any, content: dict[str, Any]) -> None:
    held, at = document.core_properties, datetime.fromisoformat(content["at"])
    held.title, held.subject, held.language = (
        printable(content["title"])[:255],
        printable(content["standing"])[:255],
        content["lang"],
    )
    held.author = held.last_modified_by = "Roadstead"
    held.comments, held.created, held.modified = "", at, at


def _language(document: Any, language: str) -> None:
    """What the text is written in, for spelling and for screen readers."""
    for one in document.styles.element.iter(qn("w:lang")):
        one.set(qn("w:val"), language)
        one.set(qn("w:bidi"), language)
