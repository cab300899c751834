"""What is chosen where two entries of one facility differ."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from roadstead.registry.actions.merging_preview import KEPT, MERGED
from roadstead.registry.models.changes import LONGEST_WHY

TAKE = "take_"


class MergeForm(forms.Form):
    """A choice for every field that differs, none of them made beforehand. seen: what was looked at."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)
    why = forms.CharField(
        label=_("How you know that they are one facility"),
        max_length=LONGEST_WHY,
        help_text=_("A visit, a letter of the authority, a chart. Kept with the merge, under your name."),
    )
    numbers_why = forms.CharField(
        label=_("Why one facility has two numbers in force"), max_length=LONGEST_WHY, required=False
    )

    def __init__(self, *args: Any, labels: Mapping[str, Any], two_numbers: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choosing = list(labels)
        for key, label in labels.items():
            choices = [(KEPT, _("of the entry kept")), (MERGED, _("of the other entry"))]
            self.fields[TAKE + key] = forms.ChoiceField(
                label=capfirst(str(label)),
                choices=choices,
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose one.")},
            )
        if not two_numbers:
            del self.fields["numbers_why"]

    @property
    def choices(self) -> dict[str, str]:
        """What was chosen, once it is valid."""
        return {key: self.cleaned_data[TAKE + key] for key in self.choosing}

    def chosen(self, keys: Sequence[str]) -> dict[str, str]:
        """What was sent so far, right or wrong, so that nothing is lost."""
        return {key: str(self.data.get(TAKE + key, "")) for key in keys}
