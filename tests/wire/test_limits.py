"""What one notice may cost: a small document must not keep a server busy."""

import json

import pytest

from roadstead.wire.errors import NoticeError
from roadstead.wire.notice import read_notice
from roadstead.wire.shapes import MOST_BERTHS, MOST_BERTHS_IN_ALL


def notice_with(calls: int, berths: int) -> bytes:
    call = {"country": "NG", "departed": "2026-05-01T06:00:00Z", "berths": [{"facility_name": "A"}] * berths}
    arrival = {"port": "USHOU", "eta": "2026-06-01T06:00:00Z"}
    return json.dumps({"schema": "roadstead/notice/1", "arrival": arrival, "calls": [call] * calls}).encode()


def test_so_many_berths_are_read() -> None:
    notice, _ = read_notice(notice_with(MOST_BERTHS_IN_ALL // MOST_BERTHS, MOST_BERTHS))
    assert sum(len(call.berths) for call in notice.calls) == MOST_BERTHS_IN_ALL


def test_more_berths_in_all_are_refused_with_a_word() -> None:
    with pytest.raises(NoticeError) as raised:
        read_notice(notice_with(MOST_BERTHS_IN_ALL // MOST_BERTHS + 1, MOST_BERTHS))
    assert [problem.field for problem in raised.value.problems] == ["calls"]
    assert str(MOST_BERTHS_IN_ALL) in str(raised.value)
