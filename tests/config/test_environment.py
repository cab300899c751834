"""Settings from the environment: what is missing or wrong is said, all of it, with the cure."""

from pathlib import Path

import pytest

from roadstead.config.environment import ConfigurationError, read

GOOD = {
    "ROADSTEAD_ENV": "production",
    "ROADSTEAD_SECRET_KEY": "k" * 50,
    "ROADSTEAD_ALLOWED_HOSTS": "psa.example.org, www.example.org",
    "DATABASE_URL": "postgresql://user:secret@db.example.org:5432/roadstead",
}


def test_development_needs_nothing() -> None:
    environment = read({})
    assert not environment.production
    assert environment.database["ENGINE"] == "django.db.backends.sqlite3"
    assert environment.database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "WAL" in environment.database["OPTIONS"]["init_command"]


def test_production_with_everything_starts() -> None:
    environment = read(GOOD)
    assert environment.production
    assert environment.https
    assert environment.allowed_hosts == ("psa.example.org", "www.example.org")
    assert environment.database["HOST"] == "db.example.org"


def test_production_with_nothing_names_all_that_is_missing() -> None:
    with pytest.raises(ConfigurationError) as raised:
        read({"ROADSTEAD_ENV": "production"})
    for name in ("ROADSTEAD_SECRET_KEY", "ROADSTEAD_ALLOWED_HOSTS", "DATABASE_URL"):
        assert name in str(raised.value)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("ROADSTEAD_SECRET_KEY", "short", "too short"),
        ("ROADSTEAD_ALLOWED_HOSTS", "*", "name the hosts"),
        ("DATABASE_URL", "sqlite:///x.sqlite3", "PostgreSQL"),
        ("DATABASE_URL", "postgresql://user:secret@db:not-a-port/x", "DATABASE_URL cannot be read"),
        ("ROADSTEAD_ENV", "prod", "development or production"),
        ("ROADSTEAD_DECISIONS_PER_MINUTE", "many", "whole number"),
        ("ROADSTEAD_LARGEST_UPLOAD_MB", "0", "how many megabytes"),
    ],
)
def test_each_wrong_value_is_named_with_its_cure(name: str, value: str, words: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        read({**GOOD, name: value})
    assert name in str(raised.value)
    assert words in str(raised.value)


def test_no_message_repeats_a_secret() -> None:
    with pytest.raises(ConfigurationError) as raised:
        read({**GOOD, "ROADSTEAD_SECRET_KEY": "hush-hush", "DATABASE_URL": "postgresql://u:hidden@h:bad/x"})
    assert "hush-hush" not in str(raised.value)
    assert "hidden" not in str(raised.value)


def test_the_data_folder_can_be_moved(tmp_path: Path) -> None:
    environment = read({"ROADSTEAD_DATA_DIR": str(tmp_path)})
    assert environment.database["NAME"] == str(tmp_path / "roadstead.sqlite3")
