"""Accepting items as they stand, and agreeing the whole by a named person of each side."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.agenda_keeping import follow_agreement
from roadstead.visits.actions.agenda_parties import AgendaError, Party, StaleItemError, hold_agenda
from roadstead.visits.actions.agenda_telling import tell_agreement, tell_other_side
from roadstead.visits.actions.agenda_uses import note_use
from roadstead.visits.agenda_enums import Side, Use
from roadstead.visits.agenda_events import AgendaAgreed, ItemsAccepted
from roadstead.visits.models import AgendaAcceptance, AgendaAgreement, Visit
from roadstead.visits.models.agenda import LONGEST_NAME
from roadstead.visits.queries import agenda as queries


@action
def accept_items(*, visit: Visit, items: Mapping[int, int], by: Viewer, link: Any = None) -> int:
    """Accept items for one's side, each at the revision that was looked at; how many were new. Twice is once.

    Raises PermissionDenied; AgendaError; StaleItemError where one was changed; DoesNotExist.
    """
    held, agenda, party = hold_agenda(visit, by, link)
    rows = {one.pk: one for one in queries.items_of(agenda)}
    if lacking := items.keys() - rows.keys():
        said = _("An item was taken off the agenda meanwhile (%(count)s). Look at the agenda anew, then accept.")
        raise AgendaError(said % {"count": len(lacking)})
    for number, revision in items.items():
        if rows[number].revision != revision:
            raise StaleItemError(rows[number])
    accepted = {item for item, side in queries.acceptances_of(agenda) if side == party.side}
    new = sorted(items.keys() - accepted)
    if not new:
        unchanged()
        return 0
    AgendaAcceptance.objects.bulk_create(
        AgendaAcceptance(item=rows[number], revision=items[number], at=clock.now(), **party.columns) for number in new
    )
    record(ItemsAccepted(items=new, side=party.side.value), subject=held, by=by)
    note_use(party, Use.ACCEPTED)
    tell_other_side(held, agenda, party, _("accepted items"))
    return len(new)


@action
def agree_agenda(*, visit: Visit, digest: str, name: str, office: str, by: Viewer, link: Any = None) -> AgendaAgreement:
    """Agree the whole agenda for one's side, as the named person; bound to the digest that was looked at.

    It asks that both sides accepted every item. Sent twice, it agrees once. Once both sides have, the visit follows.
    Raises PermissionDenied; AgendaError; DoesNotExist.
    """
    held, agenda, party = hold_agenda(visit, by, link)
    version = queries.version_of(agenda, agenda.version)
    if version is None or version.digest != digest:
        raise AgendaError(_("The agenda was changed after you opened the page. Look at it anew before you agree."))
    before: AgendaAgreement | None = queries.agreements_of(agenda).get(party.side)
    if before is not None:
        unchanged()
        return before
    _check_accepted(agenda)
    signed = " ".join(name.split())
    if not signed:
        raise AgendaError(_("Write the name of the person who agrees."), "name")
    if max(len(signed), len(office)) > LONGEST_NAME:
        raise AgendaError(_("At most %(most)s characters.") % {"most": LONGEST_NAME}, "name")
    said = party.columns | {"name": signed, "office": " ".join(office.split())}
    made: AgendaAgreement = AgendaAgreement.objects.create(version=version, digest=digest, at=clock.now(), **said)
    record(AgendaAgreed(side=party.side.value, version=version.number, digest=digest), subject=held, by=by)
    note_use(party, Use.AGREED)
    follow_agreement(held, agenda, party, by)
    _tell(held, agenda, party)
    return made


def _check_accepted(agenda: Any) -> None:
    rows = queries.items_of(agenda)
    if not rows:
        raise AgendaError(_("There is nothing on the agenda yet. Propose an item first."))
    open_ones = len(rows) * len(Side.values) - len(queries.acceptances_of(agenda))
    if open_ones:
        said = _("Both sides accept every item first. %(count)s acceptances are still open.")
        raise AgendaError(said % {"count": open_ones})


def _tell(visit: Any, agenda: Any, party: Party) -> None:
    if queries.agreements_of(agenda).keys() == set(Side.values):
        tell_agreement(visit, agenda)
    else:
        tell_other_side(visit, agenda, party, _("agreed the whole agenda; it waits for you to agree, too"))
