"""What a person decides about a name that does not resolve."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from roadstead.registry.models.changes import LONGEST_WHY

NONE, OTHER = "none", "other"


class DecisionForm(forms.Form):
    """Which of some candidates it is, another one, or none of these; and how one knows."""

    choice = forms.ChoiceField(label=_("It is"), widget=forms.RadioSelect)
    other = forms.CharField(label=_("Another one"), max_length=12, required=False)
    why = forms.CharField(
        label=_("How you know"),
        max_length=LONGEST_WHY,
        help_text=_("A letter, a chart, a visit. Kept with the decision, under your name."),
    )

    def __init__(self, *args: Any, values: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["choice"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one, one) for one in (*values, OTHER, NONE)]
        field.error_messages["required"] = _("Choose what it is, or that it is none of these.")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("choice") == OTHER and not str(said.get("other", "")).strip():
            self.add_error("other", ValidationError(_("Write which one.")))
        return said

    @property
    def chosen(self) -> str | None:
        """The candidate, or what was written; None where it is none of these."""
        choice = self.cleaned_data["choice"]
        if choice == NONE:
            return None
        return str(self.cleaned_data["other"]).strip().upper() if choice == OTHER else str(choice)


class ReverseForm(forms.Form):
    """Why something that was decided is taken back."""

    why = forms.CharField(label=_("Why it is taken back"), max_length=LONGEST_WHY)
