"""Days and times as people type them."""

from datetime import time

import pytest

from roadstead.arrivals.checker import moments


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2024-05-31", "2024-05-31"),
        ("2024-5-1", "2024-05-01"),
        ("20240531", "2024-05-31"),
        ("2024/05/31", "2024-05-31"),
        ("2024-05-31 14:30", "2024-05-31T14:30"),
        ("2024-05-31T14:30", "2024-05-31T14:30"),
        ("2024-05-31T14:30:00Z", "2024-05-31T14:30"),
        ("2024-05-31T23:30:00+02:00", "2024-05-31T21:30"),
        ("2024-05-31 00:30 +0200", "2024-05-30T22:30"),
        ("31 May 2024", "2024-05-31"),
        ("31-MAY-2024 1430Z", "2024-05-31T14:30"),
        ("31 May 2024, 14:30 UTC", "2024-05-31T14:30"),
        ("May 31, 2024 2:30 pm", "2024-05-31T14:30"),
        ("1st September 2024", "2024-09-01"),
        ("12 Nov 2026 14:30", "2026-11-12T14:30"),
        ("13 Nov 2026", "2026-11-13"),
        ("31/05/2024", "2024-05-31"),
        ("05/31/2024", "2024-05-31"),
        ("04/04/2024", "2024-04-04"),
        ("31.05.2024 0:15", "2024-05-31T00:15"),
        ("٣١/٠٥/٢٠٢٤", "2024-05-31"),
    ],
)
def test_read(typed, read):
    assert moments.read(typed).text == read
    assert not moments.read(typed).problem
    assert moments.read(moments.read(typed).text).text == read


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("45123", "spreadsheet"),
        ("45123.5", "spreadsheet"),
        ("31/05/24", "two digits"),
        ("31 May 24", "two digits"),
        ("2024-02-30", "does not exist"),
        ("32/13/2024", "does not exist"),
        ("2024-05-31 25:00", "does not exist"),
        ("2024-05-31 14:30 LT", "local time"),
        ("2024-05-31 noon", "time that cannot be read"),
        ("31 Floreal 2024", "not a day"),
        ("yesterday", "not a day"),
        ("2024", "not a day"),
        ("#VALUE!", "not a day"),
    ],
)
def test_refused_with_a_word(typed, word):
    found = moments.read(typed)
    assert found.day is None
    assert word in found.problem or "names no month" in found.problem


def test_two_ways_are_asked_and_keep_the_time():
    found = moments.read("03/04/2024 06:15")
    assert found.day is None
    assert found.choices == (("2024-04-03T06:15", "3 April 2024, 06:15"), ("2024-03-04T06:15", "4 March 2024, 06:15"))
    assert all(moments.read(value).text == value for value, _label in found.choices)


def test_a_day_without_a_time_takes_the_one_it_is_given():
    assert moments.read("2024-05-31").moment(time(23, 59)).isoformat() == "2024-05-31T23:59:00+00:00"
    assert moments.read("2024-05-31 08:00").moment(time(23, 59)).isoformat() == "2024-05-31T08:00:00+00:00"
    assert moments.read("").moment(time(0)) is None
