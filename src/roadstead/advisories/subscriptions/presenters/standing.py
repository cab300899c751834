"""How messages stand, in words, with addresses that only their owner knows again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from roadstead.advisories.models import EditionTold, Message, Sending
from roadstead.advisories.subscriptions.queries import outbox
from roadstead.common.access.viewer import Viewer

CHOICES = (Sending.QUEUED.value, Sending.UNKNOWN.value, Sending.GIVEN_UP.value)
TONES = {Sending.QUEUED: "ask", Sending.UNKNOWN: "alarm", Sending.GIVEN_UP: "alarm"}


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition with how many messages stand how; `open` has not ended yet."""

    told: EditionTold
    sent: int
    open: int
    unknown: int
    given_up: int


@dataclass(frozen=True, slots=True)
class Row:
    """A message in trouble. to: its address, masked."""

    message: Message
    to: str
    word: str
    tone: str
    due: datetime | None
    can_retry: bool


def editions(viewer: Viewer) -> list[EditionRow]:
    """The latest editions. Raises PermissionDenied."""
    found = list(outbox.editions(viewer))
    counts = outbox.counts(found)
    return [_edition(one, counts.get(one.pk, {})) for one in found]


def rows(found: Iterable[Message]) -> list[Row]:
    """Messages as lines of a table."""
    return [_row(one) for one in found]


def masked(email: str) -> str:
    """“a…@example.org”: enough to see whose server it is."""
    name, _at, host = email.rpartition("@")
    return f"{name[:1]}…@{host}"


def _edition(one: EditionTold, numbers: dict[str, int]) -> EditionRow:
    waits = sum(numbers.get(state, 0) for state in (Sending.QUEUED, Sending.CLAIMED, Sending.HANDING))
    ended = (numbers.get(state, 0) for state in (Sending.UNKNOWN, Sending.GIVEN_UP))
    return EditionRow(one, numbers.get(Sending.SENT, 0), waits, *ended)


def _row(one: Message) -> Row:
    state = Sending(one.state)
    due = one.due_at if state is Sending.QUEUED else None
    return Row(one, masked(one.subscription.email), str(state.label), TONES[state], due, due is None)
