"""One call of a webhook: to the address that was looked at, with the certificate of its name, led nowhere else."""

from dataclasses import dataclass
from typing import Any

import urllib3
from django.utils.translation import gettext as _
from urllib3.exceptions import HTTPError

from roadstead.advisories.models import Webhook
from roadstead.advisories.subscriptions.destinations import Destination, DestinationError, resolve
from roadstead.advisories.subscriptions.signing import secret, signature
from roadstead.common import clock

SECONDS = urllib3.Timeout(connect=5, read=10)
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
    try:
        with _pool(place) as pool:
            answer: Any = pool.urlopen(
                "POST", place.path, body=body, headers=headers, redirect=False, retries=False, preload_content=False
            )
            code = int(answer.status)
            answer.close()
    except (HTTPError, OSError, ValueError) as error:
        return Answer(None, _("It could not be called (%(why)s).") % {"why": type(error).__name__})
    if 200 <= code < 300:
        return Answer(code, "")
    return Answer(code, _("It answered %(code)s.") % {"code": code})


def _pool(place: Destination) -> urllib3.HTTPConnectionPool:
    if place.scheme == "http":
        return urllib3.HTTPConnectionPool(place.address, place.port, timeout=SECONDS, maxsize=1)
    return urllib3.HTTPSConnectionPool(
        place.address,
        place.port,
        timeout=SECONDS,
        maxsize=1,
        cert_reqs="CERT_REQUIRED",
        server_hostname=place.host,
        assert_hostname=place.host,
    )
