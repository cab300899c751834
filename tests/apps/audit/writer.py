"""A process that writes events, as a worker of the server does; run by the test of concurrent writers.

python -m tests.apps.audit.writer migrate
python -m tests.apps.audit.writer write NUMBER
python -m tests.apps.audit.writer die           (in the middle of an action)
python -m tests.apps.audit.writer assert        (that nothing was left half done)
"""

import os
import sys

import django


def write(number: int) -> None:
    from roadstead.accounts.models import User
    from tests.apps.audit.things import rename
    from tests.people import almighty

    ana = User.objects.get(name="Ana Reyes")
    for one in range(number):
        rename(person=ana, to=f"{os.getpid()} {one}", by=almighty(), nickname=f"nick {one}")


def die() -> None:
    """Write a row, and be killed before the event is."""
    from roadstead.accounts.models import User
    from roadstead.audit.actions import action
    from roadstead.common.access.viewer import Viewer
    from tests.people import almighty

    @action
    def dying(*, by: Viewer) -> None:
        User.objects.filter(name="Ana Reyes").update(organisation="half done")
        os._exit(9)

    dying(by=almighty())


def nothing_half_done() -> None:
    from roadstead.accounts.models import User

    assert User.objects.get(name="Ana Reyes").organisation != "half done"


def force(statement: str) -> None:
    from django.db import connection

    from roadstead.audit import triggers

    triggers.take_away(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement)


def migrate() -> None:
    from django.core.management import call_command

    from tests.people import person

    call_command("migrate", verbosity=0)
    person("Ana Reyes")


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "roadstead.config.settings"
    django.setup()
    word, *rest = sys.argv[1:]
    if word == "write":
        write(int(rest[0]))
    elif word == "force":
        force(rest[0])
    else:
        {"die": die, "assert": nothing_half_done, "migrate": migrate}[word]()
