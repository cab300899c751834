"""Taking a person out of the events: the personal fields about that person, and nothing else."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event
from roadstead.audit.models import Event

AT_ONCE = 500  # events


@event("audit.person_forgotten", gettext_lazy("Person forgotten"))
@dataclass(frozen=True, kw_only=True)
class PersonForgotten(EventData):
    """What events said about a person was taken away."""

    why: str
    events: int

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} took what {} events say about a person away: {}"), told.actor, self.events, self.why)


def forget(person: int) -> int:
    """Take away the personal fields about a person; how many events had any. To be called inside of an action."""
    rows: Any = Event.objects.for_the_system("the fields of a person to be forgotten").filter(personal__isnull=False)
    theirs = rows.filter(Q(actor=person) | Q(subject_kind="accounts.user", subject=str(person)))
    found = 0
    for one in theirs.iterator(AT_ONCE):
        left = _without(one.personal or {}, person)
        if left != one.personal:
            one.personal = left
            one.save(update_fields=["personal"])
            found += 1
    return found


def _without(kept: dict[str, Any], person: int) -> dict[str, Any]:
    return {name: value for name, value in kept.items() if value["of"] != person}
