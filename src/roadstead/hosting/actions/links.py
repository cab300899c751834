"""Links by which an embassy asks without an account: made out to a person, good for one request, revoked."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from roadstead.accounts import secrets
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.hosting.actions.asking import Who, asked
from roadstead.hosting.actions.shape import HOST, person_of
from roadstead.hosting.enums import Origin
from roadstead.hosting.errors import HostingError, line_of
from roadstead.hosting.models import AskLink, HostingRequest
from roadstead.hosting.models.requests import LONGEST_NAME
from roadstead.hosting.queries import links as queries
from roadstead.hosting.taking import Ask
from roadstead.hosting.unit_events import AskLinkGiven
from roadstead.registry.queries import country_rows

LONGEST_DAYS = 180


@action
def give_ask_link(
    *, uid: UUID, country: str, name: str, office: str, email: str, days: int, by: Viewer
) -> tuple[AskLink, str]:
    """Make a link out to somebody; returns it with its secret, for the message alone. The same `uid` again: "".

    Raises PermissionDenied; HostingError.
    """
    by.must(HOST, country=country)
    person = person_of(by)
    if before := AskLink.objects.visible_to(by).filter(uid=uid).first():
        unchanged()
        return before, ""
    if not country_rows([country]).exists():
        raise HostingError(_("There is no such country."), "country")
    if not 0 < days <= LONGEST_DAYS:
        raise HostingError(_("A link is good for at most %(most)s days.") % {"most": LONGEST_DAYS}, "days")
    secret, now = secrets.new(), clock.now()
    made = AskLink.objects.create(
        uid=uid,
        digest=secrets.digest(secret),
        country_id=country,
        name=line_of(name, most=LONGEST_NAME, field="name", must=_("Write the name of the person.")),
        office=line_of(office, most=LONGEST_NAME, field="office", must=_("Write the embassy or office.")),
        email=_address(email),
        given_by_id=person,
        given_at=now,
        expires_at=now + timedelta(days=days),
    )
    record(AskLinkGiven(country=country, name=made.name), subject=made, by=by)
    return made, secret


@action
def revoke_ask_link(*, link: AskLink, by: Viewer) -> AskLink:
    """Make a link worthless at once. Raises PermissionDenied; DoesNotExist where it may not be read."""
    held: Any = AskLink.objects.visible_to(by).select_for_update().get(pk=link.pk)
    by.must(HOST, country=held.country_id)
    if held.revoked_at is not None:
        unchanged()
        return held  # type: ignore[no-any-return]
    held.revoked_at = clock.now()
    held.save(update_fields=["revoked_at"])
    record(AskLinkGiven(country=held.country_id, revoked=True, name=held.name), subject=held, by=by)
    return held  # type: ignore[no-any-return]


@action
def ask_by_link(*, secret: str, ask: Ask, by: Viewer) -> HostingRequest:
    """Ask by a link, whose secret is what lets one; `by` is nobody's account. A link used before asks nothing more.

    Raises HostingError for one that is not good, and for what was typed.
    """
    link = queries.link_of(secret, locked=True)
    if link is None or not (queries.holds(link) or link.request_id):
        raise HostingError(_("This link is not good (any more). Ask who gave it to you for a new one."))
    if link.request_id is not None:
        unchanged()
        return queries.request_of(link)
    who = Who(Origin.EMBASSY, link.name, link.office)
    made: HostingRequest = asked(link.uid, link.country_id, ask, who, link.given_by_id, by)
    link.used_at, link.request = clock.now(), made
    link.save(update_fields=["used_at", "request"])
    return made


def _address(email: str) -> str:
    address = email.strip()
    try:
        validate_email(address)
    except ValidationError as error:
        raise HostingError(_("Write an e-mail address, as in ana.reyes@example.org."), "email") from error
    return address
