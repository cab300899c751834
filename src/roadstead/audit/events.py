"""What an event is made of: a type with its fields, which of them are personal, and the sentence that tells it."""

from collections.abc import Callable
from dataclasses import Field, dataclass, field, fields
from typing import Any, ClassVar, TypeVar

from django.utils.functional import Promise
from django.utils.safestring import SafeString

PERSONAL = "personal"


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

    def sentence(self, told: Told) -> SafeString:
        """What happened, in one sentence with links."""
        raise NotImplementedError


def personal(**kwargs: Any) -> Any:
    """A field about a person: kept beside the chain, and taken away when the person is forgotten."""
    return field(metadata={PERSONAL: True}, **kwargs)


T = TypeVar("T", bound=type[EventData])
TYPES: dict[str, type[EventData]] = {}


def event(name: str, title: str | Promise) -> Callable[[T], T]:
    """Name a type of event, as in "accounts.role_granted". Raises ValueError if the name is taken."""

    def register(kind: T) -> T:
        if name in TYPES:
            raise ValueError(f"Two types of event are called {name}")
        kind.type, kind.title = name, title
        TYPES[name] = kind
        return kind

    return register


def split(data: EventData) -> tuple[dict[str, Any], dict[str, str]]:
    """The plain and the personal fields of an event."""
    found = {one.name: getattr(data, one.name) for one in fields(data)}
    hidden = {one.name for one in fields(data) if _is_personal(one)}
    return (
        {name: value for name, value in found.items() if name not in hidden},
        {name: str(value) for name, value in found.items() if name in hidden and value not in ("", None)},
    )


SHED = "[…]"  # stands where a personal value was


def joined(kind: type[EventData], data: dict[str, Any], kept: dict[str, Any]) -> EventData:
    """The event as its type, with what is left of the personal fields. Fields that it lacks have their defaults."""
    known = {one.name: one for one in fields(kind)}
    plain = {name: value for name, value in data.items() if name in known}
    hidden = {name: kept.get(name, {}).get("value", SHED) for name, one in known.items() if _is_personal(one)}
    return kind(**plain, **hidden)


def _is_personal(one: "Field[Any]") -> bool:
    return bool(one.metadata.get(PERSONAL))
