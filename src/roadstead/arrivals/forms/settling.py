"""What is said of a changed verdict."""

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.arrivals.models import LONGEST_WORD


class SettleForm(forms.Form):
    """What follows from a change."""

    word = forms.CharField(
        label=_("What follows"),
        max_length=LONGEST_WORD,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "For the watch after you: that the agent was told, say, or that the ship is met as decided before."
        ),
        error_messages={"required": _("Say what follows from the change.")},
    )
