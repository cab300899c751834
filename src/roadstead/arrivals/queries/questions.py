"""Questions to the ship's side: what the judge and the notice leave open, and what was asked already."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from roadstead.advisories.queries import judge
from roadstead.arrivals import bridge
from roadstead.arrivals.enums import Side
from roadstead.arrivals.models import Arrival, Message, Received
from roadstead.common import clock
from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer
from roadstead.wire.incoming.difference import told
from roadstead.wire.incoming.paths import call_of
from roadstead.wire.incoming.value import Incoming, restore

OWN = "who holds the secret of a link reads the question that it was given for"


@dataclass(frozen=True, slots=True)
class Open:
    """A question that may be asked. path: in the notice as it came in."""

    path: str
    text: str


def current(arrival: Arrival) -> Received:
    """The version of its notice that counts."""
    return Received.objects.filter(arrival=arrival, current=True).stated().get()


def open_questions(arrival: Arrival) -> list[Open]:
    """What is open: the judge's questions first, then places and items that the notice leaves open; each path once."""
    held = current(arrival)
    if not held.stored:
        return []
    incoming = restore(held.stored.encode())
    kept = kept_calls(incoming, held.missing)
    found: dict[str, str] = {}
    for one in judge(clock.today()).decide(bridge.notice_of(held.content)).questions:
        number = call_of(one.field)
        if number is not None and number < len(kept):
            found.setdefault(one.field.replace(f"calls[{number}]", f"calls[{kept[number]}]", 1), one.text)
    for row in held.asked:
        found.setdefault(row["path"], _("Which port is “%(said)s”?") % {"said": row["said"]})
    for path in held.missing:
        if path.removesuffix(".port") not in found:
            found.setdefault(path, _missing(path, incoming))
    return [Open(path, text) for path, text in found.items()]


def kept_calls(incoming: Incoming, missing: list[str]) -> list[int]:
    """The places of the calls that the judge was given, in their order; those that lack something are left out."""
    out = {call_of(path) for path in missing}
    return [number for number in range(len(incoming.calls)) if number not in out]


def thread(arrival: Arrival) -> GuardedQuerySet[Message]:
    """The messages of an arrival that was read for somebody, the first one first."""
    return Message.objects.filter(arrival=arrival).stated().select_related("written_by")


def waiting_question(arrival: Arrival, field: str) -> Message | None:
    """A question about the same fact that waits for its answer."""
    rows = Message.objects.filter(arrival=arrival, field=field, side=Side.WATCH, settled_at__isnull=True).stated()
    return rows.exclude(field="").select_related("written_by").first()


def question_of(digest: str) -> Message | None:
    """The question of a link; None for none of ours."""
    rows = Message.objects.for_the_system(OWN).select_related("written_by")
    return rows.filter(link=digest).first() if digest else None


def arrival_of(question: Message) -> Arrival:
    """The arrival that a question of a link speaks of."""
    return Arrival.objects.for_the_system(OWN).get(pk=question.arrival_id)


def answer_to(question: Message) -> Message | None:
    """The answer of a question that was read for somebody."""
    return Message.objects.filter(answers=question).stated().select_related("written_by").first()


def version_at(question: Message) -> Received:
    """The version of the notice that counted when a question was asked."""
    rows = Received.objects.filter(arrival=question.arrival_id, received_at__lte=question.written_at).stated()
    found = rows.exclude(stored="").order_by("-number").first()
    return found or Received.objects.filter(arrival=question.arrival_id, current=True).stated().get()


def answered(arrival: Arrival) -> GuardedQuerySet[Message]:
    """Answers that said a fact of the notice, the first one first."""
    rows = Message.objects.filter(arrival=arrival, side=Side.SHIP).exclude(value="").exclude(field="").stated()
    return rows.order_by("pk")


def readable_question(viewer: Viewer, arrival: Arrival, pk: int) -> Message | None:
    """A question of the thread of an arrival, for who may read it."""
    return Message.objects.visible_to(viewer).filter(arrival=arrival, pk=pk, side=Side.WATCH).first()


def _missing(path: str, incoming: Incoming) -> str:
    number = call_of(path)
    if number is None:
        return {"arrival.port": _("At which port will the ship arrive?")}.get(path, path)
    call: dict[str, Any] = {"call": told(incoming.calls[number]) or number + 1}
    if path.endswith("departed"):
        return _("When did the ship leave %(call)s?") % call
    return _("In which country is %(call)s?") % call
