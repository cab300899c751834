"""Addresses, drafts and notices: there and back."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadstead.advisories import queries
from roadstead.arrivals.checker import bridge, drafts, editing, places, terminals
from roadstead.arrivals.checker.drafts import Draft, Row
from roadstead.arrivals.checker.questions import NONE_OF_THESE
from roadstead.core.notice import Berth, Purpose
from roadstead.core.truth import YES
from roadstead.registry.queries import PortInfo

PORTS = ("USHOU", "NGAPP", "NLRTM", "CMDLA", "GHTEM")
GOOD = Draft(to="USHOU", eta="2024-06-01", rows=(Row("NGAPP", departed="2024-05-10"),))


def info(code):
    return PortInfo(code, f"Port {code}", code[:2], code[:2], "", None, None, "", "", "function", 0)


@pytest.fixture(autouse=True)
def _ports(monkeypatch):
    monkeypatch.setattr(places, "ports_by_code", lambda codes: {code: info(code) for code in codes if code in PORTS})
    monkeypatch.setattr(places, "find_ports", lambda text, limit: [])


def back(query):
    return drafts.read(dict(parse_qsl(query)))


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=30)
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
ANSWER = st.sampled_from(["", "y", "n"])
DAYS = st.dates(date(2004, 1, 1), date(2026, 1, 1)).map(date.isoformat)
MOMENTS = st.one_of(DAYS, st.builds("{}T{:02d}:{:02d}".format, DAYS, st.integers(0, 23), st.integers(0, 59)))
ROWS = st.builds(
    Row, port=st.sampled_from(PORTS), terminal=NAMES, departed=MOMENTS, purpose=st.sampled_from(["", *Purpose]),
    security_level_2=ANSWER, access_points_guarded=ANSWER, logged=ANSWER, reported=ANSWER,
    declaration_of_security=st.sampled_from(["", "s", "t", "r", "n"]),
)  # fmt: skip
DRAFTS = st.builds(
    Draft, to=st.just("USHOU"), eta=DAYS, ship=NAMES, flag=st.sampled_from(["", "PA"]), commercial=ANSWER,
    rows=st.lists(ROWS, min_size=1, max_size=6).map(tuple), editing=st.booleans(),
)  # fmt: skip


@given(DRAFTS)
def test_address_and_draft_are_one(draft):
    again = back(drafts.query(draft))
    assert drafts.query(again) == drafts.query(draft)
    cargo = tuple(replace(row, purpose="" if row.purpose == "cargo" else row.purpose) for row in draft.rows)
    assert again == replace(draft, rows=cargo)


@given(DRAFTS)
def test_notice_gives_back_the_draft_and_the_draft_the_notice(draft):
    reading = bridge.read(
        replace(draft, eta="2027-01-01", rows=tuple(replace(r, departed=r.departed[:10]) for r in draft.rows))
    )
    assert reading.problems == ()
    again = bridge.read(bridge.draft_of(reading.document))
    assert again.problems == ()
    assert again.notice == reading.notice


def test_a_day_without_a_time_is_read_as_the_page_says():
    row = replace(GOOD.rows[0], arrived="2024-05-09")
    call = bridge.read(replace(GOOD, rows=(row,))).document["calls"][0]
    assert (call["arrived"], call["departed"]) == ("2024-05-09T00:00:00Z", "2024-05-10T23:59:00Z")
    assert bridge.read(GOOD).document["arrival"]["eta"] == "2024-06-01T12:00:00Z"


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("to", "", "Name the port of arrival"),
        ("to", "NG", "This is a country"),
        ("to", "Nowhere", "no port or country"),
        ("eta", "", "Give the day"),
        ("eta", "1889-01-01", "1889"),
        ("k", "2999-01-01", "day to come"),
        ("k", "soon", "not a day"),
        ("imo", "9074728", "check digit"),
        ("imo", "9" * 30, "too long"),
        ("flag", "Atlantis", "no ISO"),
        ("com", "maybe", "Choose"),
        ("ship", "Ev\u202eil", "U+202E"),
        ("p1", "", "Name the port"),
        ("p1", "XQABC", "no port"),
        ("d1", "", "Give the day"),
        ("d1", "03/04/2024", "two ways"),
        ("d1", "45123", "spreadsheet"),
        ("a1", "2024-05-11", ""),
        ("u1", "war", "should be one of"),
        ("l1", "maybe", "Choose"),
        ("s1", "y", "Choose"),
        ("t1", "Quay\u200f 3", "U+200F"),
    ],
)
def test_each_problem_stands_at_its_field(name, value, word):
    reading = bridge.read(
        GOOD.with_value(name, value) if name != "p1" or value else replace(GOOD, rows=(Row(departed="2024-05-10"),))
    )
    assert reading.notice is None
    wrong = "d1" if name == "a1" else name
    assert [problem.name for problem in reading.problems] == [wrong]
    assert word in reading.problems[0].message
    assert reading.draft.to == GOOD.with_value(name, value).to


def test_every_problem_is_said_at_once_in_the_forms_order():
    draft = Draft(
        to="NG", eta="x", imo="1", rows=(Row("NGAPP", departed="2024-05-10", arrived="2024-05-11"), Row("NLRTM"))
    )
    assert [problem.name for problem in bridge.read(draft).problems] == ["to", "eta", "imo", "d1", "d2"]


def test_no_calls_is_no_voyage():
    assert [problem.name for problem in bridge.read(replace(GOOD, rows=(Row(),))).problems] == ["p1"]


def test_times_are_asked_for_where_a_day_alone_would_decide_the_order():
    same_day = replace(GOOD, rows=(Row("NGAPP", departed="2024-06-01"),))
    assert [problem.name for problem in bridge.read(same_day).problems] == ["d1"]
    timed = replace(GOOD, eta="2024-06-01T20:00", rows=(Row("NGAPP", departed="2024-06-01T04:00"),))
    assert bridge.read(timed).problems == ()
    mixed = replace(GOOD, rows=(Row("NGAPP", departed="2024-05-10T04:00"), Row("NLRTM", departed="2024-05-10")))
    assert [problem.name for problem in bridge.read(mixed).problems] == ["d2"]
    untimed = replace(GOOD, rows=(Row("NGAPP", departed="2024-05-10"), Row("NLRTM", departed="2024-05-10")))
    assert bridge.read(untimed).problems == ()


@pytest.mark.parametrize(
    ("text", "berths"),
    [
        ("NGAPP-0001", [("NGAPP-0001", None)]),
        ("APM Terminal (NGAPP-0001)", [("NGAPP-0001", "APM Terminal")]),
        ("NGAPP-0001 APM Terminal", [("NGAPP-0001", "APM Terminal")]),
        ("ngapp 1", [("ngapp 1", None)]),
        ("Berth 1", [(None, "Berth 1")]),
        ("Terminal (east)", [(None, "Terminal (east)")]),
        ("A; NGAPP-0001", [(None, "A"), ("NGAPP-0001", None)]),
        ("ميناء", [(None, "ميناء")]),
        (" ; ", []),
    ],
)
def test_terminals_as_typed(text, berths):
    found = terminals.read(text, "NG")
    assert [(berth.facility, berth.facility_name) for berth in found] == berths
    assert terminals.read(terminals.write(found), "NG") == found


def test_every_terminal_that_is_offered_matches_and_the_last_choice_matches_none():
    day = date(2026, 1, 1)
    snapshot = queries.snapshot(day)
    offered = 0
    for country, _names in queries.rule_book().country_names:
        for terminal in terminals.known(snapshot, country, day):
            offered += 1
            berths = terminals.read(terminal.value, country)
            assert len(berths) == 1
            verdict = snapshot.berth(country, day, None, Berth(berths[0].facility, berths[0].facility_name))
            assert verdict.match is not None
            assert verdict.match.facility.name == terminal.name
            assert (verdict.match.truth is YES) is True
        none = snapshot.berth(country, day, None, Berth(None, NONE_OF_THESE))
        assert none.match is None
    assert offered > 30


@pytest.mark.parametrize(
    ("do", "ports"),
    [
        ("add", ["A", "B", ""]),
        ("remove:1", ["B"]),
        ("up:2", ["B", "A"]),
        ("down:1", ["B", "A"]),
        ("up:1", ["A", "B"]),
        ("down:2", ["A", "B"]),
        ("sort", ["B", "A"]),
        ("set:p2:NLRTM", ["A", "NLRTM"]),
        ("set:p9:NLRTM", ["A", "B"]),
        ("set:rows:x", ["A", "B"]),
        ("remove:99", ["A", "B"]),
        ("remove:²", ["A", "B"]),
        ("explode", ["A", "B"]),
        ("clear", [""]),
    ],
)
def test_edits_without_a_script(do, ports):
    draft = Draft(rows=(Row("A", departed="2024-05-01"), Row("B", departed="2024-05-02")))
    assert [row.port for row in editing.apply(draft, do).rows] == ports


def test_the_form_never_grows_beyond_what_an_address_holds():
    draft = Draft(rows=tuple(Row("A") for _ in range(drafts.MOST_CALLS)))
    assert len(editing.apply(draft, "add").rows) == drafts.MOST_CALLS
    assert len(back("n=99&edit=1&p99=X&p40=Y").rows) == drafts.MOST_CALLS
