"""An edition into the outbox: one row for each subscription and webhook that it concerns, all of them at once."""

from collections.abc import Collection, Iterable
from datetime import datetime, time, timedelta

from roadstead.advisories import queries as advisories
from roadstead.advisories.models import Delivery, EditionTold, Message, Pace
from roadstead.advisories.subscription_events import EditionQueued
from roadstead.advisories.subscriptions.queries import subscribers
from roadstead.advisories.subscriptions.queries.changed import changed
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

AT_ONCE = 2_000  # rows in one statement
HOUR = time(6)  # UTC, at which digests are due
MONDAY = 0
RECENT = timedelta(days=60)  # an edition that became public earlier is history that was added, and no news


@action
def queue_edition(*, edition: str, countries: Collection[str] | None, by: Viewer) -> int:
    """Queue what an edition changed for some countries, None for all; how many messages. A second time does nothing.

    It reads nothing of the edition, so that it can be called in the transaction that publishes it.
    Raises PermissionDenied.
    """
    by.must(Permission.PUBLISH_EDITIONS)
    _begin(but=edition)
    told, first = EditionTold.objects.get_or_create(edition=edition, defaults={"noticed_at": clock.now()})
    if not first:
        unchanged()
        return 0
    now = clock.now()
    due = {pace.value: due_at(pace, now) for pace in Pace}
    rows = subscribers.concerned(countries).order_by("pk").values_list("pk", "pace")
    messages = [Message(subscription_id=pk, edition=told, due_at=due[pace]) for pk, pace in rows]
    Message.objects.bulk_create(messages, batch_size=AT_ONCE)
    hooks = [Delivery(webhook=one, edition=told, due_at=now) for one in subscribers.webhooks_concerned(countries)]
    Delivery.objects.bulk_create(hooks, batch_size=AT_ONCE)
    record(EditionQueued(messages=len(messages), deliveries=len(hooks)), subject=told, by=by)
    return len(messages)


@action
def notice_editions(*, by: Viewer) -> int:
    """Queue every edition of the rule book that nobody was told of, however it came there; how many messages.

    The first time, all that is there is taken for told. Raises PermissionDenied.
    """
    by.must(Permission.PUBLISH_EDITIONS)
    _begin()
    today, known, queued = clock.today(), subscribers.told(), 0
    quiet: list[str] = []
    for entry in reversed(advisories.entries(today)):
        if entry.edition.id in known:
            continue
        said = changed(entry.edition.id)
        public = entry.edition.known.not_after or entry.day
        if said is None or not said.says_something or today - public > RECENT:
            quiet.append(entry.edition.id)
        else:
            touched = None if said.wording else said.countries
            queued += queue_edition(edition=entry.edition.id, countries=touched, by=by)
    _told(quiet)
    unchanged()
    return queued


def due_at(pace: Pace, now: datetime) -> datetime:
    """When somebody is told who wants to be told at this pace, of what is known now."""
    if pace is Pace.AT_ONCE:
        return now
    due = datetime.combine(now.date(), HOUR, now.tzinfo)
    due += timedelta(days=1) if due <= now else timedelta()
    return due + timedelta(days=(MONDAY - due.weekday()) % 7) if pace is Pace.WEEKLY else due


def _begin(but: str = "") -> None:
    """Where nothing was ever told, what stands in the rule book already is no news."""
    if not EditionTold.objects.exists():
        _told(one.id for one in advisories.rule_book().editions if one.id != but)


def _told(editions: Iterable[str]) -> None:
    now = clock.now()
    rows = [EditionTold(edition=one, noticed_at=now, quiet=True) for one in editions]
    EditionTold.objects.bulk_create(rows, batch_size=AT_ONCE, ignore_conflicts=True)
