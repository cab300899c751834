"""The way in from the console script. Imports nothing of ours until it stands ready for an interruption."""

import signal
import sys
from types import FrameType

INTERRUPTED, TERMINATED = 130, 143  # as shells say it
_asked_to_end: list[int] = []


def _end(number: int, frame: FrameType | None) -> None:
    """Somebody asked this process to end: it cleans up as it does after Ctrl+C."""
    _asked_to_end.append(number)
    raise KeyboardInterrupt


def run() -> None:
    """Whatever goes wrong ends in one clear message, and nothing is left half-written."""
    signal.signal(signal.SIGTERM, _end)
    try:
        _run()
    except KeyboardInterrupt:
        sys.exit(TERMINATED if _asked_to_end else INTERRUPTED)
    except SystemExit:
        if _asked_to_end:
            sys.exit(TERMINATED)
        raise


def _run() -> None:
    from roadstead.cli.main import run as command

    command()
