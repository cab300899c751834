"""What it costs to tell ten thousand subscribers of an edition: queueing them all, making and noting one message.

A part of the goal that an edition is everywhere within a minute: queueing is in the transaction that publishes it, the
messages are sent afterwards. The times are those of the processor.
"""

from itertools import count

from django.db import transaction
from rich.table import Table

from benchmarks.decisions import line
from benchmarks.measure import timed
from roadstead.advisories.models import EditionTold, Message, Subscription
from roadstead.advisories.subscriptions.actions import working
from roadstead.advisories.subscriptions.actions.queueing import queue_edition
from roadstead.advisories.subscriptions.presenters import messages
from roadstead.advisories.subscriptions.queries.outbox import Group
from roadstead.common import clock
from roadstead.common.access.viewer import system

SUBSCRIBERS = 10_000
EDITION = "2025-09-17-psa-4-25"
TWICE, OFTEN = (1, 2), range(100)


def run(table: Table) -> None:
    """Measure, and add the lines to the table."""
    by, number = system("make bench"), count(1)
    invent()

    def queued(_: int) -> None:
        queue_edition(edition=f"2099-01-01-bench-{next(number)}", countries={"SR"}, by=by)

    whole = timed(queued, TWICE)
    group = _group()
    keys, claim = list(group.keys), working.claim(kind=Message, by=by)

    def stepped(_: int) -> None:
        working.hand_over(kind=Message, keys=keys, claim=claim, by=by)
        working.was_sent(kind=Message, keys=keys, claim=claim, by=by)

    table.add_section()
    line(table, f"Subscriptions: an edition queued for {SUBSCRIBERS:,}", whole, whole)
    line(table, "  one message made, text and HTML", timed(lambda _: messages.message(group), OFTEN), whole)
    line(table, "  one message noted as sent, in two steps", timed(stepped, OFTEN), whole)
    take_away()


def invent() -> None:
    """Invented subscribers, who are taken away again."""
    now = clock.now()
    rows = (Subscription(email=f"a{one}@example.org", confirmed_at=now, changed_at=now) for one in range(SUBSCRIBERS))
    Subscription.objects.bulk_create(rows, batch_size=2_000)


def _group() -> Group:
    told = EditionTold.objects.filter(edition__startswith="2099").order_by("pk")[0]
    row = Message.objects.filter(edition=told).select_related("subscription").order_by("pk")[0]
    row.edition = EditionTold(edition=EDITION)
    return Group(row.subscription, (row,))


@transaction.atomic
def take_away() -> None:
    Message.objects.all().delete()
    Subscription.objects.all().delete()
