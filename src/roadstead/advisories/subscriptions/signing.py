"""What links and webhooks are signed with: all of it derived from the installation's secret, none of it stored."""

import hashlib
import hmac
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core import signing
from django.utils.crypto import salted_hmac

from roadstead.advisories.models import Webhook
from roadstead.common import clock

CONFIRM, LEAVE, SECRET = "advisories.subscribe", "advisories.leave", "advisories.webhook"
GOOD_FOR = timedelta(hours=48)  # that a link of a message can be confirmed
PREFIX = "rsw_"


class LinkError(ValueError):
    """A link that is no link of ours, or one that is too old; `expired` says which."""

    def __init__(self, expired: bool) -> None:
        super().__init__("expired" if expired else "forged")
        self.expired = expired


def confirm_link(said: list[Any]) -> str:
    """What a subscription is made of, signed, with the moment until which it can be confirmed."""
    until = int((clock.now() + GOOD_FOR).timestamp())
    return signing.dumps([until, said], salt=CONFIRM, compress=True)


def confirmed(token: str) -> list[Any]:
    """What a link holds. Raises LinkError."""
    try:
        until, said = signing.loads(token, salt=CONFIRM)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise LinkError(expired=False) from error
    if clock.now().timestamp() > until:
        raise LinkError(expired=True)
    return list(said)


def leave_link(uid: UUID) -> str:
    """A link by which a subscription is left. It never grows old: an old message must be good for leaving."""
    return signing.Signer(salt=LEAVE).sign(uid.hex)


def leaving(token: str) -> UUID | None:
    """Whose link it is; None for one that is no link of ours."""
    try:
        return UUID(signing.Signer(salt=LEAVE).unsign(token))
    except (signing.BadSignature, ValueError):
        return None


def secret(webhook: Webhook) -> str:
    """The secret of a webhook, in the generation that is in use."""
    made = salted_hmac(SECRET, f"{webhook.uid.hex}.{webhook.generation}", algorithm="sha256")
    return PREFIX + made.hexdigest()


def signature(key: str, body: bytes, at: datetime) -> str:
    """The header `Roadstead-Signature`: the second, and HMAC-SHA256 over `second.body` with the secret as shown."""
    second = int(at.timestamp())
    digest = hmac.new(key.encode(), f"{second}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={second},v1={digest}"
