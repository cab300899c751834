"""One process that writes, for benchmarks.audit: `act` by a real action, `bare` the same rows without an event."""

import json
import os
import sys
from collections.abc import Callable
from time import monotonic, perf_counter_ns

import django

WRITERS = 4


def main(what: str, number: int, times: int) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "roadstead.config.settings"
    django.setup()
    if what == "migrate":
        _migrate()
        return
    write = _writer(what, number)
    for warm in range(5):
        write(f"warm {warm}")
    print("ready", flush=True)
    sys.stdin.readline()
    taken, begun = [], monotonic()
    for one in range(times):
        start = perf_counter_ns()
        write(f"Example Lines {os.getpid()} {one}")
        taken.append(perf_counter_ns() - start)
    print(json.dumps({"begun": begun, "ended": monotonic(), "taken": taken}))


def _migrate() -> None:
    from django.core.management import call_command

    from roadstead.accounts.models import User
    from roadstead.common import clock

    call_command("migrate", interactive=False, verbosity=0)
    for number in range(WRITERS):
        User.objects.create(name=f"Writer {number}", email=f"writer{number}@example.org", joined_at=clock.now())


def _writer(what: str, number: int) -> Callable[[str], None]:
    """What is measured: a person changes the organisation in the own profile."""
    from django.db import transaction

    from roadstead.accounts.actions.people import change_profile
    from roadstead.accounts.models import User
    from roadstead.common.access.viewer import Viewer

    person = User.objects.get(name=f"Writer {number}")
    by = Viewer(user_id=person.pk, name=person.name)

    def act(text: str) -> None:
        change_profile(person=person, name=person.name, organisation=text, language="en", time_zone="UTC", by=by)

    def bare(text: str) -> None:
        with transaction.atomic():
            person.organisation = text
            person.save(update_fields=["organisation"])

    return {"act": act, "bare": bare}[what]


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
