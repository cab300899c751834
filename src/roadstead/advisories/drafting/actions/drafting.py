"""Beginning a draft from decided cases, changing it, dropping it."""

from collections.abc import Collection
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from roadstead.advisories.drafting.actions.shape import DraftError, DraftSaid, hold, keep, person_of
from roadstead.advisories.drafting.queries import begun, free_cases
from roadstead.advisories.events import DraftBegun, DraftChanged, DraftDropped
from roadstead.advisories.models import Draft, DraftCase, DraftState
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.determinations.enums import Effect, Level
from roadstead.determinations.queries.decided import decided

LONGEST_WHY = 300


@action
def begin_draft(*, uid: UUID, cases: Collection[int], said: DraftSaid, by: Viewer) -> Draft:
    """Begin a draft. The same `uid` again, from the same person, begins nothing.

    Raises PermissionDenied; DraftError.
    """
    by.must(Permission.DRAFT_EDITIONS)
    person = person_of(by)
    if before := Draft.objects.visible_to(by).filter(uid=uid, drafted_by=person).first():
        unchanged()
        return before
    _check_cases(cases, by)
    now = clock.now()
    try:
        with transaction.atomic():
            draft = Draft.objects.create(
                uid=uid,
                **said.fields(),
                mark=Mark.PROGRAMME,
                mark_reason=_("A draft is the programme’s own; what is published is for everyone."),
                marked_by_id=person,
                marked_at=now,
                drafted_by_id=person,
                drafted_at=now,
                changed_by_id=person,
                changed_at=now,
            )
            for case in sorted(set(cases)):
                DraftCase.objects.create(draft=draft, case_id=case)
    except IntegrityError as error:
        raise DraftError(_("One of the cases was taken into another draft just now."), "cases") from error
    record(DraftBegun(cases=sorted(set(cases))), subject=draft, by=by)
    return draft


@action
def change_draft(*, draft: Draft, revision: int, said: DraftSaid, by: Viewer) -> Draft:
    """Change what is said in a draft. Raises PermissionDenied; DraftError; StaleDraftError; DoesNotExist."""
    by.must(Permission.DRAFT_EDITIONS)
    held, new = _free(hold(draft, revision, by), by), said.fields()
    changed = [name for name, value in new.items() if getattr(held, name) != value]
    if not changed:
        unchanged()
        return held
    for name in changed:
        setattr(held, name, new[name])
    held.changed_by_id = person_of(by)
    keep(held, *changed, "changed_by")
    record(DraftChanged(fields=changed, revision=held.revision), subject=held, by=by)
    return held


@action
def drop_draft(*, draft: Draft, revision: int, why: str, by: Viewer) -> Draft:
    """Drop a draft; its cases are free for another. Raises as `change_draft` does."""
    by.must(Permission.DRAFT_EDITIONS)
    held = _free(hold(draft, revision, by), by)
    reason = " ".join(why.split())[:LONGEST_WHY]
    if not reason:
        raise DraftError(_("Say why the draft is dropped."), "why")
    DraftCase.objects.filter(draft=held).stated().delete()
    held.state = DraftState.DROPPED
    keep(held, "state")
    record(DraftDropped(why=reason), subject=held, by=by)
    return held


def _free(held: Draft, by: Viewer) -> Draft:
    """The draft, unless its edition is in force already. Raises DraftError."""
    if begun(held, by):
        raise DraftError(_("Its edition is in force already: publish it once more, so that the draft says so, too."))
    return held


def _check_cases(cases: Collection[int], by: Viewer) -> None:
    """Raises DraftError where a case is not signed, stands in a draft, or is not what an edition can say."""
    if not cases:
        raise DraftError(_("Choose the decided cases that the edition carries."), "cases")
    found = list(free_cases(by).filter(pk__in=cases))
    if len(found) < len(set(cases)):
        raise DraftError(_("Choose cases that are signed and in no draft."), "cases")
    for one in decided([case.pk for case in found if case.level == Level.FACILITY], by):
        if one.effect in (Effect.LIST, Effect.DELIST) and not one.facilities:
            said = _("“%(case)s” is about a facility and names none; an edition could not say which.")
            raise DraftError(said % {"case": one.case.title}, "cases")
