"""`roadstead serve` and `roadstead manage`, from the outside."""

import os
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

from .conftest import COMMAND, Roadstead


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answer(url: str) -> int:
    with urllib.request.urlopen(url, timeout=5) as response:
        return int(response.status)


@pytest.mark.long
def test_it_serves_from_nothing_with_no_terminal_and_keeps_the_data(roadstead: Roadstead, tmp_path: Path) -> None:
    port = free_port()
    command = [COMMAND, "serve", "--port", str(port)]
    environment = {**os.environ, "ROADSTEAD_DATA_DIR": str(tmp_path)}
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            deadline = time.monotonic() + 480  # it invents a world, on a machine that may be busy
            while time.monotonic() < deadline and server.poll() is None:
                try:
                    if answer(f"http://127.0.0.1:{port}/healthz") == 200:
                        break
                except OSError:  # nobody listens yet, or it answers slowly
                    time.sleep(0.3)
            assert answer(f"http://127.0.0.1:{port}/readyz") == 200
            for page in ("/", "/advisory/", "/check/", "/api/v1/docs", "/reference/"):
                assert answer(f"http://127.0.0.1:{port}{page}") == 200
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(20)
    said = (tmp_path / "log").read_text()
    assert f"http://127.0.0.1:{port}" in said
    assert "Traceback" not in said
    larger = roadstead("serve", "--port", str(port), "--scale", "2", ROADSTEAD_DATA_DIR=str(tmp_path))
    assert larger.returncode == 2
    assert "SCALE=1 is here already, and is kept" in larger.stderr


def test_a_taken_port_is_said_so(roadstead: Roadstead, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = roadstead("serve", "--port", str(port), ROADSTEAD_DATA_DIR=str(tmp_path))
    assert done.returncode == 2
    assert f"port {port}" in done.stderr
    assert "PORT=" in done.stderr


@pytest.mark.parametrize("command", [["serve"], ["manage", "check"]])
def test_production_without_its_settings_refuses_with_every_cure(roadstead: Roadstead, command: list[str]) -> None:
    done = roadstead(*command, ROADSTEAD_ENV="production", DATABASE_URL="")
    assert done.returncode == 2
    for name in ("ROADSTEAD_SECRET_KEY", "ROADSTEAD_ALLOWED_HOSTS", "DATABASE_URL"):
        assert name in done.stderr
    assert "Traceback" not in done.stderr


def test_manage_passes_its_arguments_on(roadstead: Roadstead, tmp_path: Path) -> None:
    done = roadstead("manage", "check", "--fail-level", "WARNING", ROADSTEAD_DATA_DIR=str(tmp_path))
    assert done.returncode == 0
    assert "no issues" in done.stdout
