"""Fields that several forms of accounts share."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from roadstead.accounts.models import LONGEST_REASON
from roadstead.accounts.roles import MEANINGS, Role
from roadstead.accounts.scopes import ScopeTextError, read
from roadstead.common import clock
from roadstead.common.access.scope import Scope

MOST_TYPED = 20_000  # characters; three hundred names of companies


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent with a form, empty or not; None where nothing was sent."""
    return request.POST if request.method == "POST" else None


def why(label: Any, hint: Any = "") -> forms.CharField:
    """A reason, which is kept and shown."""
    return forms.CharField(label=label, help_text=hint, max_length=LONGEST_REASON)


def scopes() -> forms.CharField:
    """What a role is given for, as text: `scopes_of` reads it."""
    return forms.CharField(
        label=_("For which"),
        required=False,
        max_length=MOST_TYPED,
        help_text=_(
            "Countries by code or name (NG, GH), port facilities by IMO number (NGAPP-0001), companies and Captain "
            "of the Port zones by name; each on its own line. Leave it empty for a role that reaches everything."
        ),
    )


def scopes_of(role: Role | None, text: str) -> tuple[Scope, ...]:
    """The things that were written for a role. Raises ValidationError naming every word that is wrong."""
    kind = MEANINGS[role].scope if role else None
    if kind is None:
        if role and text.strip():
            raise ValidationError(_("This role reaches everything. Leave this empty."))
        return ()
    try:
        found = read(kind, text)
    except ScopeTextError as error:
        raise ValidationError(str(error)) from error
    if not found:
        raise ValidationError(_("Say for which %(kind)s the role is given."), params={"kind": kind.label})
    return found


def last_day() -> forms.DateField:
    """The last day of a role; `end_of` makes a moment of it."""
    return forms.DateField(
        label=_("Last day"), required=False, help_text=_("The role ends with this day (UTC). Empty: until withdrawn.")
    )


def end_of(day: date | None) -> datetime | None:
    """The moment at which a role with this last day ends. Raises ValidationError for a day that is over."""
    if day is None:
        return None
    if day < clock.today():
        raise ValidationError(_("This day is over. Choose today or a later one."))
    return start_of(day) + timedelta(days=1)


def start_of(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)
