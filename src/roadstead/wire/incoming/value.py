"""`Incoming`: the one canonical value of a notice that came in, whatever file it came in."""

import hashlib
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec

from roadstead.wire.incoming import judged
from roadstead.wire.incoming.aboard import Cargo, People
from roadstead.wire.incoming.base import Part, Remark, When
from roadstead.wire.incoming.parties import Party, Role
from roadstead.wire.incoming.places import Arrival, Call, Leg
from roadstead.wire.incoming.ship import Certificates, Vessel, Voyage

_ENCODER = msgspec.json.Encoder(order="deterministic")
_GROUPS = frozenset(("voyage", "vessel", "arrival", "certificates", "cargo", "place"))


class Transaction(StrEnum):
    """What the sender does with the notice."""

    INITIAL = "initial"
    UPDATE = "update"
    CANCEL = "cancel"


class Kind(StrEnum):
    """Which way the ship goes."""

    ARRIVAL = "arrival"
    DEPARTURE = "departure"


class Incoming(Part, frozen=True):
    """One notice as it came in. `received_at` is not part of it: it is a fact of the receiver.

    calls: as listed, the last port among them (`Call.is_last_port`) where the list does not have it already.
    shape, not_understood and remarks say how it was read; they are no content and stand outside the digest.
    not_understood: names of elements, columns or fields, never their values.
    """

    notice_id: str | None = None
    transaction: Transaction | None = None
    kind: Kind | None = None
    created: When | None = None
    parties: tuple[Party, ...] = ()
    voyage: Voyage = Voyage()
    vessel: Vessel = Vessel()
    arrival: Arrival = Arrival()
    departure: Leg | None = None
    next_port: Leg | None = None
    last_port: Leg | None = None
    calls: tuple[Call, ...] = ()
    calls_note: str | None = None  # the sender's comment, as where fewer than five ports are listed
    certificates: Certificates = Certificates()
    cargo: Cargo = Cargo()
    crew: People | None = None
    others: People | None = None
    shape: str = ""
    not_understood: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def canonical(self) -> bytes:
        """Canonical JSON of the content: equal for equal content, on every machine."""
        return _canonical(msgspec.structs.replace(self, shape="", not_understood=(), remarks=()))

    @property
    def digest(self) -> str:
        """SHA-256 of the content, for the receipt."""
        return _sha256(self.canonical())

    @property
    def voyage_digest(self) -> str:
        """SHA-256 without who sent it, when and under which number, in whatever order the calls are listed.

        Equal where two agents send the same.
        """
        calls = tuple(sorted(self.calls, key=_ENCODER.encode))
        same = msgspec.structs.replace(
            self, notice_id=None, transaction=None, created=None, parties=(), calls=calls,
            shape="", not_understood=(), remarks=(),
        )  # fmt: skip
        return _sha256(_canonical(same))

    def party(self, role: Role) -> Party | None:
        return next((party for party in self.parties if party.role is role), None)

    def stored(self) -> bytes:
        """Everything, remarks too, as JSON for keeping; `restore` reads it back."""
        return _ENCODER.encode(self)

    def document(self, places: judged.Places | None = None) -> dict[str, Any]:
        """The `roadstead/notice/1` document. places: UN/LOCODE by path (“arrival”, “calls[0]”), as resolved above.

        What is not known is left out; a call without a departure or a country cannot be judged and is left out,
        and `missing` names it.
        """
        return judged.document(self.vessel, self.arrival, self.calls, places or {})

    def missing(self, places: judged.Places | None = None) -> tuple[str, ...]:
        """The paths of what a verdict needs and this notice does not say: “arrival.port”, “calls[2].departed”."""
        return judged.missing(self.arrival, self.calls, places or {})


def restore(stored: bytes) -> Incoming:
    """A notice as `stored` wrote it. Raises msgspec.DecodeError for anything else."""
    return msgspec.json.decode(stored, type=Incoming)


def moment(when: When | None) -> datetime | None:
    """The moment of a time, None where there is none."""
    return when.moment if when else None


def _canonical(notice: Incoming) -> bytes:
    """What is not said is left out, whole groups too, so that a field or a group added later changes no old digest."""
    return _ENCODER.encode(_pruned(msgspec.to_builtins(notice)))


def _pruned(node: Any) -> Any:
    """Without empty groups. Lists stay as they are: an empty list of people says that there are none."""
    if isinstance(node, list):
        return [_pruned(one) for one in node]
    if not isinstance(node, dict):
        return node
    inner = {name: _pruned(value) for name, value in node.items()}
    return {name: value for name, value in inner.items() if value != {} or name not in _GROUPS}


def _sha256(content: bytes) -> str:
    return "sha256:" + hashlib.sha256(content).hexdigest()
