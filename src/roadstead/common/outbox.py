"""Messages into a folder, for an installation without a mail server: one file each, in the order they were sent."""

import email
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.message import EmailMessage as Parsed
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from roadstead.common import clock

NAME = re.compile(r"\d{8}T\d{12}-[0-9a-f]{8}")


class FolderBackend(BaseEmailBackend):
    """Writes messages as files (RFC 5322) that any mail program opens."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        folder = Path(settings.OUTBOX)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for message in email_messages:
            self._write(folder, message.message())
        return len(email_messages)

    def _write(self, folder: Path, message: Any) -> None:
        name = f"{clock.now():%Y%m%dT%H%M%S%f}-{uuid4().hex[:8]}.eml"
        partial = folder / f".{name}"
        partial.write_bytes(message.as_bytes())
        partial.rename(folder / name)


@dataclass(frozen=True, slots=True)
class Kept:
    """A message of the folder, as text alone."""

    name: str
    subject: str
    to: str
    sender: str
    at: datetime | None
    body: str


def names() -> list[str]:
    """The names of all messages, the newest first."""
    return sorted(
        (path.stem for path in Path(settings.OUTBOX).glob("*.eml") if NAME.fullmatch(path.stem)), reverse=True
    )


def read(name: str) -> Kept | None:
    """A message by its name; None for a name that is none, or a message that is not there."""
    path = Path(settings.OUTBOX) / f"{name}.eml"
    if not NAME.fullmatch(name) or not path.is_file():
        return None
    message = email.message_from_bytes(path.read_bytes(), policy=policy.default)
    assert isinstance(message, Parsed)  # what this policy makes
    return Kept(
        name,
        str(message["Subject"] or ""),
        str(message["To"] or ""),
        str(message["From"] or ""),
        _at(message),
        _body(message),
    )


def _at(message: Parsed) -> datetime | None:
    try:
        return parsedate_to_datetime(str(message["Date"]))
    except ValueError:
        return None


def _body(message: Parsed) -> str:
    """The plain text of a message; what else it holds is not shown."""
    part = message.get_body(preferencelist=("plain",))
    return str(part.get_content()) if part is not None else ""
