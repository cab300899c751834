"""Files made to do harm, cut off, or of the wrong encoding: refused or mended with words, never with a crash."""

import io
import json
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadstead.wire.incoming import workbook as workbooks
from roadstead.wire.incoming import xmlguard
from roadstead.wire.incoming.problem import Problem
from roadstead.wire.incoming.reading import MOST_BYTES, read
from roadstead.wire.incoming.value import Incoming
from tests.wire.notices import iso, notice, workbook, xml

BOMB = """<!DOCTYPE NOTICE [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>"""
HARMFUL = [
    BOMB,
    '<!DOCTYPE NOTICE [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE NOTICE SYSTEM "http://example.invalid/evil.dtd">',
    '<!DOCTYPE NOTICE [<!ENTITY % p SYSTEM "http://example.invalid/x"> %p;]>',
    "<!DOCTYPE NOTICE>",
]


def refused(body: bytes) -> Problem:
    (found,) = read(body, "upload.xml")
    assert isinstance(found, Problem)
    return found


@pytest.mark.parametrize("start", HARMFUL)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_and_entities_are_refused(start: str, encoding: str) -> None:
    body = (f'<?xml version="1.0" encoding="{encoding}"?>' + start + notice()).encode(encoding)
    assert "document type" in refused(body).what
    assert "passwd" not in str(refused(body))


def test_a_document_type_anywhere_takes_the_whole_file_down() -> None:
    assert "not well-formed" in str(read(xml() + BOMB.encode(), "upload.xml")[-1])


def test_an_entity_that_nobody_defined() -> None:
    assert "not well-formed" in str(read(xml(more="<A>&nope;</A>"))[-1])


def test_too_deep() -> None:
    assert "nested" in refused(xml(more="<A>" * 100 + "</A>" * 100)).what


def test_too_many_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roadstead.wire.incoming.xmlnotice.MOST_ELEMENTS", 50)
    assert "elements" in refused(xml()).what


def test_too_large() -> None:
    assert "larger than 32 MB" in refused(b" " * (MOST_BYTES + 1)).what


def test_a_text_without_end_is_cut_and_said() -> None:
    (found,) = read(xml(vessel=f"<OCE_DESC>{'x' * 10_000}</OCE_DESC>"))
    assert isinstance(found, Incoming)
    assert len(found.vessel.equipment_said or "") == 2_000
    assert "was cut" in str(found.remarks[0])


def test_a_half_sent_upload_keeps_what_was_whole() -> None:
    body = f"<NOTICES>{notice(number='A')}{notice(number='B')}</NOTICES>".encode()
    found = read(body[: len(body) - 400], "half.xml")
    assert [getattr(each, "notice_id", None) for each in found[:1]] == ["A"]
    assert isinstance(found[-1], Problem)
    assert "cut off" in found[-1].what


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.999])
@pytest.mark.parametrize("whole", [xml(), iso(), workbook(), json.dumps({"calls": [1, 2, 3]}).encode()])
def test_every_format_cut_off_anywhere(whole: bytes, share: float) -> None:
    for found in read(whole[: int(len(whole) * share)]):
        assert isinstance(found, Incoming) or (found.what and found.todo)


def test_an_encoding_that_is_not_what_it_says() -> None:
    problem = refused(xml().replace(b"EXAMPLE PIONEER", "EXAMPLÉ".encode("cp1252")).replace(b' encoding="UTF-8"', b""))
    assert "encoding" in problem.what


@pytest.mark.parametrize("name", ["utf-9", "utf-7", "rot13", "zip", "big5", "x" * 40])
def test_encodings_that_are_not_read(name: str) -> None:
    assert name[:10] in refused(xml().replace(b"UTF-8", name.encode())).what


def test_hidden_and_turning_characters_are_taken_out() -> None:
    (found,) = read(xml().replace(b"EXAMPLE PIONEER", "EXAM\u202ePLE\u200f".encode()))
    assert isinstance(found, Incoming)
    assert found.vessel.name == "EXAMPLE"


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, body in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), body)
    return out.getvalue()


def test_a_workbook_that_unpacks_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MOST_UNPACKED", 1_000_000)
    assert "unpacks to far more" in refused(packed(xl__workbook_xml=b"0" * 2_000_000)).what


def test_a_workbook_with_entities() -> None:
    assert "document type" in refused(packed(xl__workbook_xml=BOMB.encode() + b"<a/>")).what


def test_a_workbook_that_is_none() -> None:
    assert "damaged" in refused(packed(a_xml=b"<a/>")).what
    assert "damaged" in refused(b"PK\x03\x04 and nothing else").what


def test_json_nested_without_end() -> None:
    assert "nested" in refused(b"[" * 100_000).what or "ends too early" in refused(b"[" * 100_000).what


def test_a_table_whose_quotation_mark_is_never_closed() -> None:
    (found,) = read(b'notice_id,vessel_name,eta,departed\nA,"EXAMPLE,2026\n')
    assert isinstance(found, Problem)
    assert "quotation mark" in found.todo


def test_the_guard_never_resolves_anything() -> None:
    made = xmlguard.parser()
    assert made.ExternalEntityRefHandler is not None
    assert made.StartDoctypeDeclHandler is not None


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_bytes_crash_it(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([xml(), iso(2), json.dumps([{"arrival": {"port": "USHOU"}}]).encode(), b"a,b\n"]))
    at = data.draw(st.integers(0, len(whole)))
    changed = whole[:at] + data.draw(st.binary(max_size=12)) + whole[at + data.draw(st.integers(0, 9)) :]
    for found in read(changed):
        assert isinstance(found, Incoming | Problem)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_nor_does_anything_else(body: bytes) -> None:
    assert isinstance(read(body), list)
