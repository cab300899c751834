"""A notice on its way in, with all that is worked out of it before the database is asked to keep anything."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import msgspec

from roadstead.advisories.queries import judge
from roadstead.arrivals import bridge
from roadstead.arrivals.intake.places import resolve
from roadstead.common import clock
from roadstead.core.decision import Decision
from roadstead.wire.incoming.asked import check
from roadstead.wire.incoming.difference import Change
from roadstead.wire.incoming.value import Incoming, Transaction, moment

LONGEST_NUMBER = 80


class Given:
    """One notice. sha256: of what it says; voyage: the same for whoever says it; changes: to the version before.

    missing, asked, content, findings: as `Received` keeps them. ports: by path, as resolved.
    """

    def __init__(self, incoming: Incoming, settled: Mapping[str, str] | None = None) -> None:
        self.incoming = incoming
        self.sha256 = incoming.digest.removeprefix("sha256:")
        self.voyage = incoming.voyage_digest
        self.number = (incoming.notice_id or "")[:LONGEST_NUMBER]
        self.eta, self.created = moment(incoming.arrival.eta), moment(incoming.created)
        self.cancels = incoming.transaction is Transaction.CANCEL
        self.changes: tuple[Change, ...] = ()
        self.received_at = clock.now()
        self.settle(settled or {})

    def settle(self, settled: Mapping[str, str]) -> None:
        """Resolve its places. settled: ports by path that somebody has named. What hung on the places is forgotten."""
        found = resolve(self.incoming, dict(settled))
        self.ports, self.asked = found.ports, found.asked
        for name in ("missing", "content", "decision"):
            self.__dict__.pop(name, None)

    @property
    def port(self) -> str:
        """The port of arrival, "" where it is not resolved."""
        return self.ports.get("arrival", "")

    @cached_property
    def missing(self) -> list[str]:
        return list(self.incoming.missing(self.ports))

    @cached_property
    def content(self) -> str:
        return bridge.content_of(self.incoming.document(self.ports))

    @cached_property
    def findings(self) -> list[dict[str, Any]]:
        return [msgspec.to_builtins(one) for one in check(self.incoming, self.received_at)]

    @cached_property
    def decision(self) -> Decision:
        """What the judge says today. Raises NoticeError for what no judge can read: a year 2205, hidden characters."""
        return judge(clock.today()).decide(bridge.notice_of(self.content))

    def ready(self) -> "Given":
        """The same, with everything worked out; one that cancels is not judged. Raises NoticeError."""
        for name in ("content", "findings", *(() if self.cancels else ("decision",))):
            getattr(self, name)
        return self
