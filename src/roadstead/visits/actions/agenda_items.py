"""Items of an agenda: proposed, changed (which voids what was accepted), taken off. Either side, by account or link."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.agenda_keeping import check_reopened, keep_version
from roadstead.visits.actions.agenda_parties import AgendaError, Party, StaleItemError, hold_agenda
from roadstead.visits.actions.agenda_shape import ItemText
from roadstead.visits.actions.agenda_telling import tell_other_side
from roadstead.visits.actions.agenda_uses import note_use
from roadstead.visits.agenda_enums import Use
from roadstead.visits.agenda_events import ItemChanged, ItemProposed, ItemWithdrawn
from roadstead.visits.models import AgendaItem, Visit
from roadstead.visits.models.visits import LONGEST_WHY

MOST_ITEMS = 200


@action
def propose_item(
    *, visit: Visit, uid: UUID, text: ItemText, by: Viewer, link: Any = None, reopen: bool = False
) -> AgendaItem:
    """Propose a new item. The same `uid` again writes nothing more.

    reopen: who proposes knows that what was agreed as a whole is void then.
    Raises PermissionDenied; AgendaError; DoesNotExist where the visit may not be read.
    """
    held, agenda, party = hold_agenda(visit, by, link)
    rows = AgendaItem.objects.filter(agenda=agenda).stated()
    if before := rows.filter(uid=uid).first():
        unchanged()
        return before
    check_reopened(agenda, reopen)
    if AgendaItem.objects.for_the_system("a name is of one item alone").filter(uid=uid).exists():
        raise AgendaError(_("Open the form anew, then send it again."))
    number = rows.count() + 1
    if number > MOST_ITEMS:
        raise AgendaError(_("An agenda has at most %(most)s items.") % {"most": MOST_ITEMS})
    said = {"position": number, **_by(party)}
    made: AgendaItem = AgendaItem.objects.create(agenda=agenda, uid=uid, **text.columns(held.kind), **said)
    record(ItemProposed(item=made.pk, side=party.side.value), subject=held, by=by)
    _follow(held, agenda, party, by, _("proposed an item"))
    return made


@action
def change_item(
    *, visit: Visit, item: int, revision: int, text: ItemText, by: Viewer, link: Any = None, reopen: bool = False
) -> AgendaItem:
    """Change an item. `revision` is the one that was looked at; what either side accepted of it is void.

    Raises PermissionDenied; AgendaError; StaleItemError; DoesNotExist where the visit may not be read.
    """
    held, agenda, party = hold_agenda(visit, by, link)
    row: AgendaItem = _item(agenda, item)
    columns = text.columns(held.kind)
    changed = [name for name, value in columns.items() if getattr(row, name) != value]
    if not changed:
        unchanged()
        return row
    if row.revision != revision:
        raise StaleItemError(row)
    check_reopened(agenda, reopen)
    said: dict[str, Any] = {name: columns[name] for name in changed} | _by(party) | {"revision": row.revision + 1}
    _write(row, said)
    about = ItemChanged(item=row.pk, side=party.side.value, revision=row.revision, fields=sorted(changed))
    record(about, subject=held, by=by)
    _follow(held, agenda, party, by, _("changed an item"))
    return row


@action
def withdraw_item(
    *, visit: Visit, item: int, revision: int, why: str, by: Viewer, link: Any = None, reopen: bool = False
) -> AgendaItem:
    """Take an item off the agenda. It is kept, with why. Raises as `change_item` does."""
    held, agenda, party = hold_agenda(visit, by, link)
    sent_twice = AgendaItem.objects.filter(agenda=agenda, pk=item, withdrawn_at__isnull=False, side=party.side)
    if before := sent_twice.stated().first():
        unchanged()
        return before
    row: AgendaItem = _item(agenda, item)
    if row.revision != revision:
        raise StaleItemError(row)
    check_reopened(agenda, reopen)
    why = " ".join(why.replace("\0", "").split())[:LONGEST_WHY]
    _write(row, {"withdrawn_at": clock.now(), "withdrawn_why": why, "revision": row.revision + 1} | _by(party))
    record(ItemWithdrawn(item=row.pk, side=party.side.value), subject=held, by=by)
    _follow(held, agenda, party, by, _("took an item off"))
    return row


def _item(agenda: Any, number: int) -> Any:
    row = AgendaItem.objects.filter(agenda=agenda, pk=number).stated().first()
    if row is None:
        raise AgendaError(_("There is no such item on this agenda."))
    if row.withdrawn_at is not None:
        words = {"name": row.by_name}
        raise AgendaError(
            _("%(name)s took this item off the agenda meanwhile. Propose it anew if it is wanted.") % words
        )
    return row


def _by(party: Party) -> dict[str, Any]:
    return {"side": party.side, "by_name": party.name, "changed_at": clock.now()}


def _write(row: Any, said: dict[str, Any]) -> None:
    for name, value in said.items():
        setattr(row, name, value)
    row.save(update_fields=list(said))


def _follow(visit: Any, agenda: Any, party: Party, by: Viewer, what: str) -> None:
    keep_version(visit, agenda, party, by)
    note_use(party, Use.WROTE)
    tell_other_side(visit, agenda, party, what)
