"""How records are named in sentences, and where their pages are. Each app says it for its own, in its subjects.py."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.conf import settings
from django.utils.functional import Promise

from roadstead.audit.withheld import guarded_models
from roadstead.common.access.guarded import Guarded
from roadstead.common.access.viewer import Viewer

LARGEST_KEY = 2**63 - 1
PERSON = settings.AUTH_USER_MODEL.lower()


@dataclass(frozen=True, slots=True)
class Named:
    """A record in words, with its page, if it has one."""

    label: str
    url: str = ""


Names = Callable[[Collection[str], Viewer], Mapping[str, Named]]
Find = Callable[[str, Viewer], Collection[int]]


@dataclass(frozen=True, slots=True)
class Subject:
    """A kind of record: its word, its names (of those only that a viewer may read), and how one is found by a text."""

    word: str | Promise
    names: Names
    find: Find | None = None


SUBJECTS: dict[str, Subject] = {}


def register(kind: str, word: str | Promise, names: Names, find: Find | None = None) -> None:
    """Say how records of a kind ("accounts.user") are named. Raises ValueError if it was said already."""
    if kind in SUBJECTS:
        raise ValueError(f"It is said twice how {kind} is named")
    SUBJECTS[kind] = Subject(word, names, find)


def named(wanted: Iterable[tuple[str, str]], viewer: Viewer) -> dict[tuple[str, str], Named]:
    """The names of records, by kind and key: one question for each kind. What a viewer may not read is left out."""
    by_kind: dict[str, set[str]] = {}
    for kind, key in wanted:
        by_kind.setdefault(kind, set()).add(key)
    found: dict[tuple[str, str], Named] = {}
    for kind, keys in by_kind.items():
        names = SUBJECTS[kind].names if kind in SUBJECTS else _guarded(kind)
        found |= {(kind, key): name for key, name in names(keys, viewer).items()}
    return found


def words() -> list[tuple[str, str]]:
    """The kinds of record that can be named, with their words, in the order of these."""
    kinds = {*SUBJECTS, *(one._meta.label_lower for one in guarded_models())}
    return sorted(((kind, word(kind)) for kind in kinds), key=lambda pair: pair[1])


def word(kind: str) -> str:
    """What a kind of record is called; its technical name where there is none such any more."""
    if kind in SUBJECTS:
        return str(SUBJECTS[kind].word)
    model = _model(kind)
    return str(model._meta.verbose_name).capitalize() if model else kind


def numbers(keys: Collection[str]) -> list[int]:
    """Those keys that are numbers, as such."""
    return [int(key) for key in keys if key.isascii() and key.isdigit() and int(key) <= LARGEST_KEY]


def _guarded(kind: str) -> Names:
    """Names of records that no app names: as they call themselves, if they are read for a viewer; else none."""

    def names(keys: Collection[str], viewer: Viewer) -> Mapping[str, Named]:
        model = _model(kind)
        if model is None or not issubclass(model, Guarded):
            return {}
        rows = model.objects.visible_to(viewer).filter(pk__in=numbers(keys))
        return {str(row.pk): Named(str(row)) for row in rows}

    return names


def _model(kind: str) -> type[Any] | None:
    try:
        return apps.get_model(kind)
    except (LookupError, ValueError):
        return None
