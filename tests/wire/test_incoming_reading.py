"""Notices as they come in: every format to the same value, and what is odd in them said."""

import json
from datetime import UTC, datetime

import pytest

from roadstead.wire.incoming.base import Zone
from roadstead.wire.incoming.parties import Role
from roadstead.wire.incoming.places import Sureness
from roadstead.wire.incoming.problem import Problem
from roadstead.wire.incoming.reading import kind, read, template
from roadstead.wire.incoming.value import Incoming, Kind, Transaction
from tests.wire.notices import CALLS, iso, notice, person, workbook, xml


def one(body: bytes, name: str = "file") -> Incoming:
    (found,) = read(body, name)
    assert isinstance(found, Incoming), found
    return found


def refused(body: bytes, name: str = "file") -> Problem:
    (found,) = read(body, name)
    assert isinstance(found, Problem), found
    return found


def said(incoming: Incoming) -> str:
    return " | ".join(map(str, incoming.remarks))


def document(**more: object) -> dict[str, object]:
    return {
        "schema": "roadstead/notice/1",
        "vessel": {"name": "EXAMPLE", "imo": "9074729"},
        "arrival": {"port": "USHOU", "eta": "2026-11-27T06:00:00Z"},
        "calls": [{"country": "DJ", "departed": "2026-11-09T18:00:00Z"}],
    } | more


def rows(*lines: str, heading: str = "notice_id,vessel_name,arrival_port,eta,call_country,departed") -> bytes:
    return "\n".join([heading, *lines]).encode()


# The US notice as XML


def test_the_us_notice_is_read_whole() -> None:
    found = one(xml())
    assert (found.notice_id or "")[:8] == "11111111"
    assert (found.transaction, found.kind, found.shape) == (Transaction.INITIAL, Kind.ARRIVAL, "us-notice-xml 4.1")
    vessel = found.vessel
    assert (vessel.name, vessel.imo, vessel.call_sign, vessel.flag) == ("EXAMPLE PIONEER", "9074729", "3EXX9", "PA")
    assert (vessel.owner, vessel.operator) == ("INVENTED OWNERS SA", "INVENTED OPERATORS LTD")
    assert found.arrival.place.facility_name == "INVENTED TERMINAL"
    assert (found.arrival.place.country, found.arrival.place.state) == ("US", "TEXAS")
    agent = found.party(Role.AGENT)
    assert agent is not None
    assert (agent.organisation, agent.phone) == ("INVENTED AGENCY", "+1 555 0100")
    assert found.cargo.cdc[0].un_number == "UN1005"
    assert found.certificates.plan_carried_out is True
    assert not found.not_understood


def test_a_time_without_a_zone_is_kept_as_stated_with_the_zone_that_was_assumed() -> None:
    eta = one(xml()).arrival.eta
    assert eta is not None
    assert (eta.said, eta.zone, eta.zone_name) == ("2026-11-27 06:00", Zone.ASSUMED, "America/New_York")
    assert eta.moment == datetime(2026, 11, 27, 11, tzinfo=UTC)


def test_calls_have_candidates_and_the_last_port_is_not_doubled() -> None:
    found = one(xml())
    assert [call.place.locode for call in found.calls] == ["DJJIB", "AEDXB"]
    assert {call.place.sureness for call in found.calls} == {Sureness.CANDIDATE}
    assert found.calls[0].place.place == "DORALEH"
    assert found.calls[0].place.facility_name is None  # free text is no terminal until somebody says so


def test_a_last_port_that_is_not_listed_is_a_call_too() -> None:
    found = one(xml(calls=CALLS.replace("2026-11-09", "2026-10-09")))
    assert [call.is_last_port for call in found.calls] == [True, False, False]
    assert "one more" in said(found)
    assert one(xml(calls="")).calls[0].is_last_port


def test_elements_that_are_not_known_are_named_and_lost_calls_do_not_pass_in_silence() -> None:
    found = one(xml(calls="<STOP><PLACE_X>DJIBOUTI</PLACE_X></STOP>", more="<NEW_BLOCK><A>secret</A></NEW_BLOCK>"))
    assert found.not_understood == ("NEW_BLOCK/A", "PREVIOUS_FOREIGN_PORT_LIST/STOP/PLACE_X")
    assert "calls or parts of them may be missing" in said(found)
    assert "secret" not in repr(found)


def test_a_version_that_is_not_known_is_said() -> None:
    assert "versions" in said(one(xml().replace(b"Schema_4.1", b"Schema_5.2")))
    assert not one(xml().replace(b"Schema_4.1", b"Schema_3.3")).remarks


def test_official_numbers_are_no_imo_numbers_and_wrong_ones_are_kept_as_said() -> None:
    official = one(xml().replace(b"IMO Number", b"Official Number")).vessel
    assert (official.imo, official.official_number) == (None, "9074729")
    wrong = one(xml(imo="9074728"))
    assert (wrong.vessel.imo, wrong.vessel.imo_said) == (None, "9074728")
    assert "check digit" in said(wrong)


def test_several_notices_in_one_file() -> None:
    body = f"<NOTICES>{notice(number='A')}{notice(number='B', transaction='Cancel')}</NOTICES>".encode()
    found = read(body)
    assert [getattr(each, "notice_id", None) for each in found] == ["A", "B"]
    assert getattr(found[1], "transaction", None) is Transaction.CANCEL


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_encodings(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>' + notice().replace("EXAMPLE PIONEER", "EXAMPLE PIONÉER")
    assert one(text.encode(encoding)).vessel.name == "EXAMPLE PIONÉER"


def test_contradictions_are_said_and_nothing_is_guessed() -> None:
    odd = CALLS.replace("<COUNTRY>DJIBOUTI</COUNTRY>", "<COUNTRY>YEMEN</COUNTRY>").replace("JIB", "????")
    found = one(xml(calls=odd, eta="11/12/2026"))
    assert "two countries" in said(found)
    assert "no code of a port" in said(found)
    assert "two ways" in said(found)
    assert found.arrival.eta is not None
    assert (found.arrival.eta.said, found.arrival.eta.moment) == ("11/12/2026 06:00", None)
    assert "arrival.eta" in found.missing()


# ISO 28005


def test_the_ten_calls_of_iso_28005_come_with_levels_and_measures() -> None:
    found = one(iso())
    assert len(found.calls) == 10
    call = found.calls[0]
    assert (call.place.locode, call.place.sureness, call.place.facility) == ("DJJIB", Sureness.GIVEN, "DJJIB-0001")
    assert call.port_level == 2
    assert call.measures is not None
    assert call.measures.said == "Double gangway watch"
    assert call.measures.security_level_2 is None  # words are no yes
    assert call.departed is not None
    assert call.departed.zone_name == "+02:00"
    assert found.crew is not None
    assert (found.crew.stated, found.crew.listed) == (21, 1)


# The workbook


def test_the_workbook_is_read_by_cells_and_its_lists_by_headings() -> None:
    found = one(workbook(), "notice.xlsx")
    assert (found.notice_id, found.vessel.tonnage, found.vessel.mmsi) == ("W-1", 45000, "355555555")
    assert [call.place.locode for call in found.calls] == ["DJJIB"]
    assert found.crew is not None
    assert {one.nationality: one.people for one in found.crew.by_nationality} == {"": 1, "PH": 2}
    assert found.others is None


def test_a_sheet_of_calls_that_cannot_be_read_is_said() -> None:
    found = one(workbook(call_headings=("A", "B", "C", "D", "E", "F")))
    assert "its calls were not read" in said(found)


def test_a_workbook_of_something_else() -> None:
    from io import BytesIO

    from openpyxl import Workbook

    out = BytesIO()
    Workbook().save(out)
    assert "no worksheets" in str(refused(out.getvalue(), "budget.xlsx"))
    assert refused(out.getvalue(), "budget.xlsx").at.startswith("budget.xlsx")


# JSON and JSON Lines


def test_a_notice_as_the_contract_has_it() -> None:
    found = one(json.dumps(document()).encode())
    assert found.document()["arrival"] == {"port": "USHOU", "eta": "2026-11-27T06:00:00Z"}
    assert not found.missing()


def test_a_list_and_lines_of_json() -> None:
    listed = json.dumps([document(), {"schema": "other/1"}, 7]).encode()
    assert [type(each).__name__ for each in read(listed)] == ["Incoming", "Problem", "Problem"]
    lines = json.dumps(document()).encode() + b"\n" + b'{"schema": "roadstead/no' + b"\n"
    found = read(lines, "day.jsonl")
    assert [type(each).__name__ for each in found] == ["Incoming", "Problem"]
    assert "line 2" in str(found[1])


def test_fields_that_json_does_not_have_are_named_only() -> None:
    found = one(json.dumps(document(mood="secret mood", vessel={"name": "EXAMPLE", "colour": "secret"})).encode())
    assert found.not_understood == ("mood", "vessel.colour")
    assert "secret" not in repr(found)


def test_a_time_without_a_zone_in_json_is_asked_for() -> None:
    found = one(json.dumps(document(arrival={"port": "USHOU", "eta": "2026-11-27T06:00:00"})).encode())
    assert "no time zone" in said(found)
    assert found.missing() == ("arrival.eta",)


def test_berths_and_measures_reach_the_document() -> None:
    call = {
        "country": "DJ", "departed": "2026-11-09T18:00:00Z",
        "berths": [{"facility_name": "A"}, {"facility": "DJJIB-0001"}],
        "measures": {"security_level_2": True, "declaration_of_security": "refused", "logged": False},
        "purpose": "waiting for luck",
    }  # fmt: skip
    (told,) = one(json.dumps(document(calls=[call])).encode()).document()["calls"]
    assert told["berths"] == [{"facility_name": "A"}, {"facility": "DJJIB-0001"}]
    assert told["measures"] == {"security_level_2": True, "declaration_of_security": "refused", "logged": False}
    assert told["purpose"] == "other"


# CSV


def test_rows_of_one_notice_come_together() -> None:
    found = read(
        rows(
            "A,EXAMPLE,USHOU,2026-11-27T06:00Z,DJ,2026-11-09",
            "B,OTHER,USNYC,2026-11-28T06:00Z,AE,2026-11-01",
            "A,,,,YE,2026-10-01",
        ),
        "notices.csv",
    )
    assert [(each.notice_id, len(each.calls)) for each in found if isinstance(each, Incoming)] == [("A", 2), ("B", 1)]


def test_rows_without_a_number_are_told_by_ship_port_and_time() -> None:
    found = read(rows(",EXAMPLE,USHOU,2026-11-27T06:00Z,DJ,2026-11-09", ",,,,YE,2026-10-01", ",OTHER,USHOU,,AE,"))
    assert [len(each.calls) for each in found if isinstance(each, Incoming)] == [2, 1]


def test_what_rows_say_twice_differently_is_named_by_row_and_column() -> None:
    (found,) = read(rows("A,EXAMPLE,USHOU,2026-11-27T06:00Z,DJ,2026-11-09", "A,EXAMPEL,,,YE,2026-10-01"))
    assert isinstance(found, Incoming)
    assert "row 3, vessel_name: says otherwise than row 2, vessel_name" in said(found)


def test_a_row_with_too_many_cells_is_not_guessed() -> None:
    found = read(rows("A,EXAMPLE,USHOU,2026-11-27T06:00Z,DJ,2026-11-09,x", "B,OTHER,USHOU,,AE,2026-11-01"))
    assert isinstance(found[0], Problem)
    assert (found[0].at, found[0].notice) == ("file, row 2", "A")
    assert isinstance(found[1], Incoming)


def test_the_template_is_read_back() -> None:
    found = one(template().encode(), "template.csv")
    assert (found.notice_id, found.calls[0].place.locode, found.missing()) == ("EXAMPLE-1", "DJJIB", ())


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_tables_of_many_programs(delimiter: str, encoding: str) -> None:
    text = rows("A,EXAMPLÉ,USHOU,2026-11-27T06:00Z,DJ,2026-11-09").decode().replace(",", delimiter)
    found = one(text.encode(encoding))
    assert found.vessel.name == "EXAMPLÉ"
    assert ("Windows-1252" in said(found)) is (encoding == "cp1252")


def test_a_zone_for_the_whole_notice() -> None:
    heading = "notice_id,vessel_name,arrival_port,eta,call_country,departed,zone"
    found = one(rows("A,EXAMPLE,USHOU,2026-11-27 06:00,DJ,2026-11-09,America/Chicago", heading=heading))
    assert found.arrival.eta is not None
    assert found.arrival.eta.moment == datetime(2026, 11, 27, 12, tzinfo=UTC)


# What a file is


@pytest.mark.parametrize(
    ("body", "what"),
    [(xml(), "xml"), (workbook(), "workbook"), (b' [{"a": 1}]', "json"), (b"a,b\n1,2", "csv"), (b"", "")],
)
def test_a_file_is_what_is_in_it(body: bytes, what: str) -> None:
    assert kind(body) == what


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"<!DOCTYPE html><html></html>", "web page"),
        (b"\xd0\xcf\x11\xe0 old", ".xls"),
        (b"\x1f\x8b\x08 packed", "gzip"),
        (b"\x00\x01\x02", "nothing that we can read"),
        (b"hello", "no row with the names of the columns"),
        (b"<a><b>1</b></a>", "no notice is in it"),
        (b'{"schema": "roadstead/notice/1"}', "neither a ship nor an arrival nor a call"),
    ],
)
def test_what_is_no_notice_is_said_kindly(body: bytes, words: str) -> None:
    problem = refused(body, "upload")
    assert words in problem.what
    assert problem.todo
    assert problem.at.startswith("upload")


def test_people_are_counted_by_nationality() -> None:
    crew = person() + person("INDIA", "IN") + person("ATLANTIS", "ZZ") + person("PHILIPPINES", "")
    found = one(xml(crew=crew))
    assert found.crew is not None
    assert {each.nationality: each.people for each in found.crew.by_nationality} == {"": 1, "IN": 1, "PH": 2}
    assert {each.item: each.people for each in found.crew.lacking} == {"document_expiry": 4}
    assert found.others is not None
    assert found.others.count == 0
