"""Words to the other side about what happened to an agenda. None says what an item is about, or which visit it is."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from roadstead.accounts import queries as accounts
from roadstead.accounts import readers
from roadstead.accounts.actions.notices import notify
from roadstead.accounts.roles import Role
from roadstead.common import clock
from roadstead.visits import agenda_mail
from roadstead.visits.actions.agenda_parties import Party
from roadstead.visits.agenda.words import both
from roadstead.visits.agenda_enums import Side
from roadstead.visits.models import AgendaLink, TeamMember, Visit
from roadstead.visits.queries.agenda_links import living_links

DESK, PARTNER = "/desk/visits/{}/agenda/", "/partner/visits/{}/agenda/"


def tell_other_side(visit: Any, agenda: Any, party: Party, what: str) -> None:
    """Tell the side that did not do it. Who has an unread word about it already is not told again."""
    if party.side is Side.HOST:
        _tell_people(_programme(visit), _("The host %(what)s (agenda of a visit).") % {"what": what}, DESK, visit)
        return
    text = _("The programme %(what)s (agenda of a visit).") % {"what": what}
    _tell_people(_hosts(visit), text, PARTNER, visit)
    for link in living_links(agenda):
        if link.told_at is None or (link.used_at is not None and link.used_at > link.told_at):
            _tell_link(link, "agenda_changed", what)


def tell_agreement(visit: Any, agenda: Any) -> None:
    """Tell everyone of both sides that the whole is agreed."""
    text = _("Both sides agreed the agenda of a visit.")
    _tell_people(_programme(visit), text, DESK, visit, again=True)
    _tell_people(_hosts(visit), text, PARTNER, visit, again=True)
    for link in living_links(agenda):
        _tell_link(link, "agenda_agreed", "")


def _tell_people(people: Iterable[Any], text: str, page: str, visit: Any, *, again: bool = False) -> None:
    url = page.format(visit.pk)
    for person in people:
        waits = accounts.notifications(person, unread=True).filter(url=url).exists()
        if again or not waits:
            notify(person, text, url, by_mail=True)


def _tell_link(link: Any, name: str, what: str) -> None:
    AgendaLink.objects.filter(pk=link.pk).stated().update(told_at=clock.now())
    second = both(link.language)[name.replace("agenda", "mail")].local
    words = {"name": link.name, "what": what, "until": link.expires_at, "second": second}
    transaction.on_commit(lambda: agenda_mail.send(name, link.email, words), robust=True)


def _programme(visit: Any) -> Iterable[Any]:
    """Who leads the visit, and who of the team has an account."""
    team = TeamMember.objects.filter(visit=visit, person__isnull=False).stated()
    return readers.staff_among({visit.lead_id, *team.values_list("person_id", flat=True)})


def _hosts(visit: Any) -> Iterable[Any]:
    """The people of the country’s authorities who may read the visit."""
    for person in accounts.holders(Role.AUTHORITY, "country", visit.country_id):
        if Visit.objects.visible_to(accounts.viewer_of(person)).filter(pk=visit.pk).exists():
            yield person
