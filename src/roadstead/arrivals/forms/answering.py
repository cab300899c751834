"""The answer of the ship's side: what is offered depends on what was asked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.arrivals.models import LONGEST_TEXT

ELSE = ("", _("something else: I write it below"))


class AnswerForm(forms.Form):
    """Fields to answer with; `value` of `cleaned_data` is as `intake.answers` reads it, "" for words alone."""

    def __init__(self, offered: Any, data: Any = None) -> None:
        super().__init__(data)
        for name, field in offered.fields.items():
            self.fields[name] = field
        self.fields["text"] = forms.CharField(
            label=_("In your own words") if offered.fields else _("Your answer"),
            required=False,
            max_length=LONGEST_TEXT,
            widget=forms.Textarea(attrs={"rows": 4}),
        )
        self.offered = offered

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        told["value"] = self.offered.value(told)
        if not self.errors and not told["value"] and not told.get("text", "").strip():
            raise forms.ValidationError(_("Choose an answer, or write one."))
        return told
