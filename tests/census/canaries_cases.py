"""How cases, and editions in draft, are planted, as rows: their actions have tests of their own."""

from datetime import date
from typing import Any

from roadstead.advisories.models import Draft
from roadstead.common import clock
from roadstead.common.access.marks import Mark, Marked
from roadstead.determinations.models import Case, CaseDay, Evidence, Telling
from roadstead.rulebook import procedures
from roadstead.search.writing import refresh
from tests.apps.engagement.planting import country
from tests.census import canaries_observed

PLACEABLE = (Mark.PROGRAMME, Mark.RESTRICTED)  # neither is ever shared with anybody outside of the programme


def case(made: Any) -> Marked:
    """An open case with a day, a source and a line of its plan; an observation stands in for what is shared."""
    return _case(made, state="open") if made.mark in PLACEABLE else canaries_observed.observation(made)


def dropped_case(made: Any) -> Marked:
    if made.mark not in PLACEABLE:
        return canaries_observed.observation(made)
    return _case(made, state="dropped", dropped_why=f"{made.word} why")


def draft(made: Any) -> Marked:
    """A draft of an edition; an observation stands in for what is shared."""
    return _draft(made, state="open") if made.mark in PLACEABLE else canaries_observed.observation(made)


def dropped_draft(made: Any) -> Marked:
    return _draft(made, state="dropped") if made.mark in PLACEABLE else canaries_observed.observation(made)


def _case(made: Any, **said: Any) -> Case:
    word, by, now = made.word, made.by.user_id, clock.now()
    record = _planted(
        Case,
        made,
        country=country("NG"),
        level="facility",
        effect="except",
        procedure=procedures.applying("except").id,
        title=f"{word} title",
        finding=f"{word} finding",
        opened_by_id=by,
        opened_at=now,
        changed_at=now,
        **said,
    )
    told = {"step": "finding", "day": date(2026, 1, 1), "told": f"{word} told"}
    CaseDay.objects.create(case=record, entered_by_id=by, entered_at=now, **told)
    source = {"title": f"{word} source", "text": f"{word} text", "source": f"{word} from", "dated": date(2026, 1, 1)}
    Evidence.objects.create(case=record, number=1, digest="sha256:0", taken_by_id=by, taken_at=now, **source)
    line = {"recipient": f"{word} who", "on": date(2026, 2, 1), "told_by": f"{word} by"}
    Telling.objects.create(case=record, number=1, planned_by_id=by, planned_at=now, **line)
    return record  # type: ignore[no-any-return]


def _draft(made: Any, **said: Any) -> Draft:
    by, now = made.by.user_id, clock.now()
    texts = {name: f"{made.word} {name}" for name in ("title", "notice", "docket", "notes")}
    given = {"drafted_by_id": by, "drafted_at": now, "changed_by_id": by, "changed_at": now}
    address = f"https://example.org/{made.word}"
    return _planted(Draft, made, address=address, **texts, **given, **said)  # type: ignore[no-any-return]


def _planted(model: Any, made: Any, **said: Any) -> Any:
    marked = {"mark": made.mark, "mark_reason": f"{made.word} reason", "marked_by_id": made.by.user_id}
    record = model.objects.create(**marked, marked_at=clock.now(), **said)
    record.states.set(made.states)
    record.people.set({*made.people, made.by.user_id} if made.people else ())
    refresh(model._meta.label_lower, {str(record.pk)})
    return record
