"""`roadstead decide`, from the outside."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import EXAMPLE, Roadstead


def test_a_notice_goes_in_and_a_decision_comes_out(roadstead: Roadstead, notice: Callable[..., str]) -> None:
    done = roadstead("decide", notice())
    decision = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert decision["schema"] == "roadstead/decision/1"
    assert decision["outcome"] == "does_not_apply"
    assert decision["edition"]["psa"] == "2-19"
    assert decision["edition"]["effective_on"] == "2019-05-30"
    assert decision["calls"][0]["excepted"] == "yes"


def test_a_hyphen_reads_standard_input(roadstead: Roadstead) -> None:
    assert json.loads(roadstead("decide", "-", stdin=json.dumps(EXAMPLE)).stdout)["outcome"] == "does_not_apply"


def test_the_answer_is_as_known_on_the_day_asked_for(roadstead: Roadstead, notice: Callable[..., str]) -> None:
    call = {"country": "DJ", "departed": "2019-05-11T18:00:00Z"}
    file = notice(calls=[call])
    before = json.loads(roadstead("decide", file, "--known-at", "2019-05-15").stdout)
    after = json.loads(roadstead("decide", file, "--known-at", "2019-05-16").stdout)
    assert (before["outcome"], before["known_at"]) == ("does_not_apply", "2019-05-15")
    assert (after["outcome"], after["known_at"]) == ("cannot_tell", "2019-05-16")


def test_text_says_the_outcome_and_its_reason_first(roadstead: Roadstead, notice: Callable[..., str]) -> None:
    lines = roadstead("decide", notice(), "--format", "text").stdout.splitlines()
    assert lines[0] == "Conditions of entry do not apply."
    assert "Doraleh Container Terminal is an excepted facility" in lines[1]


def test_text_shows_duties_questions_and_what_would_change(roadstead: Roadstead, notice: Callable[..., str]) -> None:
    calls = [{"country": "VE", "departed": "2019-05-11T18:00:00Z"}]
    text = roadstead("decide", notice(calls=calls), "--format", "text").stdout
    for words in (
        "Conditions of entry apply.",
        "To settle it",
        "C3",
        "It would change if",
        "5 more foreign calls",
        "Mind",
    ):
        assert words in text


def test_the_digest_is_the_same_in_another_place_and_language(roadstead: Roadstead, notice: Callable[..., str]) -> None:
    file = notice()
    here = json.loads(roadstead("decide", file).stdout)["digest"]
    there = json.loads(roadstead("decide", file, TZ="Asia/Tokyo", LC_ALL="C", PYTHONHASHSEED="7").stdout)["digest"]
    assert here == there


def test_no_django_and_no_database_are_needed(roadstead: Roadstead, notice: Callable[..., str]) -> None:
    done = roadstead(
        "decide", notice(), DJANGO_SETTINGS_MODULE="nowhere", DATABASE_URL="nonsense://", ROADSTEAD_ENV="production"
    )
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("document", "field", "words"),
    [
        ("{", "notice", "not JSON"),
        ("", "notice", "empty"),
        ("[]", "notice", "an object"),
        ({"schema": "roadstead/notice/2"}, "schema", "roadstead/notice/1"),
        ({"calls": [{"country": "XX", "departed": "2019-05-11T18:00:00Z"}]}, "calls[0].country", "XX"),
        ({"calls": [{"country": "DJ", "port": "NGLOS", "departed": "2019-05-11T18:00:00Z"}]}, "calls[0].port", "NG"),
        (
            {"calls": [{"country": "DJ", "arrived": "2019-05-12T18:00:00Z", "departed": "2019-05-11T18:00:00Z"}]},
            "calls[0].departed",
            "before",
        ),
        ({"calls": [{"country": "DJ", "departed": "2019-05-11T18:00:00"}]}, "calls[0].departed", "time zone"),
        ({"vessel": {"imo": "9074728"}}, "vessel.imo", "check digit"),
        ({"calls": [{"country": "DJ", "departed": "2019-05-11T18:00:00Z"}] * 10_000}, "calls", "at most 500"),
        ({"vessel": {"name": "A\u0000B"}}, "vessel.name", "U+0000"),
        ({"vessel": {"name": "A\u202eB"}}, "vessel.name", "U+202E"),
        ({"calls": [{"departed": "2019-05-11T18:00:00Z"}]}, "calls[0]", "neither a country nor a port"),
    ],
)
def test_bad_input_gets_one_message_that_names_the_field(
    roadstead: Roadstead, tmp_path: Path, document: object, field: str, words: str
) -> None:
    path = tmp_path / "bad.json"
    path.write_text(document if isinstance(document, str) else json.dumps({**EXAMPLE, **document}))  # type: ignore[dict-item]
    done = roadstead("decide", str(path))
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{field}: " in done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_fifty_megabytes_are_refused_before_they_are_read(roadstead: Roadstead, tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    path.write_bytes(b" " * 50_000_000)
    done = roadstead("decide", str(path))
    assert done.returncode == 2
    assert "larger than" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["decide", "nowhere.json"], "does not exist"),
        (["decide", "."], "is a folder"),
        (["decide", "-", "--known-at", "yesterday"], "--known-at"),
        (["decide", "-", "--format", "xml"], "--format"),
        (["decide"], "Missing argument"),
        (["advisory", "show", "--on", "2019-02-30"], "--on"),
        (["advisory", "diff", "2-19", "9-99"], "9-99"),
        (["nonsense"], "nonsense"),
    ],
)
def test_a_wrong_command_line_ends_with_two_and_a_word(roadstead: Roadstead, arguments: list[str], words: str) -> None:
    done = roadstead(*arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_goes_away_is_no_error() -> None:
    import subprocess

    from .conftest import COMMAND

    command = f"{COMMAND} advisory show --format json | head -c 10"
    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=60)
    assert b"Traceback" not in done.stderr
