"""Editions that an installation publishes stand beside the shipped ones and go through the same replay."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from roadstead.config.environment import read
from roadstead.core.moment import Moment
from roadstead.rulebook import load, shipped
from roadstead.rulebook.local import data_dir

Write = Callable[[str, str], Path]
SOURCES = 'ours: {title: Our notice, kind: notice, url: "https://example.org/notice"}'
EDITION = """
title: Nauru removed, a terminal in Nigeria excepted again
psa: {number: 1-26}
issued_on: 2026-01-05
known: 2026-01-05
effective: 2026-01-19
confidence: high
sources: [ours]
changes:
- {do: delist, countries: [NR]}
- {do: except, facilities: [NG-05, NG-TEST]}
- {do: withdraw, facilities: [IQ-MAQ14]}
"""


def test_a_local_edition_takes_part(local: Path, write: Write) -> None:
    write("sources.yaml", SOURCES)
    write("facilities/NG.yaml", "facilities: {NG-TEST: {name: Test Jetty, sources: [ours]}}")
    write("editions/2026-01-19-psa-1-26.yaml", EDITION)
    book = load(extra=local)
    assert book.digest != shipped().digest
    assert book.editions[-1].citation.text == "PSA 1-26"
    (nauru,) = [s for s in book.listings if s.country == "NR" and s.closed_by == "2026-01-19-psa-1-26"]
    assert nauru.end == Moment.on(date(2026, 1, 19))
    assert nauru.end_known == Moment.on(date(2026, 1, 5))
    assert [s.end for s in book.exceptions if s.facility == "NG-TEST"] == [None]


def test_a_doubtful_exception_settled_later_keeps_the_time_of_doubt(local: Path, write: Write) -> None:
    write("sources.yaml", SOURCES)
    write("facilities/NG.yaml", "facilities: {NG-TEST: {name: Test Jetty, sources: [ours]}}")
    write("editions/2026-01-19-psa-1-26.yaml", EDITION)
    spells = load(extra=local).exceptions
    doubtful, again = [s for s in spells if s.facility == "NG-05"]
    assert doubtful.end == Moment(date(2020, 6, 10), date(2026, 1, 19))
    assert doubtful.end_known == Moment.on(date(2020, 6, 15))
    assert doubtful.end_reason == "unrecovered"
    assert again.start == Moment.on(date(2026, 1, 19))
    assert again.end is None
    (withdrawn,) = [s for s in spells if s.facility == "IQ-MAQ14"]
    assert withdrawn.end == Moment(date(2020, 12, 1), date(2026, 1, 19))


def test_a_later_policy_replaces_the_earlier(local: Path, write: Write) -> None:
    point = "{value: visit_to_listed_port, valid_from: 2026-01-01, source: lma119, confidence: low, reason: Ours.}"
    write("policies/ours.yaml", f"trigger: [{point}]")
    assert load(extra=local).policy.trigger == "visit_to_listed_port"


def test_a_local_confirmation(local: Path, write: Write) -> None:
    write("confirmations.yaml", "seen: {on: 2026-02-01, edition: 2025-09-17-psa-4-25, source: ct2025sr}")
    assert load(extra=local).confirmations[-1].on == date(2026, 2, 1)


def test_commands_and_server_look_for_it_in_the_same_place(tmp_path: Path) -> None:
    for environ in ({}, {"ROADSTEAD_DATA_DIR": str(tmp_path)}, {"ROADSTEAD_DATA_DIR": "here"}):
        assert data_dir(environ) == read(environ).data_dir
