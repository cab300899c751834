"""Records that must not be seen: of every model with a mark, one of each mark, with words that stand nowhere else.

A model finds itself; how a record of it is made, and where it is asked for by more than its number, is said here.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import models

from roadstead.accounts.models import User
from roadstead.common import clock
from roadstead.common.access.marks import Mark, Marked, marked_models
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.releasing import withdraw_information
from roadstead.engagement.actions.shape import Content
from roadstead.engagement.actions.writing import write_information
from roadstead.engagement.enums import InformationKind
from roadstead.engagement.models import Contact
from roadstead.files.actions import attach
from roadstead.registry.models import Facility, Organisation
from tests import people

CODES = {"Facility.number"}  # written by a rule of their own, so that no word can stand in them
WORD = "canary"  # how all of them begin, so that a search finds every one that it may


@dataclass(frozen=True)
class Made:
    """How a record is to be marked, and the word that all its texts hold."""

    mark: Mark
    states: tuple[str, ...]
    people: tuple[int, ...]
    word: str
    by: Viewer


@dataclass(frozen=True)
class Canary:
    """A planted record. sort: which of SORTS it is; in_force: it was not put aside, so that every page has it."""

    sort: str
    in_force: bool
    word: str
    record: Marked
    attachment: Any


@dataclass(frozen=True)
class Planter:
    """How a record of one model is made, one that is in force and one that was put aside, and further questions."""

    make: Callable[[Made], Marked]
    put_aside: Callable[[Made], Marked]
    questions: tuple[str, ...] = ()


SORTS: dict[str, tuple[Mark, tuple[str, ...]]] = {
    "public": (Mark.PUBLIC, ()),
    "for Nigeria": (Mark.PARTNER, ("NG",)),
    "for Ghana": (Mark.PARTNER, ("GH",)),
    "programme": (Mark.PROGRAMME, ()),
    "restricted": (Mark.RESTRICTED, ()),
}


def _information(made: Made) -> Marked:
    content = Content(
        InformationKind.DOCUMENT, f"{made.word} title", f"First.\n\nThen {made.word}.", ["GH" if made.states else "TG"]
    )
    return write_information(
        uid=uuid4(),
        content=content,
        mark=made.mark,
        states=made.states,
        people=made.people,
        reason=f"{made.word} reason",
        by=made.by,
    )


def _withdrawn_information(made: Made) -> Marked:
    record: Any = _information(made)
    return withdraw_information(information=record, why=f"{made.word} why", by=made.by)


def _row(model: type[Marked], **fields: Any) -> Callable[[Made], Marked]:
    """A record as a row, for models whose own actions have tests of their own; the word stands in every text."""

    def make(made: Made) -> Marked:
        author = User.objects.get(pk=made.by.user_id)
        marked = {"mark": made.mark, "mark_reason": f"{made.word} reason", "marked_by": author}
        said = {name: value(made.word) if callable(value) else value for name, value in fields.items()}
        record: Any = model._default_manager.create(**marked, marked_at=clock.now(), **said)
        record.states.set(made.states)
        record.people.set({*made.people, author.pk} if made.people else ())
        return record  # type: ignore[no-any-return]

    return make


def _worded(*names: str) -> dict[str, Callable[[str], str]]:
    return {name: lambda word: f"{word} words" for name in names}


_ORGANISATION = _row(
    Organisation,
    kind="other",
    country_id="NG",
    email=lambda word: f"{word}@example.org",
    website=lambda word: f"https://example.org/{word}",
    **_worded("name", "local_name", "folded", "duties", "place", "address", "phone", "source"),
)
_FACILITY = _row(
    Facility, country_id="NG", **_worded("name", "folded", "port_name", "description", "position_note", "source")
)
_CONTACT = _row(Contact, country_id="NG", **_worded("uid", "name", "local_name", "folded", "source", "note"))
PLANTERS = {
    "registry.Organisation": Planter(_ORGANISATION, _ORGANISATION),
    "registry.Facility": Planter(_FACILITY, _FACILITY),
    "engagement.Contact": Planter(_CONTACT, _CONTACT),
    "engagement.Information": Planter(
        _information,
        _withdrawn_information,
        (
            "/desk/information/?country=GH&standing=every",
            "/desk/information/?mark=restricted&standing=every",
            "/desk/information/?sort=title&standing=ended",
            "/desk/information/export.xlsx?q=canary&standing=every",
            "/partner/information/?country=GH&standing=every",
            "/information/?country=GH&standing=every",
            "/api/v1/information?country=GH&standing=every",
            "/api/v1/information?mark=restricted&standing=every",
        ),
    ),
}


def planter_of(model: type[Marked]) -> Planter:
    name = f"{model._meta.app_label}.{model.__name__}"
    assert name in PLANTERS, f"{name} bears a mark: say in tests/census/canaries.py how one is planted"
    return PLANTERS[name]


def plant(sorts: Sequence[str], author: User, named: User) -> list[Canary]:
    """Records of some sorts, of every model, in force and put aside, each with a file."""
    return [
        _plant(planter_of(model), sort, in_force, author, named)
        for sort in sorts
        for model in marked_models()
        for in_force in (True, False)
    ]


def _plant(planter: Planter, sort: str, in_force: bool, author: User, named: User) -> Canary:
    mark, states = SORTS[sort]
    word, by = f"{WORD}{secrets.token_hex(8)}", people.viewer(author)
    make = planter.make if in_force else planter.put_aside
    record: Any = make(Made(mark, states, (named.pk,) if mark == Mark.RESTRICTED else (), word, by))
    upload = ContentFile(f"Inside: {word}\n".encode(), name=f"{word}.txt")
    attachment = attach(record=record, upload=upload, description=word, by=by)
    return Canary(sort, in_force, word, record, attachment)


def texts_without_word(canaries: Sequence[Canary]) -> set[str]:
    """The text fields that no planted record of their model filled with its word."""
    lacking: set[str] = set()
    for model in marked_models():
        mine = [one for one in canaries if isinstance(one.record, model)]
        for field in model._meta.concrete_fields:
            if not isinstance(field, models.CharField | models.TextField) or field.choices or field.primary_key:
                continue
            if not any(one.word in str(getattr(one.record, field.attname)) for one in mine):
                lacking.add(f"{model.__name__}.{field.name}")
    return lacking - CODES
