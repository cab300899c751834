"""One call of a webhook: to the address that was looked at, with the certificate of its name, led nowhere else."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from threading import Event, Timer

from django.utils.translation import gettext as _
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError

from roadstead.advisories.models import Webhook
from roadstead.advisories.subscriptions.destinations import Destination, DestinationError, resolve
from roadstead.advisories.subscriptions.signing import secret, signature
from roadstead.common import clock

SECONDS = 10.0  # that it may be silent
WHOLE = 20.0  # seconds for all of it: one that answers a byte at a time holds up nobody longer
GONE = 410


@dataclass(frozen=True, slots=True)
class Answer:
    """How a call ended. code: what was answered, None where nothing was; why: "" where it was taken."""

    code: int | None
    why: str

    @property
    def taken(self) -> bool:
        return not self.why


def call(webhook: Webhook, number: str, body: bytes) -> Answer:
    """Send a body, signed. The answer is its code alone: its text is not read, and it is followed nowhere."""
    try:
        place = resolve(webhook.address)
    except DestinationError as error:
        return Answer(None, str(error))
    headers = {
        "Host": place.named,
        "Content-Type": "application/json",
        "User-Agent": "Roadstead",
        "Roadstead-Delivery": number,
        "Roadstead-Signature": signature(secret(webhook), body, clock.now()),
    }
    with _line(place) as (line, over):
        try:
            line.request("POST", place.path, body=body, headers=headers)
            code = int(line.getresponse().status)
        except (HTTPError, HTTPException, OSError, ValueError) as error:
            return Answer(None, _late() if over.is_set() or _in_vain(error) else _not_called(error))
        if over.is_set():  # cut while it answered
            return Answer(None, _late())
    if 200 <= code < 300:
        return Answer(code, "")
    return Answer(code, _("It answered %(code)s.") % {"code": code})


def _in_vain(error: Exception) -> bool:
    """Whether it was waited for until the end."""
    return isinstance(error, TimeoutError | ConnectTimeoutError) and not isinstance(error, NewConnectionError)


def _late() -> str:
    return _("It did not answer in time.")


def _not_called(error: Exception) -> str:
    return _("It could not be called (%(why)s).") % {"why": type(error).__name__}


@contextmanager
def _line(place: Destination) -> Iterator[tuple[HTTPConnection, Event]]:
    """A connection that is cut after a while, whatever is done with it; and whether it was."""
    line, over = _connection(place), Event()

    def cut() -> None:
        over.set()
        if line.sock is not None:
            socket.socket.shutdown(line.sock, socket.SHUT_RDWR)

    end = Timer(WHOLE, cut)
    end.daemon = True
    end.start()
    try:
        yield line, over
    finally:
        end.cancel()
        line.close()


def _connection(place: Destination) -> HTTPConnection:
    if place.scheme == "http":
        return HTTPConnection(place.address, place.port, timeout=SECONDS)
    return HTTPSConnection(
        place.address,
        place.port,
        timeout=SECONDS,
        cert_reqs="CERT_REQUIRED",
        server_hostname=place.host,
        assert_hostname=place.host,
    )
