"""Make `.venv` with uv in it, on a machine that has nothing but Python 3.11 or newer.

Standard library only; run by the Makefile with the machine's own python3.
"""

import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
UV = "uv>=0.9,<0.14"


def main() -> int:
    """Build the environment; say what to do where the machine lacks something."""
    if sys.version_info < (3, 11):
        return fail(f"Roadstead needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    if (VENV / "bin" / "uv").exists():
        return 0
    try:
        make_environment()
    except (subprocess.CalledProcessError, OSError) as error:
        shutil.rmtree(VENV, ignore_errors=True)
        return fail(
            f"The environment could not be built ({error}). Is the package index reachable? "
            "Behind a mirror set PIP_INDEX_URL and UV_DEFAULT_INDEX, then run make again."
        )
    return 0


def make_environment() -> None:
    """A virtual environment with uv, with pip's help where the machine's Python has ensurepip, else without."""
    try:
        venv.create(VENV, with_pip=True, clear=True)
        run(str(VENV / "bin" / "python"), "-m", "pip", "install", "--quiet", UV)
    except subprocess.CalledProcessError:
        # Debian's python3 comes without ensurepip: the machine's pip, if any, can fill a bare environment.
        venv.create(VENV, with_pip=False, clear=True)
        run(sys.executable, "-m", "pip", "--python", str(VENV / "bin" / "python"), "install", "--quiet", UV)


def run(*command: str) -> None:
    subprocess.run(command, check=True)  # noqa: S603 - our own commands


def fail(message: str) -> int:
    print(f"\n{message}\n", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
