"""The decision on paper."""

import shutil
import subprocess
from datetime import date

import pytest
import typst
from django.test import Client

from roadstead.advisories import queries
from roadstead.arrivals.checker import bridge, drafts, pdf, presenter
from tests.apps.arrivals.checker_ports import load_ports

VOYAGE = drafts.Draft(
    to="USHOU",
    eta="2026-01-20",
    known_at="2026-01-31",
    ship="Example",
    rows=(drafts.Row("VELAG", departed="2026-01-05"),),
)
HOSTILE = '#panic("evaluated") #read("/etc/passwd") *bold* _it_ = Head $x^2$ \\ `raw` @ref [#] "quote" // /* */ #sys'


@pytest.fixture(autouse=True)
def _ports(db):
    load_ports()


def made(draft, **more):
    reading = bridge.read(draft)
    assert reading.notice is not None, reading.problems
    decision = queries.judge(reading.known_at).decide(reading.notice)
    result = presenter.result(reading, decision, queries.snapshot(reading.known_at))
    return pdf.make(reading, result, "https://example.org/check/?x", **more), decision, reading, result


def words(document, tmp_path):
    """The text of a document, by Ghostscript where it is installed."""
    ghostscript = shutil.which("gs")
    if not ghostscript:
        pytest.skip("needs Ghostscript to read a PDF")
    (tmp_path / "in.pdf").write_bytes(document)
    command = [ghostscript, "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=txtwrite", "-o", "-", str(tmp_path / "in.pdf")]
    return " ".join(subprocess.run(command, capture_output=True, check=True).stdout.decode().split())


def test_paper_holds_outcome_reason_and_digest(tmp_path):
    document, decision, _reading, _result = made(VOYAGE)
    assert document.startswith(b"%PDF-")
    text = words(document, tmp_path)
    assert "Conditions of entry apply to this voyage" in text
    assert "Venezuela was on the list" in text
    assert decision.digest in text.replace(" ", "") or decision.digest in text
    assert "74 FR 3092" in text
    assert "page 1 of" in text


def test_everything_that_the_page_says_goes_into_the_paper():
    _document, decision, reading, result = made(VOYAGE)
    content = pdf.content(reading, result, "https://example.org/")
    assert content["title"] == result.headline
    assert content["outcome"] == "Applies"
    assert [call["name"] for call in content["calls"]] == ["La Guaira (VELAG)"]
    assert [row[0] for row in content["duties"][0]["duties"]] == ["C1", "C2", "C3", "C4", "C5"]
    assert ["Digest", decision.digest] in content["basis"]


def test_the_same_decision_is_the_same_paper_and_letter_is_another():
    assert made(VOYAGE)[0] == made(VOYAGE)[0]
    assert made(VOYAGE)[0] != made(VOYAGE, paper="letter")[0]
    assert made(VOYAGE)[0] == made(VOYAGE, paper="../../etc/passwd")[0]


def test_paper_is_accessible(monkeypatch):
    """It holds to PDF/UA-1: without the fallback it is made all the same."""
    monkeypatch.setattr(typst, "TypstError", ZeroDivisionError)
    assert made(VOYAGE)[0]


@pytest.mark.parametrize(
    "name", [HOSTILE, "Çağlar Ünlü Łódź Ægir", "ميناء عدن", "港口", "'; DROP TABLE", "\u200d", "x" * 200]
)
def test_hostile_and_foreign_text_is_only_text(name, tmp_path):
    name = name[:200]
    draft = drafts.Draft(
        to="USHOU",
        eta="2026-01-20",
        ship=name,
        rows=(drafts.Row("NGAPP", departed="2026-01-05", terminal=name.replace(";", ",")),),
    )
    assert made(draft)[0].startswith(b"%PDF-")


def test_markup_is_printed_as_it_was_typed(tmp_path):
    document = made(drafts.Draft(to="USHOU", eta="2026-01-20", ship="A #panic(1) *B*", rows=VOYAGE.rows))[0]
    assert "#panic(1) *B*" in words(document, tmp_path)


def test_address_serves_it_in_line_under_a_telling_name():
    response = Client().get(f"/check/decision.pdf?{drafts.query(VOYAGE)}")
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"].startswith('inline; filename="roadstead-applies-')


def test_paper_is_rationed(settings):
    settings.DECISIONS_PER_MINUTE = 10
    client = Client()
    answers = [client.get(f"/check/decision.pdf?{drafts.query(VOYAGE)}").status_code for _ in range(2)]
    assert answers == [200, 429]


def test_a_day_is_printed_without_a_time_that_nobody_gave():
    _document, _decision, reading, result = made(VOYAGE)
    content = pdf.content(reading, result, "")
    assert content["voyage"][-1] == ["Arrival", "Houston, United States (USHOU), 20 January 2026"]
    assert "left 5 January 2026" in content["calls"][0]["facts"]
    assert result.decision.known_at == date(2026, 1, 31)
