"""`roadstead advisory`, from the outside."""

import json

from .conftest import Roadstead


def test_the_list_in_force_has_its_countries_exceptions_and_confirmation(roadstead: Roadstead) -> None:
    advisory = json.loads(roadstead("advisory", "show", "--on", "2025-12-01", "--known-at", "2026-01-01").stdout)
    codes = {entry["code"] for entry in advisory["countries"] if entry["listed"] == "yes"}
    assert len(codes) == 23
    assert {"CU", "KP", "SR", "SD"} <= codes
    assert advisory["edition"]["psa"] == "4-25"
    assert advisory["last_confirmed_on"] == "2025-09-27"
    cameroon = next(entry for entry in advisory["countries"] if entry["code"] == "CM")
    assert len(cameroon["exceptions"]) == 6


def test_what_was_not_yet_public_is_not_shown(roadstead: Roadstead) -> None:
    def listed(known_at: str) -> bool:
        done = roadstead("advisory", "show", "--on", "2019-06-01", "--known-at", known_at)
        return any(entry["code"] == "DJ" for entry in json.loads(done.stdout)["countries"])

    assert not listed("2019-05-15")
    assert listed("2019-05-16")


def test_two_editions_differ_by_what_the_later_one_did(roadstead: Roadstead) -> None:
    found = json.loads(roadstead("advisory", "diff", "1-19", "2-19").stdout)
    assert [entry["code"] for entry in found["added"]] == ["DJ"]
    assert {entry["facility"] for entry in found["exceptions_added"]} == {"DJ-DCT", "DJ-HORIZON"}
    assert found["removed"] == []


def test_two_days_may_be_compared_too(roadstead: Roadstead) -> None:
    text = roadstead("advisory", "diff", "2025-07-20", "2025-07-21", "--format", "text").stdout
    assert "Removed" in text
    assert "Djibouti (DJ)" in text


def test_the_list_reads_well_as_text(roadstead: Roadstead) -> None:
    text = roadstead("advisory", "show", "--on", "2023-01-01", "--format", "text").stdout
    assert "On the list on 1 January 2023" in text
    assert "(perhaps)" in text  # Sudan
