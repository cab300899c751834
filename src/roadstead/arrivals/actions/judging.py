"""Stored notices judged again, once the rule book is another: in parts, each of them whole, until none is left."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.advisories import queries as advisories
from roadstead.arrivals import bridge
from roadstead.arrivals.enums import Attention, Cause
from roadstead.arrivals.events import JudgedAgain
from roadstead.arrivals.models import Arrival, Change, Received, Rejudgement, Verdict
from roadstead.arrivals.queries.waiting import waiting
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.core.judge import Judge

PART = 2_000  # notices in one transaction
JUDGED = [*bridge.FIELDS, "question", "edition", "book", "judged_at"]
COLUMNS = [*JUDGED, "changed_at", "attention", "why"]
OVER = (Attention.OVER, Attention.CANCELLED)


@action
def judge_again(*, by: Viewer, at_most: int = PART) -> tuple[int, int]:
    """Judge the next notices that were judged under another rule book; how many, and how many came to something else.

    A verdict that stays what it was stays as it was given; one that does not gets a new one beside it, and waits for
    a person. Killed within, nothing of the part was done; run again, nothing is done twice. (0, 0): none was left.
    Raises PermissionDenied.
    """
    if not by.holds(Permission.ACT_ON_ARRIVALS):
        raise PermissionDenied(Permission.ACT_ON_ARRIVALS.meaning)
    judge = advisories.judge(clock.today())
    book = judge.snapshot.book.digest
    rows = list(waiting(book).select_for_update()[:at_most])
    run = Rejudgement.objects.filter(book=book).first()
    if not rows:
        if run is not None and run.ended_at is None:
            Rejudgement.objects.filter(pk=run.pk).update(ended_at=clock.now())
        unchanged()
        return 0, 0
    changed = _again(rows, judge)
    run = run or Rejudgement(book=book, began_at=clock.now())
    run.looked_at, run.changed, run.ended_at = run.looked_at + len(rows), run.changed + changed, None
    run.save()
    record(JudgedAgain(looked_at=len(rows), changed=changed), subject=run, by=by)
    return len(rows), changed


def _again(rows: Sequence[Arrival], judge: Judge) -> int:
    """Judge rows; how many changed. The bare verdict is asked of all, the whole decision of those that it changed."""
    kept = Received.objects.filter(arrival__in=[one.pk for one in rows], current=True).stated()
    contents = {pk: (content, missing) for pk, content, missing in kept.values_list("arrival_id", "content", "missing")}
    moved: list[tuple[Arrival, Verdict]] = []
    same: list[int] = []
    for row in rows:
        content, missing = contents[row.pk]
        notice = bridge.notice_of(content)
        if bridge.as_far_as_known(judge.verdict(notice), missing) == bridge.verdict_in(row):
            same.append(row.pk)
        else:
            moved.append((row, _anew(row, judge.decide(notice), judge, missing)))
    book = judge.snapshot.book.digest
    Arrival.objects.for_the_system("the verdict stays").filter(pk__in=same).update(book=book)
    if moved:
        _keep(moved)
    return len(moved)


def _anew(row: Arrival, decision: Any, judge: Judge, missing: Sequence[str]) -> Verdict:
    """The new verdict of an arrival, not yet kept."""
    found = bridge.columns(decision, clock.now(), missing)
    return Verdict(
        arrival_id=row.pk,
        number=row.number,
        cause=Cause.RULES,
        known_at=judge.snapshot.known_at,
        digest=decision.digest,
        **found,
    )


def _keep(moved: Sequence[tuple[Arrival, Verdict]]) -> None:
    """Keep new verdicts beside the old ones, tell of the difference, and have the arrivals show the new ones."""
    now = clock.now()
    pks = [row.pk for row, _verdict in moved]
    latest: dict[int, Verdict] = {}
    for one in Verdict.objects.filter(arrival__in=pks).stated().order_by("pk"):
        latest[one.arrival_id] = one
    made = Verdict.objects.bulk_create([verdict for _row, verdict in moved])
    changes = []
    for (row, _verdict), after in zip(moved, made, strict=True):
        before = latest[row.pk]
        changes.append(
            Change(
                arrival_id=row.pk,
                before=before,
                after=after,
                cause=Cause.RULES,
                queued_at=now,
            )
        )
        for name in JUDGED:
            setattr(row, name, getattr(after, name))
        row.changed_at = now
        if row.attention not in OVER:
            row.attention, row.why = Attention.LOOK, _("The advisory has changed.")
    Change.objects.bulk_create(changes)
    Arrival.objects.for_the_system("their verdicts are new").bulk_update([row for row, _verdict in moved], COLUMNS)
