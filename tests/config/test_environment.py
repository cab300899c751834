"""Settings from the environment: what is missing or wrong is said, all of it, with the cure."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from roadstead.config.environment import ConfigurationError, read

GOOD = {
    "ROADSTEAD_ENV": "production",
    "ROADSTEAD_SECRET_KEY": "k" * 50,
    "ROADSTEAD_ALLOWED_HOSTS": "psa.example.org, www.example.org",
    "DATABASE_URL": "postgresql://user:secret@db.example.org:5432/roadstead",
    "ROADSTEAD_SMTP_URL": "smtp://mailer:p%40ss@mail.example.org",
    "ROADSTEAD_EMAIL_FROM": "Port security <no-reply@example.org>",
}
OPENID = {
    "ROADSTEAD_OPENID_ISSUER": "https://login.example.org",
    "ROADSTEAD_OPENID_CLIENT_ID": "roadstead",
    "ROADSTEAD_OPENID_CLIENT_SECRET": "a secret",
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
    assert environment.site == "https://psa.example.org"


def test_production_with_nothing_names_all_that_is_missing() -> None:
    with pytest.raises(ConfigurationError) as raised:
        read({"ROADSTEAD_ENV": "production"})
    for name in set(GOOD) - {"ROADSTEAD_ENV"}:
        assert f"{name} " in str(raised.value)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("ROADSTEAD_SECRET_KEY", "short", "too short"),
        ("ROADSTEAD_ALLOWED_HOSTS", "*", "name the hosts"),
        ("DATABASE_URL", "sqlite:///x.sqlite3", "PostgreSQL"),
        ("DATABASE_URL", "postgresql://user:secret@db:not-a-port/x", "DATABASE_URL cannot be read"),
        ("ROADSTEAD_ENV", "prod", "development or production"),
        ("ROADSTEAD_DECISIONS_PER_MINUTE", "many", "whole number"),
        ("ROADSTEAD_RECOVERY_HOURS", "0", "at least one hour"),
        ("ROADSTEAD_RECOVERY_HOURS", "soon", "whole number"),
        ("ROADSTEAD_SMTP_URL", "http://mail.example.org", "write smtp://"),
        ("ROADSTEAD_SMTP_URL", "smtp://", "write smtp://"),
        ("ROADSTEAD_SMTP_URL", "smtp://mail.example.org:post", "write smtp://"),
        ("ROADSTEAD_OPENID_ISSUER", "http://login.example.org", "https"),
        ("ROADSTEAD_LARGEST_UPLOAD_MB", "0", "how many megabytes"),
        ("ROADSTEAD_SITE", "psa.example.org", "address of the site"),
        ("ROADSTEAD_SITE", "https://psa.example.org/advisory", "address of the site"),
    ],
)
def test_each_wrong_value_is_named_with_its_cure(name: str, value: str, words: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        read({**GOOD, name: value})
    assert name in str(raised.value)
    assert words in str(raised.value)


def test_no_message_repeats_a_secret() -> None:
    with pytest.raises(ConfigurationError) as raised:
        read(
            {
                **GOOD,
                "ROADSTEAD_SECRET_KEY": "hush-hush",
                "DATABASE_URL": "postgresql://u:hidden@h:bad/x",
                "ROADSTEAD_SMTP_URL": "smtp://u:hidden@h:bad",
                "ROADSTEAD_OPENID_CLIENT_SECRET": "hush-hush",
            }
        )
    assert "hush-hush" not in str(raised.value)
    assert "hidden" not in str(raised.value)


def test_the_data_folder_can_be_moved(tmp_path: Path) -> None:
    environment = read({"ROADSTEAD_DATA_DIR": str(tmp_path)})
    assert environment.database["NAME"] == str(tmp_path / "roadstead.sqlite3")


def test_messages_go_to_a_folder_until_there_is_a_server() -> None:
    assert read({}).email_backend == "roadstead.common.outbox.FolderBackend"
    environment = read(GOOD)
    assert environment.email_backend == "django.core.mail.backends.smtp.EmailBackend"
    assert environment.email_from == "Port security <no-reply@example.org>"
    server = environment.email_server
    assert (server["EMAIL_HOST"], server["EMAIL_PORT"]) == ("mail.example.org", 587)
    assert (server["EMAIL_HOST_USER"], server["EMAIL_HOST_PASSWORD"]) == ("mailer", "p@ss")
    assert (server["EMAIL_USE_TLS"], server["EMAIL_USE_SSL"]) == (True, False)


def test_a_mail_server_may_speak_tls_from_the_first_byte() -> None:
    server = read({**GOOD, "ROADSTEAD_SMTP_URL": "smtps://mail.example.org"}).email_server
    assert (server["EMAIL_PORT"], server["EMAIL_USE_TLS"], server["EMAIL_USE_SSL"]) == (465, False, True)


def test_a_provider_of_sign_in_is_configured_whole() -> None:
    assert read({}).openid_providers == {}
    with pytest.raises(ConfigurationError, match="ROADSTEAD_OPENID_ISSUER and ROADSTEAD_OPENID_CLIENT_SECRET missing"):
        read({**GOOD, "ROADSTEAD_OPENID_CLIENT_ID": "roadstead"})
    (app,) = read({**GOOD, **OPENID, "ROADSTEAD_OPENID_NAME": "Harbour login"}).openid_providers["openid_connect"][
        "APPS"
    ]
    assert (app["client_id"], app["secret"], app["name"]) == ("roadstead", "a secret", "Harbour login")
    assert app["settings"]["server_url"] == "https://login.example.org"
    assert app["settings"]["oauth_pkce_enabled"]


def test_an_owner_has_a_day_to_stop_a_recovery() -> None:
    assert read({}).recovery_hours == 24


def test_cookies_are_for_https_alone_in_production(tmp_path: Path) -> None:
    asked = "from django.conf import settings as s; print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, "
    asked += "s.SESSION_COOKIE_HTTPONLY, s.CSRF_COOKIE_HTTPONLY, s.SECURE_SSL_REDIRECT)"
    environ = {
        **os.environ,
        **GOOD,
        "ROADSTEAD_DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "roadstead.config.settings",
    }
    done = subprocess.run([sys.executable, "-c", asked], env=environ, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True"] * 5
