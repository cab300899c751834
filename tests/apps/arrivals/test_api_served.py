"""The API as it is really served: Granian in a process of its own, on loopback."""

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.apps.arrivals.api_calls import NOTICE, URL

PATIENCE = 30  # seconds until it must answer
JSON = {"Content-Type": "application/json"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a server of its own, with a limit of 60 decisions a minute."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "staticfiles").mkdir()
    number = free_port()
    told = {
        "ROADSTEAD_DATA_DIR": str(folder),
        "ROADSTEAD_DECISIONS_PER_MINUTE": "60",
        "DATABASE_URL": f"sqlite:///{folder / 'none.sqlite3'}",
    }
    command = [Path(sys.executable).with_name("granian"), "--interface", "wsgi", "--port", str(number), "--no-ws"]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [*command, "--blocking-threads", "4", "roadstead.config.wsgi:application"],
            env={**os.environ, **told},
            stdout=log,
            stderr=log,
        )
        try:
            wait_for(number, server, folder / "log")
            yield number
        finally:
            server.terminate()
            try:
                server.wait(PATIENCE)
            finally:
                server.kill()
    assert "SECRET SHIP" not in (folder / "log").read_text()


def wait_for(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(PATIENCE * 10):
        assert server.poll() is None, log.read_text()
        try:
            if ask(port, "GET", "/healthz")[0] == 200:
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"no answer within {PATIENCE} seconds: {log.read_text()}")


def ask(port: int, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


def in_pieces(port: int, body: bytes) -> bytes:
    """The answer to a body that arrives bit by bit, as over a slow line."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.putrequest("POST", URL)
    connection.putheader("Content-Type", "application/json")
    connection.putheader("Content-Length", str(len(body)))
    connection.endheaders()
    for start in range(0, len(body), 200):
        connection.send(body[start : start + 200])
        time.sleep(0.02)
    try:
        return connection.getresponse().read()
    finally:
        connection.close()


def test_served(port: int, socket_enabled: None) -> None:
    """One story, in order: the limit of the server is shared by everything asked of it."""
    body = json.dumps(NOTICE).encode()
    status, headers, answer = ask(port, "POST", URL, body, **JSON)
    assert status == 200
    assert headers["content-type"] == "application/json"
    assert headers["ratelimit"].startswith('"decisions";r=59')
    assert json.loads(answer)["outcome"] == "does_not_apply"

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda _: ask(port, "POST", URL, body, **JSON), range(16)))
    assert {status for status, _, _ in together} == {200}
    assert {said for _, _, said in together} == {answer}

    assert in_pieces(port, body) == answer

    # Python's own client writes the whole body before it reads: it must live to read the answer.
    status, headers, said = ask(port, "POST", URL, b" " * 50_000_000, **JSON)
    assert status == 422
    assert headers["content-type"] == "application/problem+json"
    assert "1,048,576 bytes" in json.loads(said)["errors"][0]["message"]

    status, headers, _ = ask(port, "GET", URL)
    assert (status, headers["allow"]) == (405, "POST, OPTIONS")

    answers = [ask(port, "POST", URL, body, **JSON) for _ in range(50)]
    assert {status for status, _, _ in answers} == {200, 429}
    assert 1 <= int(answers[-1][1]["retry-after"]) <= 60
