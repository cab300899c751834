"""Short forms of the actions for the tests."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from roadstead.accounts.models import User
from roadstead.audit.models import Event
from roadstead.common.access.marks import Mark
from roadstead.engagement.actions.releasing import mark_information
from roadstead.engagement.actions.shape import Content
from roadstead.engagement.actions.writing import write_information
from roadstead.engagement.enums import InformationKind
from roadstead.engagement.models import Information
from tests import people


def content(**said: Any) -> Content:
    return Content(**({"kind": InformationKind.NOTE, "title": "A note", "text": "Some words."} | said))


def written(by: User, **said: Any) -> Information:
    """Information written by somebody, as the action writes it."""
    marking = {name: said.pop(name) for name in ("mark", "states", "people", "reason") if name in said}
    return write_information(uid=uuid4(), content=content(**said), by=people.viewer(by), **marking)


def shared(record: Information, by: User, *states: str) -> None:
    mark(record, by, Mark.PARTNER, states=states)


def mark(record: Information, by: User, new: Mark, reason: str = "for a test", **said: Any) -> None:
    mark_information(information=record, mark=new, reason=reason, by=people.viewer(by), **said)


def anew(record: Information) -> Information:
    """The record as it stands now."""
    return Information.objects.for_the_system("a test looks").get(pk=record.pk)


def events(type_: str, record: Any = None) -> list[Event]:
    """The events of a type, of a record or of all, the latest first."""
    rows = Event.objects.for_the_system("a test looks").filter(type=type_)
    return list(rows if record is None else rows.filter(subject=str(record.pk)))


def readers(record: Information, *who: User) -> list[str]:
    """Who of some may read a record."""
    return [one.name for one in who if visible(record, one)]


def visible(record: Information, who: User) -> bool:
    return Information.objects.visible_to(people.viewer(who)).filter(pk=record.pk).exists()


def codes(record: Information) -> Iterable[str]:
    return sorted(anew(record).states.values_list("pk", flat=True))
