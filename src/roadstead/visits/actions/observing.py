"""Writing observations, changing them, and saying that they are settled or withdrawn."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.reach import must_reach, reach_of
from roadstead.visits.actions.observed_parts import element_of, facility_of, marked_as, person_of, visit_to_note
from roadstead.visits.isps import elements
from roadstead.visits.models import Observation, Visit
from roadstead.visits.models.observations import LONGEST_OBSERVATION, LONGEST_REFERENCE
from roadstead.visits.models.visits import LONGEST_WHY
from roadstead.visits.observed_enums import ObservationKind, ObservationState
from roadstead.visits.observed_events import ObservationChanged, ObservationStateSet, ObservationWritten
from roadstead.visits.observed_shape import ObservedError, StaleError, text_of

FIELDS = ("kind", "text", "element", "reference", "remark", "facility_id")


@dataclass(frozen=True, slots=True)
class Observed:
    """What somebody writes. A shortfall without a reference takes that of its element."""

    kind: ObservationKind
    text: str
    element: str = ""
    reference: str = ""
    remark: str = ""
    facility: int | None = None

    def checked(self, country: str, by: Viewer) -> dict[str, Any]:
        """The fields of the row. Raises ObservedError."""
        element = element_of(self.element)
        reference = " ".join(self.reference.split())
        if not reference and element:
            reference = elements()[element].reference
        if self.kind is ObservationKind.SHORTFALL and not reference:
            raise ObservedError(_("A shortfall needs its ISPS reference: choose an element, or write it."), "reference")
        return {
            "kind": self.kind,
            "element": element,
            "reference": text_of(reference, most=LONGEST_REFERENCE, field="reference"),
            "text": text_of(self.text, most=LONGEST_OBSERVATION, field="text", must=_("Write what was observed.")),
            "remark": text_of(self.remark, most=LONGEST_OBSERVATION, field="remark"),
            "facility_id": facility_of(self.facility, country, by),
        }


@action
def write_observation(*, uid: UUID, visit: Visit, observed: Observed, by: Viewer) -> Observation:
    """Write an observation of a visit. The same `uid` again writes nothing more.

    Raises PermissionDenied, ObservedError; DoesNotExist where the visit may not be read.
    """
    held = visit_to_note(visit, by)
    said, (marking, people) = observed.checked(held.country_id, by), marked_as(held, by)
    now = clock.now()
    said |= {"visit": held, "country_id": held.country_id, "noted_by_id": person_of(by)}
    rows: Any = Observation.objects.for_the_system("whether this form was sent before")
    made: Observation
    made, new = rows.get_or_create(uid=uid, defaults=said | marking | {"noted_at": now, "changed_at": now})
    if made.visit_id != held.pk or made.noted_by_id != by.user_id:
        raise ObservedError(_("This form was sent before. Open a new one, and put your text into it."))
    if not new:
        unchanged()
        return made
    made.people.set(people)
    record(ObservationWritten(kind=observed.kind.value), subject=made, by=by)
    return made


@action
def change_observation(*, observation: Observation, revision: int, observed: Observed, by: Viewer) -> Observation:
    """Change an observation. Raises PermissionDenied, ObservedError, StaleError; DoesNotExist if it is withheld."""
    held = _held(observation, by)
    said = observed.checked(held.country_id, by)
    if held.state == ObservationState.SETTLED and said["kind"] != ObservationKind.SHORTFALL:
        raise ObservedError(_("Only a shortfall is settled: let it stand again first."), "kind")
    changed = [name for name in FIELDS if getattr(held, name) != said[name]]
    if not changed:  # nothing to do, or the same form sent twice
        unchanged()
        return held
    if held.revision != revision:
        raise StaleError(held)
    for name in changed:
        setattr(held, name, said[name])
    held.revision, held.changed_at = held.revision + 1, clock.now()
    held.save()
    fields = [name.removesuffix("_id") for name in changed]
    record(ObservationChanged(fields=fields, revision=held.revision), subject=held, by=by)
    return held


@action
def set_observation_state(*, observation: Observation, state: ObservationState, why: str, by: Viewer) -> Observation:
    """Say that an observation is settled, withdrawn, or stands again. Raises as `change_observation`."""
    held = _held(observation, by)
    if held.state == state:
        raise ObservedError(_("It stands so already."), "state")
    if state == ObservationState.SETTLED and held.kind != ObservationKind.SHORTFALL:
        raise ObservedError(_("Only a shortfall is settled."), "state")
    said = text_of(why, most=LONGEST_WHY, field="why", must=_("Say why."))
    old, held.state = held.state, state
    held.state_why = "" if state == ObservationState.STANDS else said
    held.revision, held.changed_at = held.revision + 1, clock.now()
    held.save(update_fields=["state", "state_why", "revision", "changed_at"])
    record(ObservationStateSet(old=old, new=state.value, why=said), subject=held, by=by)
    return held


def _held(observation: Observation, by: Viewer) -> Observation:
    held: Observation = Observation.objects.visible_to(by).select_for_update().get(pk=observation.pk)
    by.must(Permission.OBSERVE, country=held.country_id)
    must_reach(by, reach_of(held))
    return held
