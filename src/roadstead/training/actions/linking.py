"""Links by which somebody without an account asks once for training for a country."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from roadstead.accounts import secrets
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.queries import country_rows
from roadstead.training.actions.asking import Answered, RequestSaid, add_voice, open_or_made
from roadstead.training.actions.shape import person_of
from roadstead.training.enums import Way
from roadstead.training.errors import TrainingError, text_of
from roadstead.training.models import Request, RequestLink
from roadstead.training.models.offerings import LONGEST_TITLE
from roadstead.training.request_events import RequestLinkGiven

LONGEST_DAYS = 90


@action
def give_request_link(
    *, uid: UUID, country: str, name: str, email: str, days: int, by: Viewer
) -> tuple[RequestLink, str]:
    """Make a link out to somebody of a country; returns it with its secret, which is kept nowhere.

    The same `uid` again makes no other, and has no secret: "". Raises PermissionDenied, TrainingError.
    """
    by.must(Permission.KEEP_TRAINING)
    by.must(Permission.ASK_TRAINING, country=country)
    if before := RequestLink.objects.filter(uid=uid).first():
        unchanged()
        return before, ""
    named = text_of(name, most=LONGEST_TITLE, field="name", must=_("Write for whom the link is."), line=True)
    address = _address(email)
    if not 1 <= days <= LONGEST_DAYS:
        raise TrainingError(_("A link is good for 1 to %(most)s days.") % {"most": LONGEST_DAYS}, "days")
    found = country_rows([country]).first()
    if found is None:
        raise TrainingError(_("There is no such country."), "country")
    secret, now = secrets.new(), clock.now()
    made = RequestLink.objects.create(
        uid=uid,
        digest=secrets.digest(secret),
        country=found,
        name=named,
        email=address,
        given_by_id=person_of(by),
        given_at=now,
        expires_at=now + timedelta(days=days),
    )
    until = made.expires_at.date().isoformat()
    record(RequestLinkGiven(country=country, until=until, name=named), subject=made, by=by)
    return made, secret


@action
def revoke_request_link(*, link: RequestLink, by: Viewer) -> RequestLink:
    """Make a link worthless at once; what was asked by it stays asked. Raises PermissionDenied."""
    by.must(Permission.KEEP_TRAINING)
    by.must(Permission.ASK_TRAINING, country=link.country_id)
    held = RequestLink.objects.select_for_update().get(pk=link.pk)
    if held.revoked_at is not None:
        unchanged()
        return held
    held.revoked_at = clock.now()
    held.save(update_fields=["revoked_at"])
    until = held.expires_at.date().isoformat()
    record(RequestLinkGiven(country=held.country_id, until=until, revoked=True), subject=held, by=by)
    return held


@action
def ask_by_link(*, link: RequestLink, said: RequestSaid, by: Viewer) -> Answered:
    """Ask by a link that is good; `by` has no account. A link asks once: used again it asks nothing more.

    Raises TrainingError where the link is not good (any more), or is for another country.
    """
    held: Any = RequestLink.objects.select_for_update().get(pk=link.pk)
    if held.revoked_at is not None or clock.now() >= held.expires_at:
        raise TrainingError(_("This link is not good any more. Ask who gave it to you for a new one."))
    if said.country != held.country_id or said.observation or said.body or by.user_id is not None:
        raise TrainingError(_("This link asks for another country."))
    if before := request_of(held):
        unchanged()
        return Answered(before, again=True)
    found = open_or_made(said, Mark.PARTNER, held.given_by_id, by)
    add_voice(found, uuid4(), said, Way.LINK, by, link=held)
    return found


def request_of(link: Any) -> Request | None:
    """What was asked for by a link."""
    rows: Any = Request.objects.for_the_system("who holds the secret of a link reads what was asked by it")
    found: Request | None = rows.filter(voices__link=link.pk).select_related("country", "offering").first()
    return found


def _address(email: str) -> str:
    address = email.strip()
    try:
        validate_email(address)
    except ValidationError as error:
        raise TrainingError(_("Write an e-mail address, as in ana.reyes@example.org."), "email") from error
    return address
