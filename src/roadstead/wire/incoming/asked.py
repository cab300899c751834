"""What the law asks of a notice, held against one: findings with their paragraphs; unknown is never read as no."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from roadstead.rulebook import notice_rules
from roadstead.rulebook.notice_rules import ItemRecord, NoticeRules, TimeRecord
from roadstead.wire.incoming import asked_items, asked_times
from roadstead.wire.incoming.base import Part
from roadstead.wire.incoming.form import Form, shipped
from roadstead.wire.incoming.value import Incoming, Transaction


class Severity(StrEnum):
    """How a finding weighs."""

    MISSING = "missing"  # the law asks for it, and the notice does not say it
    LATE = "late"  # it came later than the law asks
    UNCLEAR = "unclear"  # it cannot be told from the notice
    NOTE = "note"  # asked only where there is such a thing, or worth knowing


class Finding(Part, frozen=True):
    """One finding. code: of the item, or of the time (“time-long”); at: the field of the notice.

    status: whether the text of the rule was verified.
    """

    code: str
    paragraph: str
    severity: Severity
    what: str
    todo: str = ""
    at: str = ""
    status: str = "verified"
    source: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (f"{self.paragraph}:", self.what, self.todo)))


def check(
    incoming: Incoming,
    received_at: datetime,
    rules: NoticeRules | None = None,
    forms: Sequence[Form] | None = None,
) -> tuple[Finding, ...]:
    """What is missing, late or unclear. received_at: when it came, aware.

    A notice that cancels is asked for nothing. Of a departure the times are not checked.
    """
    if incoming.transaction is Transaction.CANCEL:
        return ()
    book = notice_rules.shipped() if rules is None else rules
    layout = asked_items.layout(incoming, shipped() if forms is None else forms)
    items = [
        _of_item(item, Severity(one.severity), one, book)
        for item in book.items
        for one in asked_items.look(incoming, item, layout)
    ]
    times = [_of_time(one, book) for one in asked_times.look(incoming, received_at, book.times)]
    return tuple(items + times)


def _of_item(item: ItemRecord, severity: Severity, one: asked_items.Lacking, book: NoticeRules) -> Finding:
    return Finding(
        code=item.code,
        paragraph=item.paragraph,
        severity=severity,
        what=f"{item.title}: {one.what}",
        todo=one.todo,
        at=one.at,
        status=item.status,
        source=book.url(item.source),
    )


def _of_time(one: asked_times.Late, book: NoticeRules) -> Finding:
    rule: TimeRecord = getattr(book.times, one.rule)
    return Finding(
        code=f"time-{one.rule.replace('_', '-')}",
        paragraph=rule.paragraph,
        severity=Severity(one.severity),
        what=one.what,
        todo=one.todo,
        at="arrival.eta",
        status=rule.status,
        source=book.url(rule.source),
    )
