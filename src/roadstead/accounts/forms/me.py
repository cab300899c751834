"""What people say about themselves, what they need power for, and what their programs may do."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from roadstead.accounts.actions.elevation import SHORTEST_REASON
from roadstead.accounts.actions.tokens import LONGEST_NAME, NEVER
from roadstead.accounts.forms import fields
from roadstead.accounts.zones import choices
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.common.choosing import offer

DAYS = [(30, _("30 days")), (90, _("90 days")), (180, _("180 days")), (365, _("A year"))]


class ProfileForm(forms.Form):
    """A person’s own profile."""

    name = forms.CharField(label=_("Name"), max_length=100, help_text=_("As colleagues know you."))
    organisation = forms.CharField(label=_("Organisation"), max_length=150, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    time_zone = forms.ChoiceField(
        label=_("Time zone"), choices=choices, help_text=_("Where you work. Pages show times in UTC and say so.")
    )


class ElevationForm(forms.Form):
    """What elevated power is needed for."""

    why = fields.why(_("What you need it for"), _("A few words. They are shown while it lasts, and recorded."))

    def clean_why(self) -> str:
        why: str = self.cleaned_data["why"]
        if len(why) < SHORTEST_REASON:
            raise forms.ValidationError(_("A word alone says too little. Name the case or the person it is about."))
        return why


class TokenForm(forms.Form):
    """A token: what it is for, what it may do, how long it is good."""

    name = forms.CharField(
        label=_("What it is for"), max_length=LONGEST_NAME, help_text=_("As in: the nightly report of our fleet.")
    )
    permissions = forms.TypedMultipleChoiceField(
        label=_("What it may do"),
        coerce=Permission._value2member_map_.__getitem__,
        error_messages={"required": _("Choose at least one right.")},
    )
    days = forms.TypedChoiceField(label=_("Good for"), choices=DAYS, coerce=int, initial=90)

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(one.value, one.meaning) for one in Permission if one in viewer.permissions - NEVER]
        offer(self, "permissions", offered)
