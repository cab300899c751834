"""`roadstead serve` and `roadstead manage`: the commands that need Django."""

import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from roadstead.cli.output import EXIT_USAGE, complain

DEMONSTRATION = 200_000  # invented voyages: about two years and a half of arrivals


def manage(arguments: Sequence[str]) -> int:
    """Run a management command; its exit status."""
    if not configured():
        return EXIT_USAGE
    from django.core.management import execute_from_command_line

    execute_from_command_line(["roadstead manage", *arguments])
    return 0


def serve(*, host: str, port: int, workers: int, scale: int | None = None) -> int:
    """Prepare, then become the server. Returns only if it cannot start. scale: of the demonstration."""
    if not configured():
        return EXIT_USAGE
    if not _free(host, port):
        complain(f"port {port} on {host} is taken. Stop what uses it, or choose another: PORT={port + 1} make start.")
        return EXIT_USAGE
    if why := _prepare(scale):
        complain(why)
        return EXIT_USAGE
    _greet(host, port)
    _name_the_site(host, port)
    _work_beside()
    granian = str(Path(sys.executable).with_name("granian"))
    command = [granian, "--interface", "wsgi", "--host", host, "--port", str(port), "--workers", str(workers)]
    command += ["--log-level", "warning", "--no-ws", "--blocking-threads", "4", "roadstead.config.wsgi:application"]
    return os.execv(granian, command)  # noqa: S606 - our own server, in our own environment


def _name_the_site(host: str, port: int) -> None:
    """While the product is tried out, links in its messages lead to where it is served."""
    from django.conf import settings

    if not settings.ENVIRONMENT.production and host in ("127.0.0.1", "localhost"):
        os.environ.setdefault("ROADSTEAD_SITE", f"http://{host}:{port}")


def _work_beside() -> None:
    """While the product is tried out, one command does everything; in production the worker is a service of its own."""
    from django.conf import settings

    if not settings.ENVIRONMENT.production:
        # It ends with this process, whatever that becomes.
        command = [str(Path(sys.executable).with_name("roadstead")), "work", "--parent", str(os.getpid())]
        subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command


def configured() -> bool:
    """Whether Django is ready; where it is not, what is missing was said."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "roadstead.config.settings")
    import django

    # The layer above cannot be imported here; its own error says what is missing.
    try:
        django.setup()
    except ValueError as error:
        complain(str(error))
        return False
    return True


def _free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _prepare(scale: int | None) -> str:
    """Make everything ready; why not, where the demonstration that is asked for cannot be made here."""
    from django.conf import settings
    from django.core.management import call_command

    from roadstead.cli import demonstration

    Path(settings.DATA_DIR).mkdir(parents=True, exist_ok=True)
    print("Preparing the database ...", flush=True)
    call_command("migrate", interactive=False, verbosity=0)
    if not settings.ENVIRONMENT.production and (why := demonstration.refused(scale)):
        return why
    _guard_the_events()
    _guard_the_portfolios()
    _guard_the_visits()
    _guard_the_packets()
    _guard_the_logs()
    print("Loading countries, ports and zones ...", flush=True)
    call_command("load_reference_data", verbosity=0)
    print("Laying out static files ...", flush=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    if settings.ENVIRONMENT.production:
        _warn_of_invented_people()
    else:
        _invent_voyages(Path(settings.DATA_DIR) / "voyages")  # first: cases count what they do to ships
        demonstration.make(scale)
    call_command("index_search", if_needed=True, verbosity=0)
    return ""


def _guard_the_events() -> None:
    """A migration may have made their table anew, and SQLite's triggers go with the old one."""
    from django.db import connection

    from roadstead.audit import guards

    if gone := guards.restore(connection):
        complain(f"the database did not guard its events; laid anew: {', '.join(gone)}. Run “roadstead audit verify”.")


def _guard_the_portfolios() -> None:
    """As above: without its triggers, the table would take two responsible officers for one day."""
    from django.db import connection

    from roadstead.registry import guards

    if gone := guards.restore(connection):
        complain(f"the database did not guard its portfolios; laid anew: {', '.join(gone)}.")


def _guard_the_visits() -> None:
    """As above: without its trigger, a visit would go from any state to any other."""
    from django.db import connection

    from roadstead.visits import state_guard

    if gone := state_guard.restore(connection):
        complain(f"the database did not guard the states of visits; laid anew: {', '.join(gone)}.")


def _guard_the_packets() -> None:
    """As above: without its trigger, the evidence of a signed case could be changed."""
    from django.db import connection

    from roadstead.determinations import packet_guard

    if gone := packet_guard.restore(connection):
        complain(f"the database did not guard its frozen packets; laid anew: {', '.join(gone)}.")


def _guard_the_logs() -> None:
    """As above: without its trigger, an entry of a log of measures could be changed."""
    from django.db import connection

    from roadstead.arrivals import log_guard

    if gone := log_guard.restore(connection):
        complain(f"the database did not guard the logs of measures; laid anew: {', '.join(gone)}.")


def _warn_of_invented_people() -> None:
    """They cannot sign in here; but a database with them was a demonstration, and may hold more that is made up."""
    from roadstead.accounts import demonstration

    if number := demonstration.left_over():
        complain(f"{number} invented people of a demonstration are in this database. They are not let in.")


def _people() -> str:
    """The invented people as a table for the greeting, made if they are not there yet; "" in production."""
    from django.conf import settings

    if settings.ENVIRONMENT.production:
        return ""
    from roadstead.accounts import demonstration

    lines = [f"  {one.person.role.label:<31}{one.person.email:<36}{one.password}" for one in demonstration.make()]
    return "\nInvented people, to sign in as (or use the buttons at /demonstration/):\n\n" + "\n".join(lines) + "\n"


def _invent_voyages(folder: Path) -> None:
    """Voyages for the what-if page, once; a demonstration without any shows nothing."""
    if folder.exists():
        return
    print(f"Inventing {DEMONSTRATION:,} voyages ...", flush=True)
    folder.mkdir(parents=True)
    generate = [str(Path(sys.executable).with_name("roadstead")), "generate", str(DEMONSTRATION)]
    # In a process of its own: what it loads would stay with the server.
    done = subprocess.run([*generate, str(folder / "demonstration")], check=False, stdout=subprocess.DEVNULL)  # noqa: S603
    if done.returncode:
        folder.rmdir()
        complain("the voyages were not made; the what-if page has none until “roadstead generate” is run.")


def _greet(host: str, port: int) -> None:
    address = f"http://{host}:{port}"
    print(
        f"""
Roadstead is at {address}

  Check a voyage   {address}/check/
  The advisory     {address}/advisory/
  What if ...      {address}/desk/what-if/
  For programs     {address}/api/v1/docs
{_people()}
Try first: the worked example on the voyage checker. No account is needed.
Then: {address}/demonstration/ signs you in as one of the people above.
Stop with Ctrl+C; what was loaded is kept.
""",
        flush=True,
    )
