"""Names as they are kept."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadstead.files.enums import FileKind
from roadstead.files.names import cleaned


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("report.pdf", "report.pdf"),
        ("Bericht über Häfen (2).PDF", "Bericht über Häfen (2).PDF"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\ana\\report.pdf", "report.pdf"),
        ("folder/", "folder.pdf"),
        ("a\0b\x1b\x7fc.pdf", "abc.pdf"),
        ("line\r\nbreak\t.pdf", "line break.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe.pdf"),
        ("\u2066a\u2069\u200f.pdf", "a.pdf"),
        ("", "unnamed.pdf"),
        ("   ", "unnamed.pdf"),
        (".", "unnamed.pdf"),
        ("..", "unnamed.pdf"),
        (".pdf", "pdf.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("aux", "_aux.pdf"),
        ("lpt1.old.pdf", "_lpt1.old.pdf"),
        ("Con Dao.pdf", "Con Dao.pdf"),
        ('what? "this" <is> a|name*.pdf', "what_ _this_ _is_ a_name_.pdf"),
        ("trailing dots....pdf", "trailing dots.pdf"),
        ("photo.jpg", "photo.pdf"),
        ("photo.jpg.exe", "photo.jpg.exe.pdf"),
        ("minutes.2024", "minutes.2024.pdf"),
        ("no ending", "no ending.pdf"),
        ("e\u0301te\u0301.pdf", "été.pdf"),
        ("تقرير.pdf", "تقرير.pdf"),
    ],
)
def test_a_name_is_made_fit_to_be_saved(given_name: str, kept: str) -> None:
    assert cleaned(given_name, FileKind.PDF) == kept


@pytest.mark.parametrize(
    ("name", "kind", "kept"),
    [
        ("list.csv", FileKind.TEXT, "list.csv"),
        ("notes.md", FileKind.TEXT, "notes.md.txt"),
        ("run.bat", FileKind.TEXT, "run.bat.txt"),
        ("page.html", FileKind.TEXT, "page.html.txt"),
        ("visit.txt", FileKind.CALENDAR, "visit.txt"),
        ("old.doc", FileKind.DOCX, "old.doc.docx"),
        ("photo.png", FileKind.JPEG, "photo.jpg"),
        ("photo.JPEG", FileKind.JPEG, "photo.JPEG"),
        ("mail.eml", FileKind.TEXT, "mail.txt"),
    ],
)
def test_the_ending_is_that_of_the_content(name: str, kind: FileKind, kept: str) -> None:
    assert cleaned(name, kind) == kept


def test_a_very_long_name_keeps_its_ending() -> None:
    assert cleaned("a" * 400 + ".pdf", FileKind.PDF) == "a" * 116 + ".pdf"
    name = cleaned("港" * 400 + ".pdf", FileKind.PDF)
    assert name.endswith("港.pdf")
    assert len(name.encode()) <= 240


@given(st.text(max_size=200), st.sampled_from(FileKind))
def test_whatever_is_given_can_be_saved_and_sent(name: str, kind: FileKind) -> None:
    kept = cleaned(name, kind)
    assert 3 < len(kept) <= 120
    assert not set(kept) & set('/\\<>:"|?*')
    assert all(unicodedata.category(one)[0] != "C" for one in kept)
    assert kept.rpartition(".")[2].lower() in kind.extensions
    assert not kept.startswith((".", " "))
    assert cleaned(kept, kind) == kept
    kept.encode()
