"""Settings come from the environment; what is missing or wrong is said, all of it at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

import dj_database_url

REPOSITORY = Path(__file__).resolve().parents[3]
SHORTEST_SECRET = 50
SQLITE_OPTIONS = {
    # Writers queue instead of failing half way; readers never wait for a writer.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}


class ConfigurationError(ValueError):
    """The environment does not make a working installation; the message lists every cure."""


@dataclass(frozen=True, slots=True)
class Environment:
    """What the environment says, checked. `database` is a Django DATABASES entry."""

    production: bool
    secret_key: str
    allowed_hosts: tuple[str, ...]
    database: dict[str, Any]
    data_dir: Path
    decisions_per_minute: int
    largest_upload_mb: int
    trusted_proxies: int
    https: bool
    openid_providers: dict[str, Any]
    email_backend: str
    email_from: str
    email_server: dict[str, Any]
    recovery_hours: int
    site: str
    notices_folder: Path | None


def read(environ: Mapping[str, str]) -> Environment:
    """Read and check the environment.

    Raises ConfigurationError with one line for each variable that is missing or wrong.
    """
    problems: list[str] = []
    mode = environ.get("ROADSTEAD_ENV", "development")
    if mode not in ("development", "production"):
        problems.append(f"ROADSTEAD_ENV is “{mode}”: write development or production.")
    production = mode == "production"
    data_dir = Path(environ.get("ROADSTEAD_DATA_DIR") or REPOSITORY / "var").absolute()
    hosts = _hosts(environ, production, problems)
    https = environ.get("ROADSTEAD_HTTPS", "1" if production else "0") not in ("0", "false", "no")
    environment = Environment(
        production=production,
        secret_key=_secret_key(environ, production, problems),
        allowed_hosts=hosts,
        database=_database(environ, production, data_dir, problems),
        data_dir=data_dir,
        decisions_per_minute=_whole_number(environ, "ROADSTEAD_DECISIONS_PER_MINUTE", 600, problems),
        largest_upload_mb=_largest_upload(environ, problems),
        trusted_proxies=_whole_number(environ, "ROADSTEAD_TRUSTED_PROXIES", 0, problems),
        https=https,
        site=_site(environ, production, https, hosts, problems),
        openid_providers=_openid(environ, problems),
        recovery_hours=_recovery_hours(environ, problems),
        notices_folder=_folder(environ, "ROADSTEAD_NOTICES_FOLDER", problems),
        **_email(environ, production, problems),
    )
    if problems:
        raise ConfigurationError("Roadstead cannot start:\n" + "\n".join(f"  * {line}" for line in problems))
    return environment


def _secret_key(environ: Mapping[str, str], production: bool, problems: list[str]) -> str:
    secret = environ.get("ROADSTEAD_SECRET_KEY", "")
    if production and not secret:
        problems.append(
            "ROADSTEAD_SECRET_KEY is missing: make one with "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(50))' and keep it out of the repository."
        )
    elif production and len(secret) < SHORTEST_SECRET:
        problems.append(f"ROADSTEAD_SECRET_KEY is too short: give at least {SHORTEST_SECRET} characters.")
    return secret or "development-only-key-never-used-in-production-mode"


def _hosts(environ: Mapping[str, str], production: bool, problems: list[str]) -> tuple[str, ...]:
    hosts = tuple(host.strip() for host in environ.get("ROADSTEAD_ALLOWED_HOSTS", "").split(",") if host.strip())
    if production and not hosts:
        problems.append("ROADSTEAD_ALLOWED_HOSTS is missing: name the hosts served, as in psa.example.org,example.org.")
    if production and "*" in hosts:
        problems.append("ROADSTEAD_ALLOWED_HOSTS is “*”: name the hosts, so that no other name is answered.")
    return hosts or ("127.0.0.1", "localhost", "[::1]")


def _site(
    environ: Mapping[str, str], production: bool, https: bool, hosts: tuple[str, ...], problems: list[str]
) -> str:
    """The address that messages lead to, which are made where nobody asks for a page: without a slash at its end."""
    usual = f"{'https' if https else 'http'}://{hosts[0].lstrip('.')}{'' if production else ':8000'}"
    site = environ.get("ROADSTEAD_SITE", usual).rstrip("/")
    parts = urlsplit(site)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.path or parts.query:
        problems.append(f"ROADSTEAD_SITE is “{site}”: write the address of the site, as in https://psa.example.org.")
    return site


def _database(environ: Mapping[str, str], production: bool, data_dir: Path, problems: list[str]) -> dict[str, Any]:
    url = environ.get("DATABASE_URL", "")
    if production and not url.startswith(("postgres://", "postgresql://")):
        problems.append(
            "DATABASE_URL does not name a PostgreSQL database: write postgresql://user:password@host:5432/name. "
            "The embedded SQLite file is for trying things out."
        )
        return {}
    try:
        embedded = f"sqlite:///{data_dir / 'roadstead.sqlite3'}"
        entry: dict[str, Any] = {**dj_database_url.parse(url or embedded, conn_max_age=60)}
    except (ValueError, KeyError) as error:
        problems.append(f"DATABASE_URL cannot be read ({error}): write postgresql://user:password@host:5432/name.")
        return {}
    if entry["ENGINE"].endswith("sqlite3"):
        entry["OPTIONS"] = SQLITE_OPTIONS
    return entry


def _whole_number(environ: Mapping[str, str], name: str, default: int, problems: list[str]) -> int:
    text = environ.get(name, "")
    if not text:
        return default
    if not text.isascii() or not text.isdigit():
        problems.append(f"{name} is “{text}”: write a whole number, as in {default}.")
        return default
    return int(text)


def _largest_upload(environ: Mapping[str, str], problems: list[str]) -> int:
    largest = _whole_number(environ, "ROADSTEAD_LARGEST_UPLOAD_MB", 25, problems)
    if not largest:
        problems.append("ROADSTEAD_LARGEST_UPLOAD_MB is 0: write how many megabytes a file may have, as in 25.")
    return largest


def _recovery_hours(environ: Mapping[str, str], problems: list[str]) -> int:
    hours = _whole_number(environ, "ROADSTEAD_RECOVERY_HOURS", 24, problems)
    if hours < 1:
        problems.append("ROADSTEAD_RECOVERY_HOURS is 0: leave an owner at least one hour to stop a recovery.")
    return hours


def _folder(environ: Mapping[str, str], name: str, problems: list[str]) -> Path | None:
    """A folder by its whole path; it need not be there yet."""
    said = environ.get(name, "")
    if said and not Path(said).is_absolute():
        problems.append(f"{name} is “{said}”: write the whole path, as in /srv/notices.")
    return Path(said) if said else None


def _openid(environ: Mapping[str, str], problems: list[str]) -> dict[str, Any]:
    """One OpenID Connect provider, if any of its variables is set: then all of them must be."""
    names = ("ISSUER", "CLIENT_ID", "CLIENT_SECRET")
    said = {name: environ.get(f"ROADSTEAD_OPENID_{name}", "") for name in names}
    if not any(said.values()):
        return {}
    lacking = [f"ROADSTEAD_OPENID_{name}" for name, value in said.items() if not value]
    if lacking:
        problems.append(f"{' and '.join(lacking)} missing: sign-in by OpenID Connect needs issuer, client and secret.")
    if said["ISSUER"] and not said["ISSUER"].startswith("https://"):
        problems.append(f"ROADSTEAD_OPENID_ISSUER is “{said['ISSUER']}”: write an https address.")
    provider = {
        "provider_id": "openid",
        "name": environ.get("ROADSTEAD_OPENID_NAME", "Single sign-on"),
        "client_id": said["CLIENT_ID"],
        "secret": said["CLIENT_SECRET"],
        "settings": {"server_url": said["ISSUER"], "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [provider]}}


def _email(environ: Mapping[str, str], production: bool, problems: list[str]) -> dict[str, Any]:
    """Where messages go: to a folder that a page shows, and in production to a server."""
    url = environ.get("ROADSTEAD_SMTP_URL", "")
    sender = environ.get("ROADSTEAD_EMAIL_FROM", "Roadstead <no-reply@roadstead.example>")
    if production and not url:
        problems.append("ROADSTEAD_SMTP_URL is missing: write smtp://user:password@host:587 (smtps:// for port 465).")
    if production and "ROADSTEAD_EMAIL_FROM" not in environ:
        problems.append("ROADSTEAD_EMAIL_FROM is missing: write the address that messages come from.")
    if not url:
        return {
            "email_backend": "roadstead.common.outbox.FolderBackend", "email_from": sender, "email_server": {}
        }  # fmt: skip
    parts = urlsplit(url)
    port = _port(parts)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or port is None:
        problems.append("ROADSTEAD_SMTP_URL cannot be read: write smtp://user:password@host:587, or smtps:// with 465.")
    server = {
        "EMAIL_HOST": parts.hostname or "",
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp",
        "EMAIL_TIMEOUT": 10,
    }
    return {
        "email_backend": "django.core.mail.backends.smtp.EmailBackend",
        "email_from": sender,
        "email_server": server,
    }


def _port(parts: SplitResult) -> int | None:
    """The port of a mail server, or the usual one; None for one that cannot be read."""
    try:
        return parts.port or (465 if parts.scheme == "smtps" else 587)
    except ValueError:
        return None
