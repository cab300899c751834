"""What a partner proposes about a facility, and what an officer answers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.registry.facility_fields import PROPOSED
from roadstead.registry.forms.facilities import FacilityForm
from roadstead.registry.models.changes import LONGEST_WHY


class ProposalForm(FacilityForm):
    """The entry as a partner would have it, with a word to the officer."""

    word = forms.CharField(
        label=_("A word to the officer"),
        max_length=LONGEST_WHY,
        required=False,
        help_text=_("What changed, and where the officer can see it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in [one for one in self.fields if one not in PROPOSED and one != "word"]:
            del self.fields[name]


class AnswerForm(forms.Form):
    """An officer's answer; a return wants a word."""

    word = forms.CharField(
        label=_("Your word"), max_length=LONGEST_WHY, required=False, help_text=_("Who proposed it is shown this.")
    )
