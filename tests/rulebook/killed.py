"""A process that publishes an edition and is killed before its nth touch of the disk; for test_killed.py.

Usage: killed.py FOLDER. For n = 1, 2, 3 … a child of its own is killed at step n, in a fresh copy; what it leaves is
printed, one line of JSON each, until a child comes through.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

from roadstead.rulebook import load, publishing, seal
from tests.rulebook.new import TODAY, edition

TOUCHES = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir"}


def child(folder: Path, last: int) -> None:
    left = [last]

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event in TOUCHES and str(folder) in str(arguments[0]):
            left[0] -= 1
            if left[0] < 0:
                os._exit(9)

    sys.addaudithook(watch)
    publishing.publish(folder, edition(), today=TODAY)
    os._exit(0)


def main(parent: Path) -> None:
    before = load().digest
    for step in range(500):
        folder = Path(tempfile.mkdtemp(dir=parent)) / "rulebook"
        pid = os.fork()
        if pid == 0:
            child(folder, step)
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        found = load(extra=folder).digest
        names = sorted(path.name for path in (folder / "published").glob("*")) if folder.is_dir() else []
        again = publishing.publish(folder, edition(), today=TODAY)
        seal.check(again.folder)
        after = sorted(path.name for path in (folder / "published").iterdir())
        told = {"code": code, "old": found == before, "new": found == again.digest, "left": names, "after": after}
        print(json.dumps(told), flush=True)
        if code == 0:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]))
