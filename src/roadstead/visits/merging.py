"""How what is typed on a device becomes part of a note: field by field, late or twice, whatever its clock says.

A device says by its own clock when something was typed, and what that clock shows as it sends. A difference
to the server's clock that is no small one is taken off, so that a clock that is years wrong orders its own texts as
well as another's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

RIGHT = timedelta(minutes=1)  # by which a clock that is right may differ, and a message be late


@dataclass(frozen=True, slots=True)
class Sent:
    """A value of a field as a device sends it. base: the revision of the field that the device last had, 0 for none."""

    value: str
    device_at: datetime
    base: int


@dataclass(frozen=True, slots=True)
class Device:
    """Who sends: the device by a name of its own making, its person, and when by its own clock and by the server's."""

    name: str
    by: int
    sent_at: datetime
    server_at: datetime

    def by_server(self, device_at: datetime) -> datetime:
        """An instant of the device's clock by the server's, never later than now.

        A clock that is right is left as it is: the time that a message takes would put two texts in a wrong order.
        """
        if abs(self.server_at - self.sent_at) < RIGHT:
            return min(self.server_at, device_at)
        return min(self.server_at, self.server_at - max(timedelta(0), self.sent_at - device_at))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a value. taken: it stands now, with this stamp; aside: a text kept beside it, and its stamp."""

    taken: bool
    stamp: dict[str, Any]
    aside: tuple[str, Mapping[str, Any]] | None = None


def merge(now: str, stamp: Mapping[str, Any] | None, sent: Sent, device: Device) -> Outcome | None:
    """Hold a value against what stands; None where nothing changes. The later one stands; the other is kept aside."""
    if stamp is None:
        return Outcome(True, stamped(sent, device, 1)) if sent.value else None
    if now == sent.value:
        return None
    new = stamped(sent, device, stamp["revision"] + 1)
    ours = stamp["name"] == device.name and datetime.fromisoformat(stamp["device"]) <= sent.device_at
    if sent.base == stamp["revision"] or ours:
        return Outcome(True, new)
    if datetime.fromisoformat(stamp["at"]) <= device.by_server(sent.device_at):
        return Outcome(True, new, (now, stamp) if now else None)
    return Outcome(False, dict(stamp), (sent.value, new) if sent.value else None)


def stamped(sent: Sent, device: Device, revision: int) -> dict[str, Any]:
    """The stamp of a value that stands."""
    return {
        "revision": revision,
        "name": device.name,
        "by": device.by,
        "device": sent.device_at.isoformat(),
        "at": device.by_server(sent.device_at).isoformat(),
        "server": device.server_at.isoformat(),
    }
