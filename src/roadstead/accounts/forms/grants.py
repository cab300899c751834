"""Giving a role, and taking it back: the shapes of input."""

from datetime import date, datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from roadstead.accounts.forms import fields
from roadstead.accounts.roles import Role
from roadstead.common import clock
from roadstead.common.access.scope import Scope


class GrantForm(forms.Form):
    """A role, what it is for, and when. `cleaned_data` has Role, scopes and moments."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    scopes = fields.scopes()
    why = fields.why(_("Why"), _("Shown to the person, and kept in the record of what was done."))
    first_day = forms.DateField(label=_("First day"), required=False, help_text=_("Empty: at once."))
    last_day = fields.last_day()

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])

    def clean_scopes(self) -> tuple[Scope, ...]:
        return fields.scopes_of(self.cleaned_data.get("role"), self.cleaned_data["scopes"])

    def clean_first_day(self) -> datetime | None:
        day: date | None = self.cleaned_data["first_day"]
        if day is None or day == clock.today():
            return None
        if day < clock.today():
            raise ValidationError(_("A role begins today or later."))
        return fields.start_of(day)

    def clean_last_day(self) -> datetime | None:
        ends = fields.end_of(self.cleaned_data["last_day"])
        begins = self.cleaned_data.get("first_day")
        if ends is not None and begins is not None and ends <= begins:
            raise ValidationError(_("The last day lies before the first."))
        return ends


class ReasonForm(forms.Form):
    """A reason alone, for taking a role back or ending sessions."""

    why = fields.why(_("Why"), _("Kept in the record of what was done."))
