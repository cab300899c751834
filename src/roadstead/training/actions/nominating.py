"""Nominating people for a course, withdrawing them, and saying how it was."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.core.names import fold
from roadstead.training.actions.seats import step_nomination
from roadstead.training.actions.shape import keep, person_of
from roadstead.training.actions.telling import tell_maker
from roadstead.training.enums import NominationState, OfferingState
from roadstead.training.errors import TrainingError, text_of
from roadstead.training.events import Evaluated, Nominated
from roadstead.training.models import Nomination, Offering
from roadstead.training.models.offerings import LONGEST_TITLE, LONGEST_WHY

NOMINATE = Permission.NOMINATE_FOR_TRAINING
MOST_OF_A_STATE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegate:
    """What is needed of a person to take part, and nothing else."""

    name: str
    position: str
    workplace: str
    language: str = ""
    needs: str = ""


@action
def nominate(*, uid: UUID, offering: Offering, country: str, delegate: Delegate, by: Viewer) -> Nomination:
    """Nominate somebody of a State while nominations are open. Who is nominated already is not nominated again.

    Raises PermissionDenied; TrainingError; DoesNotExist where the offering may not be read.
    """
    by.must(NOMINATE, country=country)
    person = person_of(by)
    rows: Any = Nomination.objects.visible_to(by)
    if before := rows.filter(uid=uid).first():
        unchanged()
        same: Nomination = before
        return same
    offered: Any = Offering.objects.visible_to(by).select_for_update(of=("self",)).get(pk=offering.pk)
    if offered.state != OfferingState.OPEN or offered.nominate_by < clock.today():
        raise TrainingError(_("Nominations for this course are not open (any more)."))
    fields = _checked(delegate)
    standing = rows.filter(offering=offered.pk, country=country).exclude(state=NominationState.WITHDRAWN)
    if any(fold(one) == fold(fields["name"]) for one in standing.values_list("name", flat=True)):
        raise TrainingError(_("This person is nominated already."), "name")
    if standing.count() >= MOST_OF_A_STATE:
        raise TrainingError(_("A State nominates at most %(most)s people.") % {"most": MOST_OF_A_STATE})
    now = clock.now()
    who = {"country_id": country, "nominated_by_id": person, "nominated_at": now, "changed_at": now}
    made: Nomination = Nomination.objects.create(uid=uid, offering=offered, **who, **fields)
    record(Nominated(nomination=made.pk, country=country), subject=offered, by=by)
    return made


@action
def withdraw_nomination(*, nomination: Nomination, why: str, by: Viewer) -> Nomination:
    """Withdraw a delegate before the course begins; the place is free again. Raises as `nominate`."""
    held = _own(nomination, by)
    if held.state == NominationState.WITHDRAWN:
        unchanged()
        return held
    reason = text_of(why, most=LONGEST_WHY, field="why", must=_("Say why."), line=True)
    if held.offering.first_on <= clock.today():
        raise TrainingError(_("The course has begun: say there who did not come."))
    had_a_place = NominationState(held.state).takes_a_place
    step_nomination(held, NominationState.WITHDRAWN, reason, by)
    if had_a_place:
        tell_maker(held.offering, _("A delegate with a place was withdrawn: the place is free."))
    return held


@action
def evaluate(*, nomination: Nomination, useful: int, said: str, by: Viewer) -> Nomination:
    """Say how useful a course was for a delegate who came, from 1 to 5, and in words. Raises as `nominate`."""
    held = _own(nomination, by)
    if held.state not in (NominationState.ATTENDED, NominationState.PARTLY):
        raise TrainingError(_("Who came says how it was: this delegate is not entered as having come."))
    if not 1 <= useful <= 5:
        raise TrainingError(_("Say how useful it was, from 1 to 5."), "useful")
    words = text_of(said, most=LONGEST_WHY, field="said")
    if (held.useful, held.said) == (useful, words):
        unchanged()
        return held
    held.useful, held.said = useful, words
    keep(held, "useful", "said")
    record(Evaluated(nomination=held.pk, useful=useful), subject=held.offering, by=by)
    return held


def _own(nomination: Nomination, by: Viewer) -> Nomination:
    """A nomination of a State for which somebody nominates, locked, with its offering."""
    rows: Any = Nomination.objects.visible_to(by).select_for_update(of=("self",))
    held: Nomination = rows.get(pk=nomination.pk)
    by.must(NOMINATE, country=held.country_id)
    held.offering = Offering.objects.for_the_system("the offering of a nomination that was read").get(
        pk=held.offering_id
    )
    return held


def _checked(said: Delegate) -> dict[str, str]:
    musts = {
        "name": _("Write the name as it is to stand on the certificate."),
        "position": _("Write what the person does."),
        "workplace": _("Write for which authority or facility the person works."),
    }
    fields = {
        name: text_of(getattr(said, name), most=LONGEST_TITLE, field=name, must=must, line=True)
        for name, must in musts.items()
    }
    fields["language"] = text_of(said.language, most=LONGEST_TITLE, field="language", line=True)
    fields["needs"] = text_of(said.needs, most=LONGEST_WHY, field="needs")
    return fields
