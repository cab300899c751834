"""The suite on both databases: everything on SQLite, then what touches a database on PostgreSQL.

The PostgreSQL is a real one, from a wheel; `tests/conftest.py` starts and stops it. The last line
printed is the test runner's own summary.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--long", action="store_true", help="run the long tests too")
    long = parser.parse_args().long
    marks = [] if long else ["-m", "not long"]
    workers = ["-n", str(min(os.cpu_count() or 1, 4)), "--dist", "loadgroup"]
    print("On SQLite:", flush=True)
    first = run(*workers, *marks)
    print("On PostgreSQL:", flush=True)
    second = run("tests/apps", *workers, *marks, ROADSTEAD_TEST_DATABASE="postgresql")
    if first:
        print("The run on SQLite, above, failed.", file=sys.stderr)
    return first or second


def run(*arguments: str, **environment: str) -> int:
    command = [sys.executable, "-m", "pytest", "-q", *arguments]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
