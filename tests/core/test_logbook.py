"""A log of measures: its chain, what stands of it, and what it comes to."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadstead.core.chain import START
from roadstead.core.logbook import Entry, broken, digest, standing
from roadstead.core.logged_measures import logged
from roadstead.core.truth import NO, UNKNOWN, YES
from roadstead.rulebook import rest_hours

AT = "2026-06-01T12:00:00Z"


def entry(number: int, kind: str = "note", corrects: str = "", **content: object) -> Entry:
    return Entry(number, f"uid-{number}", kind, content, corrects, AT, AT, 7)


def chain(entries: list[Entry]) -> list[tuple[Entry, str, str]]:
    links, previous = [], START
    for one in entries:
        own = digest("log", one, previous)
        links.append((one, previous, own))
        previous = own
    return links


def weighed(*entries: Entry) -> dict[str, object]:
    return dict(logged(standing(entries), rest_hours.in_force()).met)


@given(st.lists(st.text(max_size=8).filter(lambda text: "\0" not in text), min_size=1, max_size=6), st.data())
def test_no_entry_can_be_changed_left_out_or_put_in(words: list[str], data: st.DataObject) -> None:
    links = chain([entry(number, words=text) for number, text in enumerate(words, start=1)])
    head = links[-1][2]
    assert broken("log", links, head) == ""
    place = data.draw(st.integers(0, len(links) - 1))
    changed, before, own = links[place]
    other = replace(changed, content={"words": f"{words[place]}!"})
    assert broken("log", [*links[:place], (other, before, own), *links[place + 1 :]], head)
    assert broken("log", [*links[:place], *links[place + 1 :]], head)
    assert broken("another log", links, head)


def test_nothing_is_known_of_an_empty_log() -> None:
    assert set(weighed().values()) == {UNKNOWN}


@pytest.mark.parametrize(
    ("outcome", "met"), [("signed", YES), ("refused", YES), ("attempted", YES), ("not_attempted", NO)]
)
def test_an_attempt_is_enough(outcome: str, met: object) -> None:
    assert weighed(entry(1, "declaration", outcome=outcome))["C3"] is met


def test_watches_count_before_what_was_said_of_them() -> None:
    said = [
        entry(1, "stay", arrived="2026-05-28T00:00:00Z", departed="2026-05-28T08:00:00Z"),
        entry(2, "posts", posts=["Gangway"]),
        entry(3, "duty", code="C2", done="yes"),
        entry(
            4,
            "watch",
            guard="AB 1",
            post="Gangway",
            **{"from": "2026-05-28T00:00:00Z", "until": "2026-05-28T04:00:00Z"},
        ),
    ]
    assert weighed(*said)["C2"] is NO
    rest = {"from": "2026-05-28T04:00:00Z", "until": "2026-05-28T08:00:00Z"}
    said.append(entry(5, "watch", guard="AB 2", post="Gangway", **rest))
    assert weighed(*said)["C2"] is YES


def test_guards_from_outside_count_once_both_accepted_them() -> None:
    whole = {"from": "2026-05-28T00:00:00Z", "until": "2026-05-28T08:00:00Z"}
    said = [
        entry(1, "stay", arrived=whole["from"], departed=whole["until"]),
        entry(2, "posts", posts=["Gangway"]),
        entry(3, "watch", guard="Guard 1", post="Gangway", **whole),
        entry(4, "outsider", guard="Guard 1", master="yes", officer=""),
    ]
    assert weighed(*said)["C2"] is UNKNOWN
    assert weighed(*said, entry(5, "outsider", guard="Guard 1", master="yes", officer="yes"))["C2"] is YES
    assert weighed(*said, entry(5, "outsider", guard="Guard 1", master="no", officer="yes"))["C2"] is NO
