"""`roadstead work`: what has to be done without anybody asking, over and over, until it is told to stop."""

import logging
import os
import signal
import time
from dataclasses import dataclass
from types import FrameType

from roadstead.cli.output import EXIT_USAGE
from roadstead.cli.serve import configured

logger = logging.getLogger(__name__)
TICK = 1.0  # seconds between two looks at what is due


@dataclass(slots=True)
class Job:
    """A management command and how often it runs, in seconds. due: on the clock that only goes forward."""

    command: str
    every: float
    due: float = 0.0


def jobs() -> list[Job]:
    """What is done, the most pressing first. Each may run as often as it likes, and beside itself."""
    from django.conf import settings

    return [
        *([Job("take_in_folder", 5)] if settings.NOTICES_FOLDER else []),
        Job("judge_again", 10),
        Job("send_questions", 60),
        Job("end_waivers", 300),
        Job("end_voyages", 300),
        *([] if settings.ENVIRONMENT.production else [Job("invent_notices", 20)]),
        Job("send_subscriptions", 60),
        Job("send_chasers", 3_600),
        Job("send_digests", 3_600),
    ]


def work(*, once: bool, parent: int | None = None) -> int:
    """Do what is due until a signal says to stop, or until the parent is gone; the exit status.

    A job that fails is told in the log and tried again when it is due next; the others go on.
    """
    if not configured():
        return EXIT_USAGE
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    held = jobs()
    failed = [one for one in held if not _run(one)]
    if once:
        return 1 if failed else 0
    while parent is None or os.getppid() == parent:
        time.sleep(TICK)
        for one in held:
            if time.monotonic() >= one.due:
                _run(one)
    return 0


def _run(job: Job) -> bool:
    from django.core.management import CommandError, call_command
    from django.db import DatabaseError, close_old_connections

    job.due = time.monotonic() + job.every
    close_old_connections()
    try:
        call_command(job.command)
    except (CommandError, DatabaseError, OSError) as error:
        logger.warning("%s failed and is tried again in %s seconds: %s", job.command, int(job.every), error)
        return False
    return True


def _stop(number: int, frame: FrameType | None) -> None:
    raise SystemExit(0)
