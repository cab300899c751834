"""Taking a person out of the events: the personal fields about that person, and nothing else."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from roadstead.audit.actions.pattern import action, record, unchanged
from roadstead.audit.models import Event
from roadstead.audit.told import PersonForgotten
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

AT_ONCE = 200  # events


@action
def forget_person(*, person: models.Model, why: str, by: Viewer) -> int:
    """Take away what events say about a person; how many said anything. What was done stays, and the chain holds.

    Raises PermissionDenied, NeedsElevation; ValueError without a reason, and where somebody would forget themselves.
    """
    by.must(Permission.FORGET_PEOPLE)
    if not why.strip():
        raise ValueError(_("Say why the person is to be forgotten, without naming the person."))
    if by.user_id == person.pk:
        raise ValueError(_("Nobody forgets themselves: the record would say who did it. Ask a colleague."))
    found = 0
    for batch in _batches(person.pk):
        for one in batch:
            one.personal = {name: kept for name, kept in one.personal.items() if kept["of"] != person.pk}
        Event.objects.for_the_system("what is said about a person is taken away").bulk_update(batch, ["personal"])
        found += len(batch)
    if found:
        record(PersonForgotten(why=why.strip(), events=found), subject=person, by=by)
    else:
        unchanged()
    return found


def _batches(person: int) -> Iterator[list[Event]]:
    """The events that say something about a person, in the order of their numbers."""
    rows: Any = Event.objects.for_the_system("what is said about a person to be forgotten").order_by("number")
    # Every database writes a space after a colon, and “of” is not the last of a field's keys.
    likely = rows.annotate(text=Cast("personal", TextField())).filter(text__contains=f'"of": {person},')
    number = 0
    while batch := list(likely.filter(number__gt=number)[:AT_ONCE]):
        number = batch[-1].number
        yield [one for one in batch if any(kept["of"] == person for kept in one.personal.values())]
