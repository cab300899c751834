"""An installation of its own, a mail server, a receiver of webhooks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from roadstead.advisories.subscriptions.actions.queueing import notice_editions
from tests.apps.subscriptions.servers import Mailbox, Receiver, running
from tests.apps.subscriptions.telling import BY, TODAY
from tests.conftest import FrozenClock


@pytest.fixture(autouse=True)
def folder(db: None, clock: FrozenClock, settings: object, tmp_path: Path) -> Path:
    """The data folder; what the package ships was told of already."""
    clock.set(TODAY)
    settings.DATA_DIR = tmp_path  # type: ignore[attr-defined]
    settings.SITE_ADDRESS = "https://psa.example.org"  # type: ignore[attr-defined]
    notice_editions(by=BY)
    return tmp_path


@pytest.fixture
def mailbox(settings: object) -> Iterator[Mailbox]:
    """A mail server that the product sends to."""
    with running(Mailbox()) as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port  # type: ignore[attr-defined]
        settings.EMAIL_TIMEOUT = 5  # type: ignore[attr-defined]
        yield server


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """What a webhook leads to."""
    with running(Receiver()) as server:
        yield server
