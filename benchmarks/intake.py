"""A process that takes notices in, one transaction each: python -m benchmarks.intake FIRST COUNT.

It says “ready”, waits for a line, and says when it began and ended, in seconds of the wall clock. DATABASE_URL names
the database; `python -m benchmarks.intake prepare` makes its tables and loads the reference data.
"""

import json
import os
import sys
import time
from collections.abc import Iterator

WEIGHTS = (7, 6, 5, 4, 3, 2)
ALIKE = 1_000  # notices that differ in more than their ship


def main(asked: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "roadstead.config.settings")
    import django
    from django.core.management import call_command

    django.setup()
    if asked == ["prepare"]:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("load_reference_data", verbosity=0)
        return 0
    first, count = map(int, asked)
    bodies = list(documents(first, count + 50))
    _take(bodies[count:])  # what is read once for all is read
    print("ready", flush=True)
    sys.stdin.readline()
    began = time.time()
    _take(bodies[:count])
    print(began, time.time(), flush=True)
    return 0


def _take(bodies: list[bytes]) -> None:
    from roadstead.arrivals.actions.taking import take_one
    from roadstead.arrivals.enums import Origin
    from roadstead.common.access.viewer import system
    from roadstead.wire.incoming.reading import read

    by = system("make bench")
    for number, body in enumerate(bodies):
        for found in read(body, "bench"):
            told = take_one(found=found, at=str(number), origin=Origin.API, by=by)
            if told.outcome != "new":
                raise ValueError(f"{told.ship}: {told.outcome} {told.words}")


def documents(first: int, count: int) -> Iterator[bytes]:
    """Invented notices, each of a ship of its own."""
    from benchmarks.notices import notices
    from roadstead.advisories import queries as advisories

    made = [json.loads(body) for body in notices(advisories.rule_book(), ALIKE)]
    for number in range(first, first + count):
        document = made[number % ALIKE]
        vessel = document["vessel"] | {"name": f"BENCHMARK {number}", "imo": imo(number)}
        agent = {"name": "Agency (invented)", "email": "duty@agency.example"}
        yield json.dumps(document | {"vessel": vessel, "agent": agent, "notice": {"id": f"B-{number}"}}).encode()


def imo(number: int) -> str:
    """Seven digits with a good check digit."""
    digits = f"{100_000 + number % 900_000:06}"
    return digits + str(sum(int(one) * weight for one, weight in zip(digits, WEIGHTS, strict=True)) % 10)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
