"""Odd documents, one by one."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from roadstead.core.truth import NO, UNKNOWN, YES
from roadstead.wire.decision import decide, decide_json
from roadstead.wire.errors import NoticeError
from roadstead.wire.notice import read_notice
from tests.core.strategies import judge
from tests.wire.shape import strict

PURPOSES = (
    "cargo",
    "passengers",
    "bunkers",
    "crew",
    "stores",
    "repairs",
    "anchorage",
    "ship_to_ship",
    "medical",
    "canal_transit",
    "other",
)


def notice(**values: Any) -> dict[str, Any]:
    base = {"schema": "roadstead/notice/1", "arrival": {"port": "USHOU", "eta": "2019-06-01T06:00:00Z"}, "calls": []}
    return base | values


def call(**values: Any) -> dict[str, Any]:
    return {"country": "DJ", "departed": "2019-05-20T12:00:00Z"} | values


def body(document: Any) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def problems(document: bytes) -> list[tuple[str, str]]:
    with pytest.raises(NoticeError) as caught:
        read_notice(document)
    return [(problem.field, problem.message) for problem in caught.value.problems]


@pytest.mark.parametrize(
    "name", ["ميناء دوراليه", "נמל חיפה", "多哈雷集装箱码头", "Порт Дуала", "Ça va – «Étoile»", "👩‍✈️ Quay"]
)
def test_names_in_any_script_are_read_and_repeated_as_they_are(name: str) -> None:
    document = notice(calls=[call(berths=[{"facility_name": name}, {"facility_name": name + " 2"}])])
    text = decide_json(body(document), judge())
    strict(text)
    assert read_notice(body(document))[0].calls[0].berths[0].facility_name == name


def test_a_name_in_any_script_is_repeated_in_the_reason() -> None:
    document = notice(calls=[call(facility_name="ميناء جيبوتي")])
    assert "ميناء جيبوتي" in decide_json(body(document), judge()).decode()


@pytest.mark.parametrize("code", [0x00, 0x07, 0x0A, 0x1B, 0x7F, 0x85, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069])
def test_characters_that_hide_or_turn_text_are_refused_by_their_number(code: int) -> None:
    found = problems(body(notice(vessel={"name": f"A{chr(code)}B"})))
    assert found == [
        ("vessel.name", f"holds the invisible character U+{code:04X}. Take it out, or type the text again.")
    ]


@pytest.mark.parametrize("field", ["country", "port"])
def test_a_value_that_turns_text_is_not_repeated_in_the_message(field: str) -> None:
    for _, message in problems(body(notice(calls=[call(**{field: "D\u202eJ"})]))):
        assert message.isprintable()


@pytest.mark.parametrize("place", ["", "vessel", "arrival", "calls[0]", "calls[0].berths[1]", "calls[0].measures"])
def test_an_unknown_field_is_ignored_and_named(place: str) -> None:
    document = notice(vessel={}, calls=[call(berths=[{}, {}], measures={})])
    nodes = {
        "": document,
        "vessel": document["vessel"],
        "arrival": document["arrival"],
        "calls[0]": document["calls"][0],
        "calls[0].berths[1]": document["calls"][0]["berths"][1],
        "calls[0].measures": document["calls"][0]["measures"],
    }
    plain = decide(body(document), judge())
    nodes[place]["crew.list[3]"] = {"anything": ["at", "all", {"departed": 3}]}
    decision = decide(body(document), judge())
    ignored = [warning for warning in decision.warnings if warning.code == "field_ignored"]
    assert len(ignored) == 1
    assert f"“{place}{'.' if place else ''}crew.list[3]”" in ignored[0].text
    assert (decision.outcome, decision.digest) == (plain.outcome, plain.digest)


ODD_NAMES = ("", "`", "x` - at `$.calls", "a\u202eb\x1b[31m", "k" * 5_000, "calls ", "Schema", "[0]", ".")


@pytest.mark.parametrize("name", ODD_NAMES)
def test_an_unknown_field_of_any_name_is_ignored_and_named_safely(name: str) -> None:
    decision = decide(body(notice() | {name: 1}), judge())
    texts = [warning.text for warning in decision.warnings if warning.code == "field_ignored"]
    assert len(texts) == 1
    assert texts[0].isprintable()
    assert len(texts[0]) < 200


def test_an_unknown_field_in_each_of_five_hundred_calls_refuses_nothing() -> None:
    document = notice(calls=[call(agent="Blue", country="SG") for _ in range(500)])
    decision = decide(body(document), judge())
    ignored = [warning.text for warning in decision.warnings if warning.code == "field_ignored"]
    assert decision.outcome == "does_not_apply"
    assert 1 <= len(ignored) <= 101


def test_an_unknown_field_does_not_hide_another_problem() -> None:
    document = notice(crew=1, calls=[call(departed="soon")])
    assert [field for field, _ in problems(body(document))] == ["calls[0].departed"]
    document = notice(crew=1, calls=[call(measures={"logged": "yes"})])
    assert [field for field, _ in problems(body(document))] == ["calls[0].measures.logged"]


@pytest.mark.parametrize("rest", [b",}", b",", b'":', b',"x":NaN}', b',"y":"\xff"}', b',"z":"\\ud800"}'])
def test_broken_json_behind_an_unknown_field_is_named(rest: bytes) -> None:
    assert [field for field, _ in problems(b'{"crew": 1' + rest)] == ["notice"]


def test_of_a_key_given_twice_the_last_counts() -> None:
    text = body(notice()).replace(
        b'"calls": []', b'"calls": [{"country": "DJ", "departed": "2019-05-20T12:00:00Z"}], "calls": []'
    )
    assert read_notice(text)[0].calls == ()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_encodings_are_refused(encoding: str) -> None:
    assert [field for field, _ in problems(json.dumps(notice()).encode(encoding))] == ["notice"]


def test_a_byte_order_mark_is_read_over() -> None:
    assert read_notice(b"\xef\xbb\xbf" + body(notice())) == read_notice(body(notice()))


@pytest.mark.parametrize("number", ["1e400", "-1e400", "1" * 5_000, "-" + "9" * 400, "0.1e-9999"])
def test_huge_numbers_are_named(number: str) -> None:
    text = body(notice()).replace(b'"USHOU"', number.encode())
    assert problems(text)[0][0] in ("arrival.port", "notice")


def test_a_line_and_a_column_are_named() -> None:
    assert problems(b'{\n "schema": "x",\n "calls" []\n}')[0][1].startswith("is not JSON: line 3, column 10")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2019-06-01T06:00:00Z", datetime(2019, 6, 1, 6, tzinfo=UTC)),
        ("2019-06-01T06:00:00+02:00", datetime(2019, 6, 1, 4, tzinfo=UTC)),
        ("2019-06-01 06:00-05:00", datetime(2019, 6, 1, 11, tzinfo=UTC)),
        ("2019-06-01T23:59:59.999999-12:00", datetime(2019, 6, 2, 11, 59, 59, 999999, tzinfo=UTC)),
        ("20190601T060000Z", datetime(2019, 6, 1, 6, tzinfo=UTC)),
    ],
)
def test_times_are_brought_to_utc(text: str, moment: datetime) -> None:
    eta = read_notice(body(notice(arrival={"port": "USHOU", "eta": text})))[0].eta
    assert eta == moment
    assert eta.tzinfo is UTC


@pytest.mark.parametrize(
    "text", ["", "Z", "2019-06-01", "06:00Z", "2019-6-1T06:00Z", "1559368800", "2019-06-01T25:00Z", "٢٠١٩-٠٦-٠١T06:00Z"]
)
def test_what_is_no_time_is_named(text: str) -> None:
    assert [field for field, _ in problems(body(notice(arrival={"port": "USHOU", "eta": text})))] == ["arrival.eta"]


@pytest.mark.parametrize(
    ("said", "met"), [("signed", YES), ("attempted", YES), ("refused", YES), ("not_attempted", NO), (None, UNKNOWN)]
)
def test_an_attempt_at_a_declaration_is_enough(said: str | None, met: str) -> None:
    read, _ = read_notice(body(notice(calls=[call(measures={"declaration_of_security": said})])))
    assert read.calls[0].measures.declaration_attempted is met


@pytest.mark.parametrize("purpose", PURPOSES)
def test_every_purpose_of_the_contract_is_read(purpose: str) -> None:
    assert read_notice(body(notice(calls=[call(purpose=purpose)])))[0].calls[0].purpose == purpose


def test_codes_are_forgiven_capitals_and_spaces() -> None:
    read, _ = read_notice(
        body(notice(vessel={"imo": "IMO 9074729", "flag": "pa"}, calls=[call(country=" dj ", port="dj jib")]))
    )
    assert (read.vessel.imo, read.vessel.flag) == ("9074729", "PA")
    assert (read.calls[0].country, read.calls[0].port) == ("DJ", "DJJIB")


def test_blank_text_is_no_text() -> None:
    read, _ = read_notice(body(notice(vessel={"name": "  "}, calls=[call(facility=" ", facility_name="")])))
    assert read.vessel.name is None
    assert not read.calls[0].berths[0].given


def test_five_hundred_calls_are_read_and_one_more_is_refused() -> None:
    assert len(read_notice(body(notice(calls=[call()] * 500)))[0].calls) == 500
    assert problems(body(notice(calls=[call()] * 501)))[0][0] == "calls"


def test_an_error_reads_as_one_sentence_for_each_field() -> None:
    with pytest.raises(NoticeError) as caught:
        read_notice(body(notice(schema="x", vessel={"imo": "1"})))
    assert str(caught.value).startswith(
        "schema: should be “roadstead/notice/1”.; vessel.imo: “1” is no IMO ship number"
    )
