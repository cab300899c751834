"""Make `.venv` with uv in it, on a machine that has nothing but Python 3.11 or newer.

Standard library only; run by the Makefile with the machine's own python3. Neither pip nor ensurepip is
needed (Debian's python3 has neither): uv is one file in a wheel, taken from where the lock file says and
checked against the lock file's hash. Where that place is not reachable, the machine's pip is asked.
"""

import io
import platform
import shutil
import subprocess
import sys
import sysconfig
import urllib.request
import venv
import zipfile
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
SECONDS = 120


def main() -> int:
    """Build the environment; say what to do where the machine lacks something."""
    if sys.version_info < (3, 11):
        return fail("Roadstead needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")
    if (VENV / "bin" / "uv").exists():
        return 0
    try:
        venv.create(VENV, with_pip=False, clear=True)
        put_uv()
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        shutil.rmtree(VENV, ignore_errors=True)
        return fail(
            f"The environment could not be built: {error}. Is the Python package index reachable from here? "
            "When it is, run make again."
        )
    return 0


def put_uv() -> None:
    """Put uv into the environment, from the lock file's own address or else through the machine's pip."""
    wheel = locked_wheel()
    target = VENV / "bin" / "uv"
    try:
        target.write_bytes(program(download(wheel["url"], wheel["hash"])))
        target.chmod(0o755)
    except OSError:
        python = str(VENV / "bin" / "python")
        subprocess.run(
            [sys.executable, "-m", "pip", "--python", python, "install", "-q", "uv>=0.13.9,<0.14"], check=True
        )


def locked_wheel() -> dict[str, str]:
    """The lock file's wheel of uv for this machine. ValueError where there is none."""
    import tomllib

    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    wheels: list[dict[str, str]] = next(entry for entry in lock["package"] if entry["name"] == "uv")["wheels"]
    system, machine = sysconfig.get_platform().split("-")[0], platform.machine().lower()
    machine = {"amd64": "x86_64", "arm64": "arm64" if system == "macosx" else "aarch64"}.get(machine, machine)
    kind = "musllinux" if "musl" in (sysconfig.get_config_var("SOABI") or "") else "manylinux"
    wanted = kind if system == "linux" else system
    for wheel in wheels:
        name = wheel["url"].rsplit("/", 1)[-1]
        if wanted in name and machine in name:
            return wheel
    raise ValueError(f"the lock file has no uv for {system} on {machine}")


def download(url: str, expected: str) -> bytes:
    """The wheel's bytes, its hash verified."""
    with urllib.request.urlopen(url, timeout=SECONDS) as response:
        body: bytes = response.read()
    if f"sha256:{sha256(body).hexdigest()}" != expected:
        raise ValueError(f"{url} is not what the lock file names")
    return body


def program(wheel: bytes) -> bytes:
    """uv itself, out of its wheel."""
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".data/scripts/uv"))
        return archive.read(name)


def fail(message: str) -> int:
    print(f"\n{message}\n", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
