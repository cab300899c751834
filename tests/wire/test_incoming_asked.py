"""What 33 CFR 160.206 to 160.212 asks: what is missing, what is late, and what cannot be told."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from msgspec import structs

from roadstead.wire.incoming.asked import Finding, Severity, check
from roadstead.wire.incoming.reading import read
from roadstead.wire.incoming.value import Incoming
from tests.wire.notices import CALLS, iso, xml

RECEIVED = datetime(2026, 11, 20, 12, tzinfo=UTC)
ETA = datetime(2026, 11, 27, 11, tzinfo=UTC)
FIVE = CALLS + "".join(CALLS.replace("2026-1", f"202{n}-1") for n in (4, 5))


def incoming(body: bytes | None = None, **parts: Any) -> Incoming:
    (found,) = read(body or xml(**{"calls": FIVE} | parts))
    assert isinstance(found, Incoming)
    return found


def exact(eta: str = "2026-11-27T11:00:00Z", left: str = "2026-11-09T12:00:00Z", **more: Any) -> Incoming:
    """A notice whose times are exact."""
    whole = incoming(eta=eta, eta_time="")
    assert whole.last_port is not None
    assert whole.last_port.departs is not None
    moment = datetime.fromisoformat(left)
    departs = structs.replace(whole.last_port.departs, said=left, moment=moment, zone="stated", zone_name="UTC")
    last = structs.replace(whole.last_port, departs=departs)
    return structs.replace(whole, last_port=last, **more)


def found(notice: Incoming, received: datetime = RECEIVED) -> dict[str, Finding]:
    return {one.code: one for one in check(notice, received)}


def times(notice: Incoming, before: timedelta) -> list[tuple[str, str]]:
    """The findings about time of a notice that comes so long before its arrival."""
    eta = notice.arrival.eta
    assert eta is not None
    assert eta.moment is not None
    findings = check(notice, eta.moment - before)
    return [(one.code[5:], one.severity.value) for one in findings if one.code.startswith("time-")]


def test_each_finding_names_its_paragraph_and_its_source() -> None:
    for one in check(incoming(iso(2)), RECEIVED):
        assert one.paragraph.startswith("33 CFR")
        assert one.what
        assert one.source.startswith("http")
        assert one.status in ("verified", "unverified")


def test_a_whole_notice_lacks_only_what_this_shape_does_not_show() -> None:
    severities = {one.severity for one in check(incoming(), RECEIVED) if one.code not in ("crew-document-expiry",)}
    assert severities <= {Severity.NOTE, Severity.UNCLEAR}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("<NAME>EXAMPLE PIONEER</NAME>", "", "vessel-name"),
        ("<OWNER>INVENTED OWNERS SA</OWNER>", "", "owner"),
        ("<CALL_SIGN>3EXX9</CALL_SIGN>", "", "call-sign"),
        ("<ID_NUM>9074729</ID_NUM>", "", "number"),
        ("<FLAG>PANAMA</FLAG><FLAG_CODE>PA</FLAG_CODE>", "", "flag"),
        ("<FACILITY>INVENTED TERMINAL</FACILITY>", "", "us-facility"),
        ("<LOCATION_DESC>10N 40W</LOCATION_DESC>", "", "position"),
        ("<GENERAL_DESC>Containers</GENERAL_DESC>", "", "cargo"),
        ("<UN_NUMBER>UN1005</UN_NUMBER>", "", "cdc-names"),
        ("<AMT>10 LB</AMT>", "", "cdc-amounts"),
        ("<OCE>Operational</OCE>", "", "equipment"),
        ("<ISSUED_DT>2025-05-05</ISSUED_DT>", "", "issc-issued"),
        ("<VSP_IMPLEMENTATION>Yes</VSP_IMPLEMENTATION>", "", "plan"),
        ("<CSO_PHONE>+1 555 0199</CSO_PHONE>", "", "cso"),
        ("<POSITION>Master</POSITION>", "", "crew-position"),
        ("<ARRIVE_DT>2026-10-28</ARRIVE_DT>", "", "port-dates"),
        ("<ARRIVE_TIME>06:00</ARRIVE_TIME>", "", "eta"),
    ],
)
def test_what_is_taken_out_is_missed(old: str, new: str, code: str) -> None:
    body = xml(calls=FIVE)
    assert old.encode() in body
    before, after = found(incoming(body)), found(incoming(body.replace(old.encode(), new.encode())))
    assert code not in before
    assert after[code].severity is Severity.MISSING


def test_fewer_than_five_ports_need_a_comment() -> None:
    few = incoming(calls=CALLS)
    assert "2 of 5" in found(few)["five-ports"].what
    said = incoming(calls=CALLS + "<COMMENTS>New ship, no calls before.</COMMENTS>")
    assert "five-ports" not in found(said)


def test_between_us_ports_the_five_are_not_asked() -> None:
    domestic = incoming(xml(calls="").replace(b"Foreign to US", b"US to US"))
    assert "five-ports" not in found(domestic)


def test_what_is_not_said_is_never_read_as_no() -> None:
    silent = incoming(xml(calls=FIVE).replace(b"<VSP_IMPLEMENTATION>Yes", b"<VSP_IMPLEMENTATION>"))
    assert silent.certificates.plan_carried_out is None
    denied = incoming(xml(calls=FIVE).replace(b"<VSP_IMPLEMENTATION>Yes", b"<VSP_IMPLEMENTATION>No"))
    assert found(silent)["plan"].severity is Severity.MISSING
    assert found(denied)["plan"].severity is Severity.NOTE


def test_where_a_place_in_the_format_is_not_known_for_sure_it_is_unclear_not_missing() -> None:
    assert found(incoming())["under-24"].severity is Severity.UNCLEAR


def test_an_empty_list_of_others_is_no_gap_and_no_list_of_crew_is_one() -> None:
    codes = found(incoming())
    assert not [code for code in codes if code.startswith("others")]
    without = xml(calls=FIVE).replace(b"<CREW_LIST>", b"<X>").replace(b"</CREW_LIST>", b"</X>")
    assert [code for code in found(incoming(without)) if code.startswith("crew")] == ["crew-name"]


def test_consecutive_interim_certificates_need_a_reason() -> None:
    interim = xml(calls=FIVE).replace(b"<ISSC_TYPE>Final", b"<ISSC_TYPE>Subsequent and consecutive interim")
    assert "interim-reason" in found(incoming(interim))
    assert "interim-reason" not in found(incoming())


def test_a_notice_that_cancels_is_asked_for_nothing() -> None:
    assert check(incoming(transaction="Cancel"), ETA) == ()


HOURS = timedelta(hours=1)


@pytest.mark.parametrize(
    ("before", "expected"),
    [(97, []), (96, []), (95, [("long", "late")]), (25, [("long", "late")]), (23, [("short", "late")])],
)
def test_a_long_voyage_asks_for_96_hours(before: int, expected: list[tuple[str, str]]) -> None:
    assert times(exact(), before * HOURS) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [(50, []), (49, []), (47, [("short", "late")]), (25, [("short", "late")]), (23, [("short", "late")])],
)
def test_a_short_voyage_asks_for_notice_before_departure(before: int, expected: list[tuple[str, str]]) -> None:
    assert times(exact(left="2026-11-25T11:00:00Z"), before * HOURS) == expected


def test_a_voyage_of_a_few_hours_asks_for_24_hours() -> None:
    short = exact(left="2026-11-27T05:00:00Z")
    assert times(short, 25 * HOURS) == []
    assert times(short, 23 * HOURS) == [("short", "late")]


def test_small_vessels_and_tows_may_have_times_of_their_own() -> None:
    short = exact(left="2026-11-27T05:00:00Z")
    small = structs.replace(short, vessel=structs.replace(short.vessel, tonnage=250))
    tow = structs.replace(short, vessel=structs.replace(short.vessel, vessel_class="Towing Vessel"))
    assert times(small, 3 * HOURS) == [("small", "unclear")]
    assert times(tow, 13 * HOURS) == [("towing", "unclear")]
    assert times(tow, 11 * HOURS) == [("short", "late")]


def test_without_a_departure_it_cannot_be_told() -> None:
    unknown = structs.replace(exact(), last_port=None, calls=())
    assert times(unknown, 97 * HOURS) == []
    assert times(unknown, 50 * HOURS) == [("short", "unclear")]
    assert times(unknown, 23 * HOURS) == [("short", "late")]


def test_nothing_is_late_on_an_assumed_zone_alone() -> None:
    assumed = incoming()
    assert times(assumed, 103 * HOURS) == []
    assert times(assumed, 95 * HOURS) == [("short", "unclear")]
    assert times(assumed, 89 * HOURS) == [("long", "late")]


def test_a_day_without_an_hour_is_any_hour_of_it() -> None:
    day = incoming(eta_time="")
    assert times(day, 96 * HOURS) == [("short", "unclear")]
    assert times(day, 123 * HOURS) == []


@pytest.mark.parametrize(
    ("before", "expected"),
    [(25, []), (23, [("update", "note")]), (13, [("update", "note")]), (11, [("late-update", "late")])],
)
def test_updates_have_times_of_their_own(before: int, expected: list[tuple[str, str]]) -> None:
    update = structs.replace(exact(), transaction=incoming(transaction="Update").transaction)
    assert times(update, before * HOURS) == expected


def test_an_arrival_in_the_past_is_asked_about() -> None:
    assert times(exact(), -HOURS) == [("long", "unclear")]


def test_the_seaway_has_a_paragraph_of_its_own() -> None:
    voyage = structs.replace(exact().voyage, type="Foreign to Saint Lawrence Seaway")
    codes = {one.code: one for one in check(exact(voyage=voyage), ETA - 50 * HOURS)}
    assert codes["time-seaway"].paragraph == "33 CFR 401.79"
