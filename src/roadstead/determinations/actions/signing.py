"""Proposing, reviewing, signing: three people, in this order, each over exactly what they were shown."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.core.case_steps import State
from roadstead.determinations import bridge
from roadstead.determinations.actions.freezing import freeze
from roadstead.determinations.actions.shape import (
    CaseError,
    StaleCaseError,
    end_signatures,
    keep,
    person_of,
    step,
    words,
)
from roadstead.determinations.bridge import Whole
from roadstead.determinations.enums import CaseState, Effect, Part
from roadstead.determinations.events import CaseSigned
from roadstead.determinations.models import LONGEST_WHY, Case, Signature
from roadstead.determinations.queries import sources
from roadstead.determinations.queries.cases import faults_of, procedure_of, signatures, steps_of, whole
from roadstead.determinations.words import sentence

RIGHTS = {
    Part.PROPOSER: Permission.OPEN_CASES,
    Part.REVIEWER: Permission.REVIEW_CASES,
    Part.SIGNER: Permission.SIGN_CASES,
}
ORDER = tuple(Part)
AFTER = bridge.AFTER_SIGNING


@action
def sign_case(*, case: Case, part: Part, digest: str, by: Viewer, note: str = "") -> Case:
    """Do one part of the decision. digest: of the case as it was shown to who signs.

    Raises PermissionDenied; CaseError; StaleCaseError where the case is not what was shown; DoesNotExist.
    """
    held = Case.objects.visible_to(by).select_for_update().get(pk=case.pk)
    right = RIGHTS[part]
    by.must(right, country=held.country_id) if right is Permission.OPEN_CASES else by.must(right)
    _check_turn(held, part, person_of(by))
    ready = whole(held)
    if bridge.digest(ready) != digest:
        raise StaleCaseError(held)
    if missing := lacking(held, ready):
        raise CaseError(missing[0])
    if stale := sources.changed(ready):
        numbers = ", ".join(str(one.number) for one in stale)
        raise CaseError(
            _("Sources %(numbers)s say something else now. Take them out and in again, or take them out.")
            % {"numbers": numbers}
        )
    said = " ".join(note.replace("\0", "").split())[:LONGEST_WHY]
    try:
        with transaction.atomic():
            Signature.objects.create(
                case=held, part=part, person_id=person_of(by), at=clock.now(), digest=digest, words=said
            )
    except IntegrityError as error:  # two people did it at once
        raise CaseError(_("Somebody has done this part already.")) from error
    record(CaseSigned(part=part.value, digest=digest), subject=held, by=by)
    if part == Part.SIGNER:
        freeze(ready, by)
        step(held, CaseState.SIGNED, by)
    else:
        keep(held)
    return held


@action
def withdraw_signature(*, case: Case, why: str, by: Viewer) -> Case:
    """Take one's own signature back, and with it those that came after. Raises as `sign_case` does."""
    held = Case.objects.visible_to(by).select_for_update().get(pk=case.pk)
    if CaseState(held.state).ended:
        raise CaseError(_("The case is over; what was signed stays signed."))
    reason = words(why, _("Say why you take it back."), "why", longest=LONGEST_WHY)
    given = signatures(held)
    mine = next((one for one in given if one.person_id == person_of(by)), None)
    if mine is None:
        raise CaseError(_("You have signed nothing here that still holds."))
    end_signatures(held, [one for one in given if one.pk >= mine.pk], reason, by)
    if held.state == CaseState.OPEN:
        keep(held)
    return held


def lacking(case: Case, held: Whole | None = None) -> list[str]:
    """What has to be there before anybody signs, in words: nothing may be left to be filled in afterwards."""
    held, law = held or whole(case), procedure_of(case)
    found = [sentence(fault, law) for fault in faults_of(held, clock.today())]
    for standing in steps_of(held):
        if standing.step.code in AFTER or standing.step.optional:
            continue
        if standing.state not in (State.DONE, State.LEFT_OUT):
            found.append(_("“%(step)s” has no day yet.") % {"step": standing.step.title})
    if not case.finding:
        found.append(_("What was found is not written yet."))
    if not held.evidence:
        found.append(_("The case rests on nothing yet: take a source into it."))
    if Effect(case.effect).of_facilities and not held.facilities:
        found.append(_("Name the facilities."))
    return [*found, *_before_ships(held)]


def _before_ships(held: Whole) -> list[str]:
    """What is asked of a decision that puts conditions on ships."""
    if held.case.effect != Effect.LIST:
        return []
    found = []
    if held.count is None:
        found.append(_("What the decision does to ships is not counted yet: count it, or say why not."))
    if not held.tellings:
        found.append(_("The transition plan is empty: say who is told of the decision, when, and by whom."))
    return found


def _check_turn(held: Case, part: Part, person: int) -> None:
    """Raises CaseError where it is not this person's turn."""
    if held.state != CaseState.OPEN:
        raise CaseError(_("The case is %(state)s.") % {"state": CaseState(held.state).label})
    given = signatures(held)
    done = [Part(one.part) for one in given]
    if part in done:
        raise CaseError(_("Somebody has done this part already."))
    if any(one.person_id == person for one in given):
        raise CaseError(_("Three people, each for their part: you have done one already."))
    before = ORDER[: ORDER.index(part)]
    if absent := next((one for one in before if one not in done), None):
        raise CaseError(_("First somebody %(part)s.") % {"part": Part(absent).label})
