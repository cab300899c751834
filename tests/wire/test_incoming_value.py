"""The value itself: its digest, its keeping, the document for the judge, and all of it as JSON and back."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import DecodeError, structs

from roadstead.wire.incoming import lands, times
from roadstead.wire.incoming.aboard import People
from roadstead.wire.incoming.base import When, Zone
from roadstead.wire.incoming.export import encoded
from roadstead.wire.incoming.places import Arrival, Call, Place, Sureness
from roadstead.wire.incoming.reading import read
from roadstead.wire.incoming.ship import Voyage
from roadstead.wire.incoming.value import Incoming, restore
from roadstead.wire.notice import read_notice
from tests.wire.notices import CALLS, iso, workbook, xml

CANONICAL = (
    b'{"arrival":{"eta":{"moment":"2026-11-27T06:00:00Z","said":"2026-11-27T06:00Z","zone_name":"UTC"},'
    b'"place":{"code":"USHOU","country":"US","locode":"USHOU","sureness":"given"}},'
    b'"calls":[{"departed":{"moment":"2026-11-09T12:00:00Z","said":"2026-11-09","zone":"day"},'
    b'"place":{"country":"DJ"}}],"notice_id":"A","vessel":{"name":"EXAMPLE"}}'
)
PLACES = {"arrival": "USHOU", "calls[0]": "DJJIB"}
TABLE = (
    b"notice_id,vessel_name,arrival_port,eta,call_country,departed\nA,EXAMPLE,USHOU,2026-11-27T06:00Z,DJ,2026-11-09\n"
)


def incoming(body: bytes) -> Incoming:
    (found,) = read(body)
    assert isinstance(found, Incoming)
    return found


def test_equal_content_has_one_digest_however_it_was_written() -> None:
    spaced = xml().replace(b"><", b">\n  <").replace(b"EXAMPLE PIONEER", b"EXAMPLE   PIONEER ")
    assert incoming(spaced).digest == incoming(xml()).digest
    assert incoming(xml().replace(b"PIONEER", b"PIONIER")).digest != incoming(xml()).digest


def test_how_it_was_read_is_no_content() -> None:
    found = incoming(xml())
    other = structs.replace(found, shape="x", remarks=(), not_understood=("A",))
    assert other.digest == found.digest
    assert other.stored() != found.stored()


def test_two_agents_who_say_the_same_are_known_by_the_voyage() -> None:
    one, other = incoming(xml()), incoming(xml(number="OTHER").replace(b"INVENTED AGENCY", b"ANOTHER AGENCY"))
    assert one.digest != other.digest
    assert one.voyage_digest == other.voyage_digest
    turned = structs.replace(one, calls=tuple(reversed(one.calls)))
    assert turned.voyage_digest == one.voyage_digest
    assert turned.digest != one.digest


def test_the_digest_is_the_same_next_year() -> None:
    """It stands on receipts: a change of the value that changes it is a decision, not a refactoring."""
    assert incoming(TABLE).canonical() == CANONICAL


def test_what_is_not_said_is_not_in_the_digest() -> None:
    assert Incoming(voyage=Voyage(), arrival=Arrival(place=Place())).canonical() == Incoming().canonical() == b"{}"
    assert Incoming(others=People()).canonical() == b'{"others":{}}'  # nobody, which is not the same as not said


@pytest.mark.parametrize("body", [xml(), iso(), workbook(), TABLE])
def test_kept_and_restored(body: bytes) -> None:
    found = incoming(body)
    assert restore(found.stored()) == found


def test_what_is_no_stored_notice() -> None:
    with pytest.raises(DecodeError):
        restore(b"{")


@pytest.mark.parametrize("body", [xml(), iso(), workbook(), TABLE])
def test_as_json_and_back_nothing_is_lost(body: bytes) -> None:
    found = incoming(body)
    again = incoming(encoded(found))
    assert again.canonical() == found.canonical()
    assert not again.not_understood


@pytest.mark.parametrize("body", [xml(), iso(), workbook(), TABLE])
def test_the_document_is_a_notice_by_the_contract(body: bytes) -> None:
    found = incoming(body)
    notice, ignored = read_notice(json.dumps(found.document(PLACES)).encode())
    assert not ignored
    assert notice.arrival_port == "USHOU"
    assert len(notice.calls) == len(found.calls)
    assert not found.missing(PLACES)


def test_a_candidate_is_no_port_until_somebody_confirms_it() -> None:
    found = incoming(xml())
    assert "port" not in found.document()["calls"][0]
    assert found.document(PLACES)["calls"][0]["port"] == "DJJIB"
    assert found.missing() == ("arrival.port",)


def test_what_cannot_be_judged_is_named_and_left_out() -> None:
    calls = (Call(place=Place(country="DJ")), Call(departed=When(said="x", moment=datetime(2026, 1, 1, tzinfo=UTC))))
    found = Incoming(calls=calls)
    assert found.missing() == ("arrival.port", "arrival.eta", "calls[0].departed", "calls[1].country")
    assert found.document()["calls"] == []


def test_a_departure_on_the_day_of_arrival_lies_before_it() -> None:
    eta = When(said="x", moment=datetime(2026, 11, 27, 6, tzinfo=UTC))
    day = When(said="x", moment=datetime(2026, 11, 27, 12, tzinfo=UTC), zone=Zone.DAY)
    place = Place(locode="USHOU", country="US", sureness=Sureness.GIVEN)
    found = Incoming(arrival=Arrival(place=place, eta=eta), calls=(Call(place=Place(country="DJ"), departed=day),))
    assert found.document()["calls"][0]["departed"] == "2026-11-27T06:00:00Z"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("VIRGIN ISLANDS, BRITISH", "VG"), ("KOREA, SOUTH", "KR"), ("COTE D'IVOIRE", "CI"), ("UNITED STATES", "US"),
        ("Bahamas, The", "BS"), ("CONGO, DEMOCRATIC REPUBLIC OF THE", "CD"), ("pa", "PA"), ("RUSSIAN FEDERATION", "RU"),
        ("CONGO", None), ("KOREA", None), ("ATLANTIS", None), ("ZZ", None), ("", None), ("GUINEA", "GN"),
        ("GUINEA-BISSAU", "GW"), ("EQUATORIAL GUINEA", "GQ"), ("DOMINICA", "DM"), ("DOMINICAN REPUBLIC", "DO"),
        ("NIGER", "NE"), ("NIGERIA", "NG"), ("SUDAN", "SD"), ("SOUTH SUDAN", "SS"),
    ],
)  # fmt: skip
def test_countries_as_notices_write_them(text: str, code: str | None) -> None:
    assert lands.country(text) == code


@pytest.mark.parametrize(
    ("day", "time", "zone", "moment"),
    [
        ("2026-11-27", "06:00", "UTC", "2026-11-27T06:00"), ("2026-11-27T06:00:00Z", "", "", "2026-11-27T06:00"),
        ("2026-11-27", "0600", "America/New_York", "2026-11-27T11:00"),
        ("20261127", "6:30 pm", "UTC", "2026-11-27T18:30"),
        ("27 Nov 2026", "06:00+02:00", "", "2026-11-27T04:00"), ("27/11/2026", "", "", "2026-11-27T12:00"),
        ("2026-07-01", "06:00", "America/New_York", "2026-07-01T10:00"),
        ("2026-11-27", "24:00", "UTC", "2026-11-28T00:00"),
        ("2026-02-30", "", "", None), ("11/12/2026", "", "", None), ("2026-11-27", "25:00", "UTC", None),
        ("2026-11-27", "06:00", "", None), ("soon", "", "", None), ("2026-11-27", "06:00", "Nowhere/Land", None),
        ("1026-11-27", "", "", None),
    ],
)  # fmt: skip
def test_times_as_notices_write_them(day: str, time: str, zone: str, moment: str | None) -> None:
    found = times.read(day, time, zone)
    assert found.when is not None
    assert found.when.said == f"{day} {time}".strip()
    expected = datetime.fromisoformat(moment).replace(tzinfo=UTC) if moment else None
    assert found.when.moment == expected
    assert bool(found.what) is (expected is None)


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=30)
COUNTRIES = st.sampled_from(["DJ", "AE", "PANAMA", "Nowhere", "", "us"])
STAMPS = st.datetimes(datetime(1995, 1, 1), datetime(2090, 1, 1)).map(lambda at: at.replace(microsecond=0).isoformat())
TIMES = st.one_of(STAMPS.map(lambda at: at + "Z"), STAMPS.map(lambda at: at[:10]), STAMPS, WORDS)
NUMBERS = st.sampled_from(["9074729", "9074728", "x"])
CARGO = st.fixed_dictionaries({"name": WORDS})
PORTS = st.sampled_from(["DJJIB", "JIB", "????", "", "AEDXB"])
CALL = st.fixed_dictionaries(
    {"country": COUNTRIES, "port": PORTS, "port_name": WORDS, "arrived": TIMES, "departed": TIMES},
    optional={
        "place": WORDS, "facility_name": WORDS, "purpose": st.sampled_from(["cargo", "canal transit", "luck"]),
        "ship_level": st.sampled_from(["1", "SL2", "9"]),
        "berths": st.lists(st.fixed_dictionaries({"facility": WORDS}), max_size=3),
        "measures": st.fixed_dictionaries({"logged": st.booleans(), "declaration_of_security": st.just("refused")}),
    },
)  # fmt: skip
NOTICE = st.fixed_dictionaries(
    {"arrival": st.fixed_dictionaries({"port": PORTS, "eta": TIMES}), "calls": st.lists(CALL, max_size=4)},
    optional={
        "notice": st.fixed_dictionaries({"id": WORDS, "transaction": st.sampled_from(["initial", "update", "odd"])}),
        "vessel": st.fixed_dictionaries({"name": WORDS, "imo": NUMBERS, "flag": COUNTRIES}),
        "last_port": CALL.map(lambda call: {k: v for k, v in call.items() if k in ("country", "port", "departed")}),
        "agent": st.fixed_dictionaries({"organisation": WORDS, "phone": WORDS}),
        "crew": st.fixed_dictionaries({"by_nationality": st.dictionaries(COUNTRIES, st.integers(1, 30))}),
        "cargo": st.fixed_dictionaries({"cdc_on_board": st.booleans(), "cdc": st.lists(CARGO, max_size=3)}),
    },
)  # fmt: skip


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(NOTICE)
def test_whatever_came_in_goes_out_and_comes_back_the_same(document: dict[str, object]) -> None:
    (found,) = read(json.dumps(document).encode())
    if not isinstance(found, Incoming):
        return
    again = incoming(encoded(found))
    assert again.canonical() == found.canonical()
    assert restore(found.stored()) == found
    if not found.missing():
        notice, ignored = read_notice(json.dumps(found.document()).encode())
        assert len(notice.calls) == len(found.calls)
        assert not ignored


def test_the_last_port_stays_where_it_was_through_json() -> None:
    found = incoming(xml(calls=CALLS.replace("2026-11-09", "2026-10-09")))
    assert found.calls[0].is_last_port
    assert incoming(encoded(found)).calls == found.calls


def test_noon_is_no_deadline() -> None:
    day = times.read("2026-11-27", "", "").when
    assert day is not None
    assert not day.exact
    assert day.moment is not None
    assert day.moment.utcoffset() == timedelta()
