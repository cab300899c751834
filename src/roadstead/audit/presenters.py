"""Events in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import unescape

from django.db.models import Model
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from roadstead.audit import queries, subjects
from roadstead.audit.events import ACTOR, TYPES, EventData, Told, joined
from roadstead.audit.models import Event
from roadstead.audit.paging import Page, page
from roadstead.audit.subjects import PERSON, Named
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer

IN_A_PART = 10  # events on the page of a record; the rest have their own
Names = Mapping[tuple[str, str], Named]


@dataclass(frozen=True, slots=True)
class Line:
    """One event as a page shows it."""

    number: int
    at: datetime
    title: str
    sentence: SafeString
    elevated: bool
    token: bool

    @property
    def text(self) -> str:
        """The sentence without its links."""
        return unescape(strip_tags(self.sentence))


@dataclass(frozen=True, slots=True)
class History:
    """The latest of what was done to a record, and where all of it stands."""

    lines: list[Line]
    url: str
    more: bool


def lines(events: Sequence[Event], viewer: Viewer) -> list[Line]:
    """Events as sentences, as a viewer may read them: one question for each kind of record, however many events."""
    people = {(PERSON, str(one.actor)) for one in events if one.actor is not None}
    names = subjects.named(people | {(one.subject_kind, one.subject) for one in events}, viewer)
    return [_line(one, names) for one in events]


def history(record: Model, viewer: Viewer) -> History | None:
    """For the page of a record; None for who may not read histories."""
    kind, key = record._meta.label_lower, str(record.pk)
    if not viewer.holds(Permission.READ_HISTORY) and (kind, key) != (PERSON, str(viewer.user_id)):
        return None
    found: Page = page(queries.history(record, viewer), size=IN_A_PART)
    return History(lines(found.events, viewer), f"/desk/history/{kind}/{key}/", found.older is not None)


def actor_name(event: Event) -> str:
    """Who did it, by the name of that time."""
    kept = event.personal.get(ACTOR)
    if kept is None:
        return _("a person who was forgotten") if ACTOR in event.sealed else _("somebody without an account")
    return str(kept["value"]) if event.actor is not None else _("the program (%(what)s)") % {"what": kept["value"]}


def _line(event: Event, names: Names) -> Line:
    kind = TYPES.get(event.type)
    sentence = _sentence(event, _told(event, names))
    begun = mark_safe(sentence[:1].upper() + sentence[1:])  # noqa: S308 - as safe as it came
    elevated, token = event.elevation is not None, event.token is not None
    return Line(event.number, event.at, str(kind.title) if kind else event.type, begun, elevated, token)


def _told(event: Event, names: Names) -> Told:
    person = names.get((PERSON, str(event.actor))) if ACTOR in event.personal else None
    actor = _linked(Named(actor_name(event), person.url if person else ""))
    unnamed = Named(f"{subjects.word(event.subject_kind)} {event.subject}")
    subject = names.get((event.subject_kind, event.subject), unnamed)
    return Told(actor, _linked(subject), subject.url)


def _linked(named: Named) -> SafeString:
    return format_html('<a href="{}">{}</a>' if named.url else "{1}", named.url, named.label)


def _sentence(event: Event, told: Told) -> SafeString:
    """What the type says; a plain word where the type is gone, or has grown since."""
    kind = TYPES.get(event.type)
    data = _data(kind, event) if kind else None
    return data.sentence(told) if data else format_html(_("{}: {} ({})"), told.actor, event.type, told.subject)


def _data(kind: type[EventData], event: Event) -> EventData | None:
    try:
        return joined(kind, event.data, event.personal, event.sealed)
    except TypeError:
        return None
