"""What the actions of training have in common: who acts, and how a record is written as its next revision."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.training.catalogue import catalogue
from roadstead.training.errors import StaleError, TrainingError


def person_of(by: Viewer) -> int:
    """Who acts. Raises PermissionDenied for a program."""
    if by.user_id is None:
        raise PermissionDenied(_("Training is run by people."))
    return by.user_id


def marked(mark: Mark, why: str, person: int) -> dict[str, Any]:
    """The fields of a mark for a new record."""
    return {"mark": mark, "mark_reason": why, "marked_by_id": person, "marked_at": clock.now()}


def as_seen(held: Any, revision: int | None) -> None:
    """Raises StaleError where it was changed after it was looked at."""
    if revision is not None and held.revision != revision:
        raise StaleError(held)


def keep(held: Any, *fields: str) -> None:
    """Write some fields as the next revision."""
    held.revision, held.changed_at = held.revision + 1, clock.now()
    held.save(update_fields=[*fields, "revision", "changed_at"])


def must_go(ways: dict[Any, Any], states: Any, before: str, after: str) -> None:
    """Raises TrainingError where there is no such way from one state to another."""
    old, new = states(before), states(after)
    if new not in ways[old]:
        said = {"old": old.label, "new": new.label}
        raise TrainingError(_("What is “%(old)s” cannot become “%(new)s”.") % said)


def must_be_course(course: str) -> str:
    """A course of the catalogue. Raises TrainingError."""
    if course not in catalogue().courses:
        raise TrainingError(_("Choose a course of the catalogue."), "course")
    return course


def must_be_body(body: str) -> str:
    """A body of the catalogue. Raises TrainingError."""
    if body not in catalogue().bodies:
        raise TrainingError(_("Choose a body of the catalogue."), "body")
    return body
