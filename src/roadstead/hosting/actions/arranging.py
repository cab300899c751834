"""Arranging what a delegation needs: steps with owner and day, interpreters, costs with who pays."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.hosting.actions.shape import held_at, person_of
from roadstead.hosting.enums import CostState, State, StepKind, StepState
from roadstead.hosting.errors import HostingError, line_of
from roadstead.hosting.events import Arranged
from roadstead.hosting.models import Cost, HostingRequest, Interpreter, Step
from roadstead.hosting.models.requests import LONGEST_NAME, LONGEST_WHY

ARRANGED = (State.MATCHED, State.PLANNED, State.HOSTED)
MOST_DOLLARS = 10_000_000
# What is usually to be done, by whom, and how many days before the visit: our own suggestion, to be changed.
USUAL: tuple[tuple[StepKind, Any, int], ...] = (
    (StepKind.INVITATION, gettext_lazy("liaison officer"), 60),
    (StepKind.VISAS, gettext_lazy("US embassy"), 45),
    (StepKind.CLEARANCE, gettext_lazy("headquarters"), 30),
    (StepKind.FACILITIES, gettext_lazy("host unit"), 21),
    (StepKind.INTERPRETERS, gettext_lazy("liaison officer"), 21),
    (StepKind.TRAVEL, gettext_lazy("the State"), 14),
)


@dataclass(frozen=True, slots=True)
class StepSaid:
    """A step as it is typed."""

    kind: StepKind
    owner: str
    due_on: date
    what: str = ""


def lay_steps(held: Any, by: Viewer) -> None:
    """The usual steps of a visit that has its days, where none was written; inside of an action."""
    if Step.objects.filter(request=held).stated().exists():
        return
    now, today = clock.now(), clock.today()
    for kind, owner, before in USUAL:
        due = max(today, held.first_on - timedelta(days=before))
        said = {"kind": kind, "owner": str(owner), "due_on": due}
        Step.objects.create(request=held, **said, by_id=person_of(by), at=now)


@action
def add_step(*, request: HostingRequest, uid: UUID, said: StepSaid, by: Viewer) -> Step:
    """Write a step. The same `uid` again writes nothing more. Raises as `shape.held_at`; HostingError."""
    held = held_at(request, by, *ARRANGED)
    if before := Step.objects.filter(request=held, uid=uid).stated().first():
        unchanged()
        return before
    if said.due_on < clock.today():
        raise HostingError(_("That day is over."), "due_on")
    made: Step = Step.objects.create(
        uid=uid,
        request=held,
        kind=said.kind,
        what=line_of(said.what, most=LONGEST_WHY, field="what"),
        owner=line_of(said.owner, most=LONGEST_NAME, field="owner", must=_("Say who sees to it.")),
        due_on=said.due_on,
        by_id=person_of(by),
        at=clock.now(),
    )
    record(Arranged(what=f"step {said.kind.value}"), subject=held, by=by)
    return made


@action
def end_step(*, request: HostingRequest, step: int, state: StepState, note: str, by: Viewer) -> Step:
    """Say what became of a step, or open it again. Raises as `shape.held_at`; HostingError."""
    held = held_at(request, by, *ARRANGED)
    row: Any = Step.objects.filter(request=held, pk=step).stated().select_for_update().first()
    if row is None:
        raise HostingError(_("There is no such step."))
    said = line_of(note, most=LONGEST_WHY, field="note")
    if state == StepState.NOT_NEEDED and not said:
        raise HostingError(_("Say why the step is not needed."), "note")
    if (row.state, row.note) == (state, said):
        unchanged()
        return row  # type: ignore[no-any-return]
    row.state, row.note = state, said
    row.ended_on = None if state == StepState.OPEN else clock.today()
    row.save(update_fields=["state", "note", "ended_on"])
    record(Arranged(what=f"step {row.kind}", state=state.value), subject=held, by=by)
    return row  # type: ignore[no-any-return]


@action
def add_interpreter(
    *, request: HostingRequest, uid: UUID, language: str, provider: str, settled: bool, by: Viewer
) -> Interpreter:
    """Write down interpreting. The same `uid` again says anew whether it is settled, and by whom.

    Raises as `shape.held_at`; HostingError.
    """
    held = held_at(request, by, *ARRANGED)
    fields: dict[str, Any] = {
        "language": line_of(language, most=60, field="language", must=_("Say which language.")),
        "provider": line_of(provider, most=LONGEST_NAME, field="provider"),
        "settled": settled,
    }
    if settled and not fields["provider"]:
        raise HostingError(_("Say from where the interpreter comes."), "provider")
    fields |= {"by_id": person_of(by), "at": clock.now()}
    rows = Interpreter.objects.filter(request=held).stated()
    made: Interpreter = rows.update_or_create(uid=uid, defaults=fields, create_defaults=fields | {"request": held})[0]
    record(Arranged(what="interpreter", state="settled" if settled else ""), subject=held, by=by)
    return made


@action
def add_cost(
    *, request: HostingRequest, uid: UUID, what: str, dollars: int, source: str, state: CostState, by: Viewer
) -> Cost:
    """Write down a cost and who pays it. The same `uid` again writes nothing more. Raises as `shape.held_at`."""
    held = held_at(request, by, *ARRANGED)
    if before := Cost.objects.filter(request=held, uid=uid).stated().first():
        unchanged()
        return before
    if not 0 <= dollars <= MOST_DOLLARS:
        raise HostingError(_("Write whole US dollars, ten million at most."), "dollars")
    made: Cost = Cost.objects.create(
        uid=uid,
        request=held,
        what=line_of(what, most=LONGEST_NAME, field="what", must=_("Say what it is for.")),
        dollars=dollars,
        source=line_of(source, most=LONGEST_NAME, field="source", must=_("Say who pays.")),
        state=state,
        by_id=person_of(by),
        at=clock.now(),
    )
    record(Arranged(what="cost", state=state.value), subject=held, by=by)
    return made
