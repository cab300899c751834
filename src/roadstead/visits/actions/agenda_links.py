"""Links by which a host works on the agenda without an account: made out to somebody, sent by e-mail, revoked."""

from datetime import timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from roadstead.accounts import secrets
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.agenda_parties import AgendaError, hold_agenda
from roadstead.visits.agenda_enums import Side
from roadstead.visits.agenda_link_events import LinkGiven, LinkRevoked
from roadstead.visits.models import AgendaLink, Visit
from roadstead.visits.models.agenda import LONGEST_NAME

LONGEST_DAYS = 180
MOST_LINKS = 50


@action
def give_link(
    *, visit: Visit, uid: UUID, name: str, email: str, language: str, days: int, by: Viewer
) -> tuple[AgendaLink, str]:
    """Make a link out to somebody of the host; returns it with its secret, for the message alone.

    The same `uid` again makes no other, and has no secret: "".
    Raises PermissionDenied; AgendaError; DoesNotExist where the visit may not be read.
    """
    held, agenda, party = hold_agenda(visit, by)
    if party.side is not Side.PROGRAMME or by.token_id is not None or by.user_id is None:
        raise AgendaError(_("Links are given by the programme’s officers."))
    if before := AgendaLink.objects.filter(agenda=agenda, uid=uid).stated().first():
        unchanged()
        return before, ""
    named, address = _checked(name, email, days)
    if AgendaLink.objects.filter(agenda=agenda).stated().count() >= MOST_LINKS:
        raise AgendaError(_("An agenda has at most %(most)s links.") % {"most": MOST_LINKS})
    secret, now = secrets.new(), clock.now()
    made: AgendaLink = AgendaLink.objects.create(
        agenda=agenda,
        uid=uid,
        digest=secrets.digest(secret),
        name=named,
        email=address,
        language=language,
        given_by_id=by.user_id,
        given_at=now,
        expires_at=now + timedelta(days=days),
    )
    record(LinkGiven(link=made.pk, until=made.expires_at.date().isoformat(), name=named), subject=held, by=by)
    return made, secret


@action
def revoke_link(*, visit: Visit, link: int, by: Viewer) -> AgendaLink:
    """Make a link worthless at once. Raises PermissionDenied; AgendaError; DoesNotExist."""
    held, agenda, party = hold_agenda(visit, by)
    if party.side is not Side.PROGRAMME:
        raise AgendaError(_("Links are revoked by the programme’s officers."))
    row: AgendaLink = AgendaLink.objects.filter(agenda=agenda).stated().select_for_update().get(pk=link)
    if row.revoked_at is not None:
        unchanged()
        return row
    row.revoked_at = clock.now()
    row.save(update_fields=["revoked_at"])
    record(LinkRevoked(link=row.pk), subject=held, by=by)
    return row


def _checked(name: str, email: str, days: int) -> tuple[str, str]:
    named, address = " ".join(name.split()), email.strip()
    if not named or len(named) > LONGEST_NAME:
        raise AgendaError(_("Write the name of the person whom the link is for."), "name")
    try:
        validate_email(address)
    except ValidationError as error:
        raise AgendaError(_("Write an e-mail address, as in ana.reyes@example.org."), "email") from error
    if not 0 < days <= LONGEST_DAYS:
        raise AgendaError(_("A link is good for at most %(most)s days.") % {"most": LONGEST_DAYS}, "days")
    return named, address
