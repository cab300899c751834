"""A record that cannot be used is named: file, record, field, and what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest

from roadstead.rulebook import RuleBookError, load
from roadstead.rulebook.loader import DATA

DJIBOUTI = "editions/2019-05-30-psa-2-19.yaml"
EDITION = """
title: A test
known: 2026-01-05
effective: 2026-01-19
confidence: high
sources: [ct2025sr]
changes:
"""


def refused(book: Path, extra: Path | None = None) -> RuleBookError:
    with pytest.raises(RuleBookError) as caught:
        load(book, extra)
    error = caught.value
    assert error.file in str(error)
    assert error.record in str(error)
    assert error.field in str(error)
    assert error.remedy.endswith(".")
    return error


@pytest.mark.parametrize(
    ("file", "old", "new", "record", "field"),
    [
        (DJIBOUTI, "title: ", "titel: ", "2019-05-30-psa-2-19", "titel"),
        (DJIBOUTI, "confidence: high\n", "", "2019-05-30-psa-2-19", "confidence"),
        (DJIBOUTI, "effective: 2019-05-30", "effective: 30 May 2019", "2019-05-30-psa-2-19", "effective"),
        (DJIBOUTI, "issued_on: 2019-05-16", "issued_on: 2019-02-30", "2019-05-30-psa-2-19", "issued_on"),
        (DJIBOUTI, "known: 2019-05-16", "known: {not_before: 2019-05-16}", "2019-05-30-psa-2-19", "known"),
        (
            DJIBOUTI,
            "effective: 2019-05-30",
            "effective: {not_before: 2019-06-30, not_after: 2019-05-30}",
            "2019-05-30-psa-2-19",
            "effective",
        ),
        (DJIBOUTI, "countries: [DJ]", "countries: [Djibouti]", "2019-05-30-psa-2-19", "changes[0].countries[0]"),
        (DJIBOUTI, "do: list", "do: add", "2019-05-30-psa-2-19", "changes[0].do"),
        (DJIBOUTI, "do: list,", "do: list, kind: law,", "2019-05-30-psa-2-19", "changes[0].kind"),
        (DJIBOUTI, "arrival_in_us", "arrival", "2019-05-30-psa-2-19", "effective_basis"),
        (DJIBOUTI, "{number: 2-19}", "{number: two}", "2019-05-30-psa-2-19", "psa.number"),
        (DJIBOUTI, "sources: [fr2019dj", "sources: [nowhere", "2019-05-30-psa-2-19", "sources"),
        (DJIBOUTI, "source: s4s2019dj", "source: nowhere", "2019-05-30-psa-2-19", "conflicts[0].source"),
        (DJIBOUTI, "title: ", "known: 2019-01-01\ntitle: ", "", "known"),
        ("facilities/CM.yaml", "CMLIT-0001", "CMLIT-1", "CM-SONARA", "numbers[0]"),
        ("facilities/CM.yaml", "ports: [CMLIT]", "ports: [CM LIT]", "CM-SONARA", "ports[0]"),
        ("facilities/CM.yaml", "  CM-KOME:", "  NG-KOME:", "NG-KOME", ""),
        ("facilities/CM.yaml", "settled: false", "settled: perhaps", "CM/before_2011", "settled"),
        ("regimes/2025-09-17-may-be-boarded.yaml", "boarding: may", "boarding: might", "2025-09-17", "boarding"),
        ("policies/counting.yaml", "- value: 5", "- value: 0", "last_calls", "[0].value"),
        ("policies/counting.yaml", "last_calls:", "calls:", "calls", ""),
        ("policies/counting.yaml", "    medical: doubtful\n", "", "purposes", "value"),
        ("policies/trigger.yaml", "value: arrival_in_us", "value: both", "trigger", "[0].value"),
        ("sources.yaml", "https://freightwaves.com", "freightwaves.com", "fw2004", "url"),
        ("sanctions.yaml", "country: CU, source: ofac", "country: CU, source: nowhere", "CU", "source"),
        ("confirmations.yaml", "edition: 2025-09-17-psa-4-25", "edition: 4-25", "printed_2025-09-17", "edition"),
        ("confirmations.yaml", "SC, SD, SR, ST", "SC, SD, ST", "printed_2025-09-17", "countries"),
        ("duties.yaml", "  hint: An attempt", "  hind: An attempt", "C3", "hind"),
        ("countries.yaml", "DJ: ", "XX: ", "2019-05-30-psa-2-19", "changes"),
    ],
)
def test_schema_names_file_record_and_field(
    copied: Path, file: str, old: str, new: str, record: str, field: str
) -> None:
    text = (copied / file).read_text(encoding="utf-8")
    assert old in text
    (copied / file).write_text(text.replace(old, new), encoding="utf-8")
    error = refused(copied)
    expected = DJIBOUTI if file == "countries.yaml" else file
    assert (error.file, error.field) == (expected, field)
    assert error.record.startswith(record)


@pytest.mark.parametrize(
    ("changes", "problem", "field"),
    [
        ("- {do: list, countries: [NG]}", "NG is already listed", "changes[0].countries"),
        ("- {do: delist, countries: [DJ]}", "DJ is not listed", "changes[0].countries"),
        ("- {do: delist, countries: [LY], kind: recommendation}", "LY is not listed", "changes[0].countries"),
        ("- {do: except, facilities: [NG-02]}", "NG-02 is already excepted", "changes[0].facilities"),
        ("- {do: except, facilities: [DJ-DCT]}", "DJ is not listed", "changes[0].facilities"),
        ("- {do: except, facilities: [NG-99]}", "no facility has the key NG-99", "changes[0].facilities"),
        ("- {do: withdraw, facilities: [NG-99]}", "no facility has the key NG-99", "changes[0].facilities"),
        ("- {do: withdraw, facilities: [KH-PNH]}", "KH-PNH has no exception", "changes[0].facilities"),
        ("- {do: withdraw, facilities: [NG-02], reason: vanished}", "no day by which", "changes[0].effective"),
        (
            "- {do: withdraw, facilities: [NG-02], effective: {not_before: 2026-01-01}}",
            "no day is given",
            "changes[0].effective",
        ),
        ("- {do: delist, countries: [SR], effective: 2025-01-01}", "lies before the beginning", "changes[0].effective"),
        ("- {do: list, countries: [ZZ]}", "no country has the code ZZ", "changes"),
        ("[]\nprints: [{country: GQ, facilities: [GQ-K5]}]", "but not GQ-CEIBA", "prints[0].facilities"),
        ("[]\nprints: [{country: KH, facilities: [KH-PNH]}]", "it prints KH-PNH", "prints[0].facilities"),
    ],
)
def test_replay_refuses_contradictions(
    local: Path, write: Callable[[str, str], Path], changes: str, problem: str, field: str
) -> None:
    file = write("editions/2026-01-19-psa-1-26.yaml", EDITION.rstrip() + ("\n" if changes[0] == "-" else " ") + changes)
    error = refused(DATA, local)
    assert (error.file, error.record, error.field) == (str(file), "2026-01-19-psa-1-26", field)
    assert problem in error.problem


def test_a_change_without_a_day(local: Path, write: Callable[[str, str], Path]) -> None:
    text = EDITION.replace("effective: 2026-01-19\n", "") + "- {do: delist, countries: [NG]}"
    write("editions/2026-01-19-psa-1-26.yaml", text)
    assert refused(DATA, local).field == "changes[0].effective"


@pytest.mark.parametrize("name", ["2019-05-30-psa-2-19", "2025-09-17-psa-4-25"])
def test_an_id_used_twice(local: Path, write: Callable[[str, str], Path], name: str) -> None:
    file = write(f"editions/{name}.yaml", EDITION + "- {do: delist, countries: [NG]}")
    error = refused(DATA, local)
    assert (error.file, error.record) == (str(file), name)
    assert "used twice" in error.problem


def test_a_facility_used_twice(local: Path, write: Callable[[str, str], Path]) -> None:
    write("facilities/NG.yaml", "facilities: {NG-02: {name: Another, sources: [ct2025sr]}}")
    assert refused(DATA, local).record == "NG-02"


def test_an_edition_file_must_be_named_by_its_date(local: Path, write: Callable[[str, str], Path]) -> None:
    write("editions/psa-1-26.yaml", EDITION + "- {do: delist, countries: [NG]}")
    assert refused(DATA, local).record == "psa-1-26"


def test_two_values_of_a_policy_point_from_the_same_day(local: Path, write: Callable[[str, str], Path]) -> None:
    point = "{value: 10, valid_from: 2004-09-09, source: lma119, confidence: low, reason: A test.}"
    write("policies/ours.yaml", f"last_calls: [{point}]")
    error = refused(DATA, local)
    assert (error.record, error.field) == ("last_calls", "valid_from")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"title: [", "not readable YAML"),
        (b"title: \xff", "not UTF-8"),
        (b"- a\n- b\n", "must hold a mapping"),
        (b"title: &a [*a]", "alias"),
        (b"a: &a {b: *a}", "alias"),
        (b"? [a]\n: b\n", "a key must be plain text"),
        (b"", "missing required field"),
        (b"\x00", "not readable YAML"),
    ],
)
def test_a_file_that_is_no_record(copied: Path, content: bytes, problem: str) -> None:
    (copied / DJIBOUTI).write_bytes(content)
    error = refused(copied)
    assert error.file == DJIBOUTI
    assert problem in error.problem


def test_a_pattern_is_put_in_words(copied: Path) -> None:
    file = copied / DJIBOUTI
    file.write_text(file.read_text(encoding="utf-8").replace("[DJ]", "[Djibouti]"), encoding="utf-8")
    assert refused(copied).problem == "this is not a country code of two letters, like DJ"


def test_no_such_folder(tmp_path: Path) -> None:
    assert "no such folder" in refused(tmp_path / "nowhere").problem


def test_an_empty_folder_lacks_a_policy(tmp_path: Path) -> None:
    assert "no value is given" in refused(tmp_path).problem
