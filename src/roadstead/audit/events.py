"""What an event is made of: a type with its fields, which of them are personal, and the sentence that tells it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields
from typing import Any, ClassVar, TypeVar

from django.utils.functional import Promise
from django.utils.safestring import SafeString

from roadstead.core.chain import only_plain

PERSONAL = "personal"
ACTOR = "actor"  # the name of who did it, which stands among the personal fields of every event
SHED = "[…]"  # stands where a personal value was
NAME = re.compile(r"[a-z]+\.[a-z]+(_[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Told:
    """What a presenter has besides the event: the actor and the subject, as words or links, safe for a page."""

    actor: SafeString
    subject: SafeString
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class EventData:
    """The base of every type of event: frozen fields of plain values (texts, whole numbers, lists of them)."""

    type: ClassVar[str] = ""
    title: ClassVar[str | Promise] = ""
    changes: ClassVar[bool] = True  # its subject, so that search reads it anew; a mere reading does not

    def sentence(self, told: Told) -> SafeString:
        """What happened, in one sentence with links."""
        raise NotImplementedError


def personal(**kwargs: Any) -> Any:
    """A text about a person: kept beside the chain, and taken away when the person is forgotten."""
    return field(metadata={PERSONAL: True}, **kwargs)


T = TypeVar("T", bound=type[EventData])
TYPES: dict[str, type[EventData]] = {}


def event(name: str, title: str | Promise) -> Callable[[T], T]:
    """Name a type of event, as in "accounts.role_granted". Raises ValueError for a name that is taken or ill-formed."""

    def register(kind: T) -> T:
        if not NAME.fullmatch(name):
            raise ValueError(f"An event is called app.what_was_done in small letters, not {name}")
        if name in TYPES:
            raise ValueError(f"Two types of event are called {name}")
        if ACTOR in {one.name for one in fields(kind)}:
            raise ValueError(f"{name}: who did it is recorded with every event; call the field otherwise")
        kind.type, kind.title = name, title
        TYPES[name] = kind
        return kind

    return register


def split(data: EventData) -> tuple[dict[str, Any], dict[str, str]]:
    """The plain and the personal fields of an event. Raises ValueError for what an event cannot hold."""
    plain, hidden = {}, {}
    for one in fields(data):
        value = getattr(data, one.name)
        only_plain(value, f"{type(data).__name__}.{one.name}")
        if not is_personal(one):
            plain[one.name] = value
        elif not isinstance(value, str | None):
            raise ValueError(f"{type(data).__name__}.{one.name}: a personal field is a text.")
        elif value:
            hidden[one.name] = value
    return plain, hidden


def joined(
    kind: type[EventData], data: Mapping[str, Any], kept: Mapping[str, Any], sealed: Mapping[str, str]
) -> EventData:
    """The event as its type, with what is left of the personal fields.

    Raises TypeError where the type has a field without a default that the event, being older, lacks.
    """
    known = {one.name: one for one in fields(kind)}
    plain = {name: value for name, value in data.items() if name in known}
    hidden = {
        name: kept[name]["value"] if name in kept else SHED if name in sealed else ""
        for name, one in known.items()
        if is_personal(one)
    }
    return kind(**plain, **hidden)


def is_personal(one: "Field[Any]") -> bool:
    return bool(one.metadata.get(PERSONAL))
