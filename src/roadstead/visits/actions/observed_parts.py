"""What the actions on notes, observations and recommendations have in common."""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.common.access.marks import Mark, Marked
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries.facilities import facilities_by_key, own_facilities
from roadstead.visits.isps import elements
from roadstead.visits.models import Visit
from roadstead.visits.observed_enums import Side
from roadstead.visits.observed_shape import ObservedError


def person_of(by: Viewer) -> int:
    """Who acts. Raises ObservedError where no person does."""
    if by.user_id is None:
        raise ObservedError(_("What is seen on a visit is noted by a person."))
    return by.user_id


def side_of(by: Viewer) -> Side:
    """On which side somebody stands."""
    return Side.PROGRAMME if by.holds(Permission.READ_PROGRAMME) else Side.HOST


def visit_to_note(visit: Visit, by: Viewer) -> Visit:
    """A visit on which somebody may note. Raises PermissionDenied; DoesNotExist where it may not be read."""
    held: Visit = Visit.objects.visible_to(by).get(pk=visit.pk)
    by.must(Permission.OBSERVE, country=held.country_id)
    return held


def recommends_as(by: Viewer, country: str, facility: int | None) -> dict[str, str]:
    """The scope in which somebody speaks for a side: the State, or the facility whose officer it is.

    Raises PermissionDenied where it is neither.
    """
    if not by.may(Permission.RECOMMEND, country=country) and facility is not None:
        numbers = by.reach(Permission.RECOMMEND, ScopeKind.FACILITY) or frozenset()
        own = own_facilities(by).filter(pk=facility).first() if numbers else None
        if own is not None:
            return {"facility": own.number if own.number in numbers else min(numbers)}
    by.must(Permission.RECOMMEND, country=country)
    return {"country": country}


def may_recommend(by: Viewer, country: str, facility: int | None) -> bool:
    """Whether somebody speaks for a side about a country, or one of its facilities."""
    try:
        recommends_as(by, country, facility)
    except PermissionDenied:
        return False
    return True


def facility_of(pk: int | None, country: str, by: Viewer) -> int | None:
    """A facility of the country that may be read, or none. Raises ObservedError."""
    if pk is None:
        return None
    found = facilities_by_key([pk], by).get(pk)
    if found is None or found.country_id != country:
        raise ObservedError(_("Choose a facility of this country."), "facility")
    return pk


def element_of(code: str) -> str:
    """The code of an element, or "". Raises ObservedError for one that there is not."""
    if code and code not in elements():
        raise ObservedError(_("There is no element %(code)s.") % {"code": code}, "element")
    return code


def marked_as(above: Marked | None, by: Viewer) -> tuple[dict[str, Any], Collection[int]]:
    """How a new record is marked, and for whom: as strictly as what it hangs on; else for the programme."""
    said = {"marked_by_id": person_of(by), "marked_at": clock.now()}
    if above is not None and above.mark == Mark.RESTRICTED:
        named = {*above.people.values_list("pk", flat=True), person_of(by)}
        return said | {"mark": Mark.RESTRICTED, "mark_reason": _("Of a restricted record.")}, named
    return said | {"mark": Mark.PROGRAMME, "mark_reason": _("As written; not shared yet.")}, ()
