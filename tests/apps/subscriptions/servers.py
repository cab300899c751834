"""A mail server and a web server of this machine, real but small: they note what they get and answer as told."""

import email
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email import policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, HTTPServer
from socketserver import StreamRequestHandler, ThreadingTCPServer
from typing import Any


class Mailbox(ThreadingTCPServer):
    """An SMTP server (RFC 5321, as much as a client needs).

    refuse: what it answers to a command instead of 250; “220”: instead of its greeting.
    breaks: it takes a message and breaks off before it says so.
    hangs_up: it takes one message only and closes.
    """

    allow_reuse_address, daemon_threads, block_on_close = True, True, True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Smtp)
        self.refuse: dict[str, str] = {}
        self.breaks = self.hangs_up = False
        self.got: list[EmailMessage] = []
        self.to: list[str] = []

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class _Smtp(StreamRequestHandler):
    server: Mailbox

    def handle(self) -> None:
        self._say(self.server.refuse.get("220", "220 mail of a test"))
        for line in iter(lambda: self.rfile.readline().decode().strip(), ""):
            verb = line[:4].upper()
            if verb == "QUIT":
                self._say("221 bye")
                return
            if verb == "RCPT":
                self.server.to.append(line.partition("<")[2].partition(">")[0])
            if verb in self.server.refuse:
                self._say(self.server.refuse[verb])
            elif verb == "DATA":
                self._data()
                if self.server.breaks or self.server.hangs_up:
                    return
            else:
                self._say("250 fine")

    def _data(self) -> None:
        self._say("354 go on")
        read = iter(self.rfile.readline, b".\r\n")
        lines = [line.removeprefix(b".") if line.startswith(b"..") else line for line in read]
        made = email.message_from_bytes(b"".join(lines), policy=policy.default)
        assert isinstance(made, EmailMessage)
        self.server.got.append(made)
        if not self.server.breaks:
            self._say("250 taken")

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class Receiver(HTTPServer):
    """What a webhook leads to. answers: codes, one after another; the last is repeated."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Http)
        self.answers = [204]
        self.got: list[tuple[dict[str, str], bytes]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/psa?by=test"


class _Http(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((dict(self.headers), body))
        code = self.server.answers.pop(0) if len(self.server.answers) > 1 else self.server.answers[0]
        self.send_response(code)
        self.send_header("Location", "http://127.0.0.1:1/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_args: Any) -> None:
        """Nothing is said of what was asked."""


class Slow(ThreadingTCPServer):
    """What takes a call and never ends its answer: silent, or a byte at a time."""

    allow_reuse_address, daemon_threads, block_on_close = True, True, True

    def __init__(self, drips: bool) -> None:
        super().__init__(("127.0.0.1", 0), _Slow)
        self.drips, self.over = drips, threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/"

    def shutdown(self) -> None:
        self.over.set()
        super().shutdown()


class _Slow(StreamRequestHandler):
    server: Slow

    def handle(self) -> None:
        if self.server.drips:
            self.wfile.write(b"HTTP/1.1 204 No Content\r\nX-Slow: ")
        with suppress(OSError):
            while not self.server.over.wait(0.05):
                if self.server.drips:
                    self.wfile.write(b"x")


@contextmanager
def running(server: Any) -> Iterator[Any]:
    """A server that answers until the end."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
