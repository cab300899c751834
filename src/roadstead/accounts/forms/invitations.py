"""Inviting, and accepting as a new account: the shapes of input."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from roadstead.accounts.forms import fields
from roadstead.accounts.models import Invitation, User
from roadstead.accounts.roles import Role
from roadstead.common.access.scope import Scope
from roadstead.common.choosing import offer


class InvitationForm(forms.Form):
    """Whom to invite, to which role, for what and why."""

    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("The link goes there and proves the address, so it must be that person’s own."),
    )
    name = forms.CharField(label=_("Name"), max_length=100)
    role = forms.ChoiceField(label=_("Role"))
    scopes = fields.scopes()
    why = fields.why(_("Why"), _("Shown to the person, and kept in the record of what was done."))
    last_day = fields.last_day()

    def __init__(self, roles: list[Role], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "role", [(role.value, role.label) for role in roles])

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])

    def clean_scopes(self) -> tuple[Scope, ...]:
        return fields.scopes_of(self.cleaned_data.get("role"), self.cleaned_data["scopes"])

    def clean_last_day(self) -> datetime | None:
        return fields.end_of(self.cleaned_data["last_day"])


class AcceptForm(forms.Form):
    """The name and password of a new account."""

    name = forms.CharField(label=_("Your name"), max_length=100, help_text=_("As colleagues know you."))
    password = forms.CharField(
        label=_("A password"),
        max_length=200,
        strip=False,
        help_text=_("At least 15 characters. Four or five words that have nothing to do with each other do well."),
    )

    def __init__(self, invitation: Invitation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invitation = invitation
        self.fields["name"].initial = invitation.name

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        person = User(email=self.invitation.email, name=self.cleaned_data.get("name", ""))
        validate_password(password, person)
        return password
