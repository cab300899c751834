"""Whom a mark reaches: States or people who are named, and who may name them."""

from collections.abc import Collection
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.accounts import readers
from roadstead.common.access.marks import LONGEST_REASON, Mark, Marked
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.models import Country

MOST_PEOPLE = 100  # whom a restricted record names; more is the programme


class MarkError(ValueError):
    """A mark cannot be set so; `field` is mark, states, people or reason."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class Reach:
    """A mark with the States or people it names; those that it has no use for are left out."""

    mark: Mark
    states: frozenset[str] = frozenset()
    people: frozenset[int] = frozenset()


def reach_of(held: Marked) -> Reach:
    """Whom a record reaches now."""
    states = held.states.values_list("pk", flat=True) if held.mark == Mark.PARTNER else ()
    people = held.people.values_list("pk", flat=True) if held.mark == Mark.RESTRICTED else ()
    return Reach(Mark(held.mark), frozenset(states), frozenset(people))


def wanted(mark: Mark, states: Collection[str], people: Collection[int], by: Viewer) -> Reach:
    """Whom a mark is to reach. Raises MarkError where a State or person cannot be named."""
    if mark == Mark.PARTNER:
        named = frozenset(states)
        if not named:
            raise MarkError("states", _("Choose the States with which it is shared."))
        known = frozenset(Country.objects.filter(pk__in=named).values_list("pk", flat=True))
        if lacking := sorted(named - known):
            raise MarkError("states", _("There is no country %(codes)s.") % {"codes": ", ".join(lacking)})
        return Reach(mark, states=known)
    if mark == Mark.RESTRICTED:
        named_people = frozenset(people) | {person_of(by)}
        if len(named_people) > MOST_PEOPLE:
            raise MarkError("people", _("Name at most %(most)s people.") % {"most": MOST_PEOPLE})
        staff = frozenset(readers.staff_among(named_people).values_list("pk", flat=True))
        if named_people - staff:
            raise MarkError("people", _("Somebody you named has no part in the programme (any more)."))
        return Reach(mark, people=named_people)
    return Reach(mark)


def check_reason(reason: str) -> None:
    """Raises MarkError where no reason is given, or one too long."""
    if not reason.strip():
        raise MarkError("reason", _("Say why it is marked so."))
    if len(reason.strip()) > LONGEST_REASON:
        raise MarkError("reason", _("Say why in at most %(most)s characters.") % {"most": LONGEST_REASON})


def must_reach(by: Viewer, reach: Reach) -> None:
    """Raises PermissionDenied where somebody may not speak to those whom a mark reaches."""
    if reach.mark == Mark.PUBLIC:
        by.must(Permission.RELEASE_PUBLICLY)
    for state in sorted(reach.states):
        by.must(Permission.RELEASE_INFORMATION, country=state)


def must_remark(by: Viewer, held: Marked, old: Reach, new: Reach) -> None:
    """Both what is given and what is taken back need the right. Raises PermissionDenied.

    Within the programme, the one who set the mark may, and whoever may release at all.
    """
    must_reach(by, old)
    must_reach(by, new)
    if by.user_id != held.marked_by_id and not by.holds(Permission.RELEASE_INFORMATION):
        raise PermissionDenied(Permission.RELEASE_INFORMATION.meaning)


def person_of(by: Viewer) -> int:
    if by.user_id is None:
        raise PermissionDenied(_("A mark is set by a person."))
    return by.user_id


def may_reach(by: Viewer, reach: Reach) -> bool:
    """Whether somebody may speak to those whom a mark reaches: to change what they read, too."""
    if reach.mark == Mark.PUBLIC and not by.may(Permission.RELEASE_PUBLICLY):
        return False
    return all(by.may(Permission.RELEASE_INFORMATION, country=state) for state in reach.states)
