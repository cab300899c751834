"""A process that publishes an edition, or sends messages of it, and is killed (SIGKILL) at a point; for test_killed.py.

python -m tests.apps.drafting.killed publish POINT MOMENT DRAFT PERSON
python -m tests.apps.drafting.killed send POINT MOMENT PORT
"""

import os
import signal
import sys
from datetime import datetime
from typing import Any

import django


def die(*_args: object, **_more: object) -> Any:
    os.kill(os.getpid(), signal.SIGKILL)


def after(work: Any, times: int = 1) -> Any:
    """The work, done so often; killed right after the last."""
    left = [times]

    def done(*args: Any, **more: Any) -> Any:
        answer = work(*args, **more)
        left[0] -= 1
        return answer if left[0] else die()

    return done


def publish(point: str, draft: str, person: str) -> None:
    from roadstead.accounts.models import User
    from roadstead.advisories.drafting import queries
    from roadstead.advisories.drafting.actions import publishing
    from roadstead.rulebook import staging
    from tests.people import viewer

    module: Any = publishing
    if point == "written":  # the files lie there under a hidden name
        staging.settle = die
    elif point == "settled":  # they have their name; nothing says so yet
        staging.settle = after(staging.settle)
    elif point == "queueing":
        module.queue_edition = die
    elif point == "queued":  # all is done but the transaction
        module.queue_edition = after(module.queue_edition)
    by = viewer(User.objects.get(pk=person))
    held = queries.readable(by).get(pk=draft)
    module.publish_draft(draft=held, revision=held.revision, by=by)


def send(point: str, port: str) -> None:
    from django.conf import settings

    from roadstead.advisories.subscriptions import worker
    from roadstead.advisories.subscriptions.actions import working
    from roadstead.common.access.viewer import system

    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", int(port), 5
    changed: Any = working
    if point == "claimed":  # messages are this worker's, and none was made
        changed.claim = after(working.claim)
    elif point == "handing":  # it said that it hands one over, and did not
        changed.hand_over = after(working.hand_over)
    elif point == "taken":  # the server has it, and nobody wrote that down
        changed.was_sent = die
    elif point == "between":  # one was sent, the next was not
        changed.was_sent = after(working.was_sent)
    worker.send_messages(system("the tests"))


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "roadstead.config.settings"
    django.setup()
    from roadstead.common import clock

    what, at, moment, *rest = sys.argv[1:]
    clock.now = lambda: datetime.fromisoformat(moment)
    {"publish": publish, "send": send}[what](at, *rest)
