"""Messages into a folder, for an installation without a mail server: one file each, in the order they were sent."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from roadstead.common import clock


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
