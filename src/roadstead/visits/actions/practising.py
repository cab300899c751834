"""Writing best practice, and releasing it: stripped of what names its source, with the host's consent."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.marking import set_mark
from roadstead.registry.enums import CargoKind
from roadstead.registry.queries import country_rows
from roadstead.registry.reach import Reach, must_reach, reach_of
from roadstead.visits.actions.observed_parts import facility_of, marked_as, person_of
from roadstead.visits.isps import elements
from roadstead.visits.models import BestPractice, Observation
from roadstead.visits.models.practice import LONGEST_PRACTICE
from roadstead.visits.models.visits import LONGEST_WHY
from roadstead.visits.observed_shape import ObservedError, StaleError, text_of
from roadstead.visits.practice_events import (
    PracticeChanged,
    PracticeConsented,
    PracticeReleased,
    PracticeWithdrawn,
    PracticeWritten,
)
from roadstead.visits.queries.giveaways import giveaways_of

RELEASED = (Mark.PUBLIC, Mark.PARTNER)
FIELDS = ("title", "text", "elements", "cargo", "origin_id", "origin_facility_id")


@dataclass(frozen=True, slots=True)
class Practice:
    """What somebody writes; origin: the country where it was seen, which stays with the programme."""

    title: str
    text: str
    elements: Collection[str]
    origin: str
    cargo: Collection[str] = ()
    origin_facility: int | None = None

    def checked(self, by: Viewer) -> dict[str, Any]:
        """The fields of the row. Raises ObservedError."""
        if not self.elements or set(self.elements) - set(elements()):
            raise ObservedError(_("Choose the elements that it helps with."), "elements")
        if set(self.cargo) - set(CargoKind.values):
            raise ObservedError(_("There is no such kind of cargo."), "cargo")
        if not country_rows([self.origin]).exists():
            raise ObservedError(_("Say where it was seen. Only the programme is shown that."), "origin")
        return {
            "title": text_of(" ".join(self.title.split()), most=200, field="title", must=_("Give it a title.")),
            "text": text_of(self.text, most=LONGEST_PRACTICE, field="text", must=_("Write what is done, and why.")),
            "elements": [code for code in elements() if code in self.elements],
            "cargo": sorted(self.cargo),
            "origin_id": self.origin,
            "origin_facility_id": facility_of(self.origin_facility, self.origin, by),
        }


@action
def write_practice(
    *, uid: UUID, practice: Practice, by: Viewer, observation: Observation | None = None
) -> BestPractice:
    """Write a best practice, for the programme until it is released. Raises PermissionDenied, ObservedError."""
    by.must(Permission.KEEP_BEST_PRACTICE)
    said, person, now = practice.checked(by), person_of(by), clock.now()
    seen: Any = Observation.objects.visible_to(by).get(pk=observation.pk) if observation else None
    marking, people = marked_as(seen, by)
    said |= {"origin_observation": seen, "written_by_id": person, "written_at": now, "changed_at": now}
    rows: Any = BestPractice.objects.for_the_system("whether this form was sent before")
    made: BestPractice
    made, new = rows.get_or_create(uid=uid, defaults=said | marking)
    if made.written_by_id != person:
        raise ObservedError(_("This form was sent before. Open a new one, and put your text into it."))
    if not new:
        unchanged()
        return made
    made.people.set(people)
    record(PracticeWritten(elements=made.elements), subject=made, by=by)
    return made


@action
def change_practice(
    *, practice: BestPractice, revision: int, to: Practice, by: Viewer, looked: bool = False
) -> BestPractice:
    """Change it; what is released already is checked again first. Raises as `release_practice`; StaleError."""
    held = _held(practice, by)
    said = to.checked(by)
    changed = [name for name in FIELDS if getattr(held, name) != said[name]]
    if not changed:  # nothing to do, or the same form sent twice
        unchanged()
        return held
    if held.revision != revision:
        raise StaleError(held)
    for name in changed:
        setattr(held, name, said[name])
    if held.mark in RELEASED:
        _must_be_clean(held, by, looked)
    held.revision, held.changed_at = held.revision + 1, clock.now()
    held.save()
    fields = [name.removesuffix("_id") for name in changed if not name.startswith("origin")]
    record(PracticeChanged(fields=fields, revision=held.revision), subject=held, by=by)
    return held


@action
def note_consent(*, practice: BestPractice, who: str, on: date, by: Viewer) -> BestPractice:
    """Keep who agreed for the host that it is shared, and when. Raises PermissionDenied, ObservedError."""
    held = _held(practice, by)
    said = text_of(" ".join(who.split()), most=150, field="who", must=_("Say who agreed for the host."))
    if on > clock.today():
        raise ObservedError(_("That day has not come yet."), "on")
    held.consent_by, held.consent_on = said, on
    held.save(update_fields=["consent_by", "consent_on"])
    record(PracticeConsented(on=on.isoformat(), who=said), subject=held, by=by)
    return held


@action
def release_practice(
    *,
    practice: BestPractice,
    mark: Mark,
    states: Collection[str] = (),
    people: Collection[int] = (),
    reason: str,
    by: Viewer,
    looked: bool = False,
    seen_marked_at: datetime | None = None,
) -> Reach:
    """Say who may see it. Beyond the programme: with consent, and with nothing left in it that names its source.

    looked: somebody has looked through the words in doubt, and none does. Raises PermissionDenied, ObservedError,
    MarkError.
    """
    held = _held(practice, by)
    doubts = 0
    if mark in RELEASED:
        if not held.consent_by or held.consent_on is None:
            raise ObservedError(_("Its host has not agreed yet: note who did, and when, before it is released."))
        doubts = _must_be_clean(held, by, looked)
    old, new = set_mark(
        marked=held, mark=mark, states=states, people=people, reason=reason, by=by, seen_marked_at=seen_marked_at
    )
    if mark in RELEASED and old != new:
        record(PracticeReleased(doubts=doubts), subject=held, by=by)
    elif old == new:
        unchanged()
    return new


@action
def withdraw_practice(*, practice: BestPractice, why: str, by: Viewer) -> BestPractice:
    """Say that it holds no longer. Raises PermissionDenied, ObservedError."""
    held = _held(practice, by)
    held.withdrawn_why = text_of(why, most=LONGEST_WHY, field="why", must=_("Say why it is withdrawn."))
    held.withdrawn_at = held.changed_at = clock.now()
    held.revision += 1
    held.save(update_fields=["withdrawn_why", "withdrawn_at", "changed_at", "revision"])
    record(PracticeWithdrawn(why=held.withdrawn_why), subject=held, by=by)
    return held


def _must_be_clean(held: BestPractice, by: Viewer, looked: bool) -> int:
    """How many words in doubt were looked through. Raises ObservedError where its source shows."""
    found = giveaways_of(held, by)
    if sure := [one.word for one in found if one.sure]:
        said = _("It still names its source, or somebody’s: take out %(words)s.")
        raise ObservedError(said % {"words": ", ".join(f"“{one}”" for one in sure)}, "text")
    if found and not looked:
        raise ObservedError(_("Look through the words in doubt, and say that none tells its source."), "looked")
    return len(found)


def _held(practice: BestPractice, by: Viewer) -> BestPractice:
    by.must(Permission.KEEP_BEST_PRACTICE)
    held: BestPractice = BestPractice.objects.visible_to(by).select_for_update().get(pk=practice.pk)
    must_reach(by, reach_of(held))
    if held.withdrawn_at is not None:
        raise ObservedError(_("This was withdrawn. Write anew what holds now."))
    return held
