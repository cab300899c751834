"""What follows every change of an agenda, inside of the action: a version, agreements void, the state of the visit."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from roadstead.audit.actions import record
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.agenda_parties import AgendaError, Party
from roadstead.visits.actions.shape import keep
from roadstead.visits.actions.stepping import step
from roadstead.visits.agenda import snapshots
from roadstead.visits.agenda_enums import Side
from roadstead.visits.agenda_events import AgreementVoid
from roadstead.visits.enums import VisitState
from roadstead.visits.events import VisitStepped
from roadstead.visits.models import AgendaAgreement, AgendaLook, AgendaVersion, VisitStep
from roadstead.visits.queries import agenda as queries


def check_reopened(agenda: Any, reopen: bool) -> None:
    """Raises AgendaError where a side agreed the whole and who changes it now does not say that they know."""
    if not reopen and queries.agreements_of(agenda):
        said = _("This agenda was agreed as a whole. Tick that you know that it will have to be agreed again.")
        raise AgendaError(said, "reopen")


def keep_version(visit: Any, agenda: Any, party: Party, by: Viewer) -> AgendaVersion:
    """Keep the agenda as it stands now, as its next version; what was agreed before is void."""
    before = queries.agreements_of(agenda)
    agenda.version += 1
    agenda.save(update_fields=["version"])
    snapshot = snapshots.taken(agenda.version, queries.items_of(agenda))
    made: AgendaVersion = AgendaVersion.objects.create(
        agenda=agenda,
        number=agenda.version,
        snapshot=snapshot,
        digest=snapshots.digest(snapshot),
        side=party.side,
        name=party.name,
        at=clock.now(),
    )
    if before:
        _void(visit, before.values(), agenda.version - 1, by)
        if visit.state == VisitState.AGREED:
            _step(visit, VisitState.NOTIFIED, _("the agenda changed after it was agreed"), party, by)
    _seen_by_oneself(agenda, party)
    return made


def void_agreements(visit: Any, by: Viewer) -> None:
    """What was agreed of the agenda is void, since the days of the visit move; the state is the caller's to change."""
    agenda = queries.agenda_of(visit)
    if agenda is not None and (before := queries.agreements_of(agenda)):
        _void(visit, before.values(), agenda.version, by)


def follow_agreement(visit: Any, agenda: Any, party: Party, by: Viewer) -> None:
    """The visit is agreed once both sides agree its agenda, if notice of it was given."""
    both = queries.agreements_of(agenda).keys() == set(Side.values)
    if both and visit.state == VisitState.NOTIFIED:
        _step(visit, VisitState.AGREED, _("both sides agreed the agenda"), party, by)


def _void(visit: Any, agreements: Iterable[AgendaAgreement], version: int, by: Viewer) -> None:
    AgendaAgreement.objects.filter(pk__in=[one.pk for one in agreements]).stated().update(void_at=clock.now())
    record(AgreementVoid(version=version), subject=visit, by=by)


def _seen_by_oneself(agenda: Any, party: Party) -> None:
    """Who has seen everything but what they have just written themselves, has seen that, too."""
    rows = AgendaLook.objects.filter(agenda=agenda, version=agenda.version - 1).stated()
    mine = rows.filter(link=party.link) if party.link is not None else rows.filter(person=party.person)
    mine.update(version=agenda.version, at=clock.now())


def _step(visit: Any, after: VisitState, why: str, party: Party, by: Viewer) -> None:
    """A step of the visit; by a link it stands under who gave the link, and says for whom."""
    if party.link is None:
        step(visit, after, by, why)
        return
    before = VisitState(visit.state)
    visit.state = after
    keep(visit, "state")
    said = _("%(why)s, %(name)s by a link") % {"why": why, "name": party.name}
    VisitStep.objects.create(
        visit=visit, before=before, after=after, at=clock.now(), by_id=party.link.given_by_id, why=said[:300]
    )
    record(VisitStepped(before=before.value, after=after.value, why=why), subject=visit, by=by)
