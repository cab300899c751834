"""How many requests a live server is answering at this moment."""

from threading import Condition
from typing import Any

import pytest
from django.core.servers.basehttp import ServerHandler


class InHand:
    """Counts the requests that any live server of this process has begun and not finished."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._changed = Condition()
        self._count = 0
        run = ServerHandler.run

        def counted(handler: ServerHandler, application: Any) -> None:
            self._add(1)
            try:
                run(handler, application)
            finally:
                self._add(-1)

        patch.setattr(ServerHandler, "run", counted)

    def wait(self, seconds: float) -> None:
        """Wait until nothing is in hand. Raises TimeoutError."""
        with self._changed:
            if not self._changed.wait_for(lambda: self._count == 0, seconds):
                raise TimeoutError(f"{self._count} requests are still being answered after {seconds:g} s")

    def _add(self, more: int) -> None:
        with self._changed:
            self._count += more
            self._changed.notify_all()
