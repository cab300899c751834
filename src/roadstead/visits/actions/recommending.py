"""Making recommendations and changing them: either side to the other."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from roadstead.accounts import readers
from roadstead.accounts.actions.notices import notify
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.registry import queries as registry
from roadstead.visits.actions.observed_parts import facility_of, marked_as, person_of, recommends_as, side_of
from roadstead.visits.models import Observation, Recommendation, Visit
from roadstead.visits.models.observations import LONGEST_OBSERVATION
from roadstead.visits.observed_enums import RecommendationState, Side
from roadstead.visits.observed_shape import ObservedError, StaleError, text_of
from roadstead.visits.queries.owners import owners
from roadstead.visits.recommended_events import RecommendationChanged, RecommendationMade

LONGEST_OWNER = 150  # characters
FIELDS = ("text", "owner", "owner_contact_id", "owner_user_id", "due_on", "before")


@dataclass(frozen=True, slots=True)
class Recommended:
    """What somebody recommends. before: how it is now, for the review at the next visit.

    sees_to: the key of a person of queries.owners; owner: the words for somebody who is not known here yet.
    """

    text: str
    owner: str
    due_on: date
    before: str = ""
    sees_to: str = ""

    def checked(self, country: str, toward: Side, by: Viewer) -> dict[str, Any]:
        """The fields of the row. Raises ObservedError."""
        must = {"text": _("Write what is recommended.")}
        return {
            "text": text_of(self.text, most=LONGEST_OBSERVATION, field="text", must=must["text"]),
            **self._owner(country, toward, by),
            "due_on": self.due_on,
            "before": text_of(self.before, most=LONGEST_OBSERVATION, field="before"),
        }

    def _owner(self, country: str, toward: Side, by: Viewer) -> dict[str, Any]:
        """Who sees to it: a person who is known here, or somebody in words."""
        said = text_of(" ".join(self.owner.split()), most=LONGEST_OWNER, field="owner")
        if not self.sees_to:
            if not said:
                raise ObservedError(_("Say who sees to it."), "owner")
            return {"owner": said, "owner_contact_id": None, "owner_user_id": None}
        if said:
            raise ObservedError(_("Choose somebody, or write who it is: not both."), "owner")
        chosen = next((one for one in owners(country, toward, by) if one.key == self.sees_to), None)
        if chosen is None:
            raise ObservedError(_("That person cannot see to it (any more). Choose another."), "sees_to")
        name = chosen.name or _("the officer who answers for the country")
        return {"owner": name[:LONGEST_OWNER], "owner_contact_id": chosen.contact, "owner_user_id": chosen.user}


@action
def make_recommendation(
    *,
    uid: UUID,
    country: str,
    recommended: Recommended,
    by: Viewer,
    facility: int | None = None,
    observation: Observation | None = None,
    visit: Visit | None = None,
) -> Recommendation:
    """Recommend something to the other side. The same `uid` again makes nothing more.

    What a host recommends is shared with its State at once; what the programme does, once it is marked so.
    Raises PermissionDenied, ObservedError; DoesNotExist where observation or visit may not be read.
    """
    recommends_as(by, country, facility)
    side, person = side_of(by), person_of(by)
    said = recommended.checked(country, side.other, by)
    if said["due_on"] < clock.today():
        raise ObservedError(_("That day is past. Choose a later one."), "due_on")
    said |= _of(country, facility, observation, visit, by) | {"toward": side.other, "made_by_id": person}
    if side is Side.HOST:
        marking, people = marked_as(None, by)
        marking |= {"mark": Mark.PARTNER, "mark_reason": _("Recommended by the host.")}
    else:
        marking, people = marked_as(observation or visit, by)
    now = clock.now()
    rows: Any = Recommendation.objects.for_the_system("whether this form was sent before")
    made: Recommendation
    made, new = rows.get_or_create(uid=uid, defaults=said | marking | {"made_at": now, "changed_at": now})
    if made.made_by_id != person or made.country_id != country:
        raise ObservedError(_("This form was sent before. Open a new one, and put your text into it."))
    if not new:
        unchanged()
        return made
    made.people.set(people)
    if side is Side.HOST:
        made.states.set(registry.country_rows([country]))
        _tell_officers(made)
    record(RecommendationMade(toward=made.toward), subject=made, by=by)
    return made


@action
def change_recommendation(
    *, recommendation: Recommendation, revision: int, recommended: Recommended, by: Viewer
) -> Recommendation:
    """Change what was recommended, by the side that did. Raises as `make_recommendation`; StaleError."""
    held: Recommendation = Recommendation.objects.visible_to(by).select_for_update().get(pk=recommendation.pk)
    recommends_as(by, held.country_id, held.facility_id)
    if side_of(by) != Side(held.toward).other:
        raise ObservedError(_("Who made a recommendation changes it. Tell them below what you would have otherwise."))
    if RecommendationState(held.state).ended:
        raise ObservedError(_("It has ended. Open it again first."))
    said = recommended.checked(held.country_id, Side(held.toward), by)
    changed = [name for name in FIELDS if getattr(held, name) != said[name]]
    if not changed:  # nothing to do, or the same form sent twice
        unchanged()
        return held
    if held.revision != revision:
        raise StaleError(held)
    for name in changed:
        setattr(held, name, said[name])
    held.revision, held.changed_at = held.revision + 1, clock.now()
    held.save(update_fields=[*changed, "revision", "changed_at"])
    fields = sorted({name.removesuffix("_id").removesuffix("_contact").removesuffix("_user") for name in changed})
    record(RecommendationChanged(fields=fields, revision=held.revision), subject=held, by=by)
    return held


def _of(
    country: str, facility: int | None, observation: Observation | None, visit: Visit | None, by: Viewer
) -> dict[str, Any]:
    """What it is about. Raises ObservedError where that is of another country, DoesNotExist where it is withheld."""
    seen: Any = Observation.objects.visible_to(by).get(pk=observation.pk) if observation else None
    trip: Any = Visit.objects.visible_to(by).get(pk=visit.pk) if visit else None
    if any(one is not None and one.country_id != country for one in (seen, trip)):
        raise ObservedError(_("What it is about belongs to another country."))
    if facility is None and seen is not None:
        facility = seen.facility_id
    about = {"country_id": country, "facility_id": facility_of(facility, country, by), "observation": seen}
    return about | {"visit_id": trip.pk if trip else seen.visit_id if seen else None}


def _tell_officers(made: Recommendation) -> None:
    """A word to who leads the visit that it is about, and to who is to see to it, without its text."""
    trip: Any = Visit.objects.for_the_system("whom to tell of a recommendation").filter(pk=made.visit_id or 0).first()
    people = {number for number in (trip.lead_id if trip else None, made.owner_user_id) if number is not None}
    for person in readers.staff_among(people) if people else ():
        notify(person, _("A host recommended something to the programme."), f"/desk/recommendations/{made.pk}/")
