"""What an update changed, and whether the verdict has to be looked at again."""

from typing import Any

import pytest

from roadstead.wire.incoming.difference import Doing, difference, matters
from roadstead.wire.incoming.reading import read
from roadstead.wire.incoming.update import was_asked
from roadstead.wire.incoming.value import Incoming
from tests.wire.notices import CALLS, xml

SECOND = CALLS[CALLS.index("<PREVIOUS_FOREIGN_PORT>", 10) :]


def incoming(body: bytes | None = None, **parts: Any) -> Incoming:
    (found,) = read(body or xml(**parts))
    assert isinstance(found, Incoming)
    return found


BEFORE = incoming()


def changed(old: str, new: str) -> Incoming:
    assert old.encode() in xml()
    return incoming(xml().replace(old.encode(), new.encode()))


def test_what_did_not_change_is_silent() -> None:
    assert difference(BEFORE, incoming(number="OTHER", transaction="Update")) == ()
    turned = SECOND + CALLS[: -len(SECOND)]
    assert difference(BEFORE, incoming(calls=turned)) == ()


@pytest.mark.parametrize(
    ("old", "new", "path", "counts"),
    [
        ("<NAME>EXAMPLE PIONEER</NAME>", "<NAME>EXAMPLE SETTLER</NAME>", "vessel.name", False),
        ("10N 40W", "12N 45W", "vessel.position", False),
        ("06:00", "07:30", "arrival.eta", False),
        ("<ARRIVE_DT>2026-11-27</ARRIVE_DT>", "<ARRIVE_DT>2026-11-29</ARRIVE_DT>", "arrival.eta", True),
        ("<FACILITY>INVENTED TERMINAL</FACILITY>", "<FACILITY>OTHER</FACILITY>", "arrival.place.facility_name", True),
        ("DORALEH", "PAID", "calls[0].place.place", True),
        ("2026-10-30", "2026-11-01", "calls[1].departed", True),
        ("<CDC_ON_BOARD>Yes", "<CDC_ON_BOARD>No", "cargo.cdc_on_board", False),
        ("<CALL_SIGN>3EXX9</CALL_SIGN>", "", "vessel.call_sign", False),
    ],
)
def test_one_change_is_one_line(old: str, new: str, path: str, counts: bool) -> None:
    (one,) = difference(BEFORE, changed(old, new))
    assert (one.path, one.matters) == (path, counts)
    assert one.before != one.after
    assert matters((one,)) is counts


def test_calls_are_matched_by_port_and_time_not_by_place_in_the_list() -> None:
    added = CALLS.replace("DJIBOUTI", "YEMEN").replace(">DJ<", ">YE<").replace("JIB", "ADE").replace("DORALEH", "")
    more = difference(BEFORE, incoming(calls=added[: -len(SECOND)] + CALLS))
    assert [(one.path, one.doing, one.matters) for one in more] == [("calls[0]", Doing.ADDED, True)]
    assert "YEMEN" in more[0].after
    fewer = difference(incoming(calls=added[: -len(SECOND)] + CALLS), BEFORE)
    assert [(one.path, one.doing, one.matters) for one in fewer] == [("calls[0]", Doing.REMOVED, True)]


def test_an_arrival_that_moves_past_a_departure_matters() -> None:
    close = CALLS.replace("<DEPARTURE_DT>2026-11-09</DEPARTURE_DT>", "<DEPARTURE_DT>2026-11-27</DEPARTURE_DT>")
    one = incoming(calls=close, eta_time="06:30")
    assert matters(difference(one, incoming(calls=close, eta_time="08:00")))


def test_the_crew_is_compared_as_numbers() -> None:
    (one,) = difference(BEFORE, changed("<NATIONALITY_CODE>IN<", "<NATIONALITY_CODE>LK<"))
    assert (one.path, one.before, one.after) == ("crew.by_nationality[0].nationality", "IN", "LK")


@pytest.mark.parametrize(
    ("old", "new", "asked"),
    [
        ("10N 40W", "12N 45W", False),
        ("06:00", "11:59", False),
        ("06:00", "12:00", True),
        ("<POSITION>Master</POSITION>", "", False),
        ("DORALEH", "PAID", True),
    ],
)
def test_which_changes_had_to_be_notified(old: str, new: str, asked: bool) -> None:
    assert was_asked(BEFORE, changed(old, new)) is asked
