"""Where in a notice something stands: `calls[2].port`, `calls[2].measures.logged`, `arrival.eta`."""

import re

PATH = re.compile(r"calls\[(?P<call>\d+)\](?:\.(?P<rest>.+))?")


def call_of(path: str) -> int | None:
    """The place of the call that a path speaks of; None where it speaks of none."""
    found = PATH.fullmatch(path)
    return int(found["call"]) if found else None
