"""A process that takes notices in and is killed (SIGKILL) at a point; for test_taking_together.

python -m tests.apps.watch.killed POINT MOMENT FILE | folder POINT is one of: second, receipt, moving
"""

import os
import signal
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import django


def die(*_args: object, **_more: object) -> Any:
    os.kill(os.getpid(), signal.SIGKILL)


def main(point: str, path: Path) -> None:
    from roadstead.arrivals import folder
    from roadstead.arrivals.actions import taking, versions
    from roadstead.arrivals.enums import Origin
    from roadstead.common.access.viewer import system

    taken: Any = taking
    if point == "second":  # in the middle of the transaction of the second notice
        told, left = versions._tell, [2]

        def tell(*args: Any) -> None:
            left[0] -= 1
            told(*args) if left[0] else die()

        versions._tell = tell
    elif point == "receipt":  # every notice is kept, and the receipt is not
        taken.keep_sending = die
    by = system("the tests")
    if point == "moving":  # all is kept, and the file not yet moved
        changed: Any = folder
        changed._put = die
        folder.take_in_folder(path, by=by)
    else:
        taken.take_in(body=path.read_bytes(), name=path.name, origin=Origin.FOLDER, by=by)


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "roadstead.config.settings"
    django.setup()
    from roadstead.common import clock

    at, moment, where = sys.argv[1:]
    clock.now = lambda: datetime.fromisoformat(moment)
    main(at, Path(where))
