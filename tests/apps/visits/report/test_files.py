"""A report taken away: tagged PDF, and a Word file that Word’s own kind of reader opens again."""

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from roadstead.accounts.models import User
from roadstead.visits.models import Visit
from roadstead.visits.report import paper, word
from roadstead.visits.report.blocks import blocks
from tests import people
from tests.apps.visits.report import acting

HOSTILE = 'Words & <w:p> #eval("1") \u0001 done.\n– One.\n  Its remark.\n– Two.'


@pytest.fixture
def report(liaison: User, hosted: Visit) -> Visit:
    acting.drafted(liaison, hosted)
    acting.write(liaison, hosted, "summary", HOSTILE)
    return hosted


def taken(by: User, trip: Visit, tail: str) -> Any:
    return people.client_of(by).get(f"/desk/visits/{trip.pk}/report/{tail}")


def test_a_text_is_lists_and_paragraphs() -> None:
    assert blocks("One.\n\n– a\n  more\n- b\nTwo.\n  Three.") == [
        {"text": "One."},
        {"items": [["a", "more"], ["b"]]},
        {"text": "Two."},
        {"text": "Three."},
    ]
    assert blocks(" \n") == []


def test_a_report_is_taken_away_as_tagged_pdf(liaison: User, report: Visit) -> None:
    pdf = taken(liaison, report, "report.pdf").content
    assert pdf.startswith(b"%PDF")
    for tag in (b"/StructTreeRoot", b"/MarkInfo", b"/LI", b"pdfuaid:part"):
        assert tag in pdf


def test_a_pdf_without_letters_for_its_words_is_made_all_the_same() -> None:
    said = {"lang": "am", "title": "ሰላም", "standing": "", "facts": [], "sections": [], "page": "", "of": ""}
    assert paper.make(said).startswith(b"%PDF")


def test_the_word_file_opens_again_with_its_headings_table_language_and_properties(
    liaison: User, report: Visit
) -> None:
    sent = taken(liaison, report, "report.docx")
    assert sent["Content-Disposition"].endswith(f'-{report.pk}-programme.docx"')
    held = Document(BytesIO(sent.content))
    styled: dict[str, list[str]] = {}
    for one in held.paragraphs:
        styled.setdefault(one.style.name, []).append(one.text)
    assert styled["Title"] == ["Report: Lagos, November (invented)"]
    assert styled["Heading 1"][0] == "Summary"
    assert 'Words & <w:p> #eval("1")  done.' in styled["Normal"]
    assert styled["List Bullet"][:2] == ["One.", "Two."]
    assert styled["List Continue"] == ["Its remark."]
    rows = [[cell.text for cell in row.cells] for row in held.tables[0].rows]
    assert ["Country", "Nigeria"] in rows
    assert ["Text", "programme version"] in rows
    assert held.core_properties.title == "Report: Lagos, November (invented)"
    assert held.core_properties.language == "en"
    assert held.core_properties.author == "Roadstead"
    assert {one.get(qn("w:val")) for one in held.styles.element.iter(qn("w:lang"))} == {"en"}
    assert not [one for one in held.part.package.iter_parts() if "thumbnail" in str(one.partname)]


def test_a_file_says_whether_it_is_a_draft_or_was_released(liaison: User, colleague: User, report: Visit) -> None:
    one = acting.asked(liaison, report)
    for by, tail, said in (
        (liaison, "report.docx", "draft, not released"),
        (liaison, f"releases/{one.pk}/report.docx", "draft, not released"),
    ):
        assert said in _words(taken(by, report, tail))
    acting.released(colleague, one)
    assert "released on 2026-11-22" in _words(taken(liaison, report, f"releases/{one.pk}/report.docx"))
    assert taken(liaison, report, "report.exe").status_code == 404


def test_half_a_character_and_no_text_are_no_fault() -> None:
    said = {
        "lang": "ar",
        "title": "\ud800x",
        "standing": "\x00",
        "facts": [],
        "sections": [],
        "at": "2026-11-22T12:00:00Z",
    }
    assert Document(BytesIO(word.make(said))).paragraphs[0].text == "x"


def _words(answer: Any) -> str:
    return "\n".join(one.text for one in Document(BytesIO(answer.content)).paragraphs)
