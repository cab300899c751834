"""Proposing a visit, and changing what is said of it."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry import queries as registry
from roadstead.visits.actions.days import plan_visit
from roadstead.visits.actions.shape import SAID, Draft, VisitError, hold, keep
from roadstead.visits.enums import TeamRole, VisitState
from roadstead.visits.events import VisitChanged, VisitProposed
from roadstead.visits.models import TeamMember, Visit, VisitStep


@action
def propose_visit(
    *,
    uid: UUID,
    country: str,
    draft: Draft,
    by: Viewer,
    first_on: date | None = None,
    last_on: date | None = None,
    past: bool = False,
) -> Visit:
    """Propose a visit; with days it is planned at once. The same `uid` again, from the same person, proposes nothing.

    past: who proposes it knows that its days are over.

    Raises PermissionDenied; VisitError.
    """
    if not country:
        raise VisitError(_("Choose the country."), "country")
    by.must(Permission.PLAN_VISITS, country=country)
    if by.user_id is None:
        raise VisitError(_("A visit is proposed by a person."))
    if before := _sent_before(uid, by):
        unchanged()
        return before
    if not registry.country_rows({country}).exists():
        raise VisitError(_("There is no such country."), "country")
    if (first_on is None) != (last_on is None):
        raise VisitError(_("Give both days, or neither yet."), "last_on" if first_on else "first_on")
    try:
        with transaction.atomic():
            visit = _make(uid, country, draft, by.user_id, by)
    except IntegrityError as error:  # the same form came twice at once, or somebody copied it
        if before := _sent_before(uid, by):
            unchanged()
            return before
        raise VisitError(_("This form was sent before. Open a new one, and put your text into it.")) from error
    record(VisitProposed(kind=str(visit.kind), country=country), subject=visit, by=by)
    if first_on is not None and last_on is not None:
        visit = plan_visit(visit=visit, revision=visit.revision, first_on=first_on, last_on=last_on, past=past, by=by)
    return visit


@action
def change_visit(*, visit: Visit, revision: int, draft: Draft, by: Viewer) -> Visit:
    """Change what is said of a visit. `revision` is the one that was looked at.

    Raises PermissionDenied; VisitError; StaleVisitError; DoesNotExist where it may not be read.
    """
    held = hold(visit, revision, by)
    new = draft.fields(held.country_id, by, held.pk)
    changed = [name for name in SAID if getattr(held, name) != new[name]]
    if not changed:
        unchanged()
        return held
    if not new["benefit"] and held.deconflicted_at is not None:
        raise VisitError(_("What the host gains was recorded: it stays said."), "benefit")
    for name in changed:
        setattr(held, name, new[name])
    keep(held, *(name.removesuffix("_id") for name in changed))
    if "lead_id" in changed:
        _lead_anew(held)
    record(VisitChanged(fields=changed, revision=held.revision), subject=held, by=by)
    return held


def _sent_before(uid: UUID, by: Viewer) -> Visit | None:
    return Visit.objects.visible_to(by).filter(uid=uid, proposed_by=by.user_id).first()


def _make(uid: UUID, country: str, draft: Draft, person: int, by: Viewer) -> Visit:
    now = clock.now()
    visit = Visit.objects.create(
        uid=uid,
        country_id=country,
        **draft.fields(country, by),
        mark=Mark.PROGRAMME,
        mark_reason=_("As proposed; not shared yet."),
        marked_by_id=person,
        marked_at=now,
        proposed_by_id=person,
        proposed_at=now,
        changed_at=now,
    )
    VisitStep.objects.create(visit=visit, after=VisitState.PROPOSED, at=now, by_id=person)
    TeamMember.objects.create(visit=visit, person_id=visit.lead_id, role=TeamRole.LEAD)
    return visit


def _lead_anew(held: Visit) -> None:
    """Who leads is in the team as such; who led stays in it as a member."""
    team = TeamMember.objects.filter(visit=held).stated()
    team.filter(role=TeamRole.LEAD).update(role=TeamRole.MEMBER)
    if not team.filter(person=held.lead_id).update(role=TeamRole.LEAD):
        TeamMember.objects.create(visit=held, person_id=held.lead_id, role=TeamRole.LEAD)
