"""Forms of who fills a self-assessment in."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.assessments.models.evidence import LONGEST_WHAT
from roadstead.assessments.models.self_assessments import LONGEST_OCCASION, LONGEST_WHY
from roadstead.files.forms import UploadField


class BeginForm(forms.Form):
    """Of what a self-assessment is begun: "country NG" or "facility 12"; `subjects` are those of this person."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    subject = forms.ChoiceField(label=_("Of what"), choices=[])
    occasion = forms.CharField(
        label=_("What it is for"),
        help_text=_("Such as a visit to come, or the yearly review. It may be left empty."),
        max_length=LONGEST_OCCASION,
        required=False,
    )

    def __init__(self, *args: Any, subjects: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["subject"] = forms.ChoiceField(label=_("Of what"), choices=subjects)


class EvidenceForm(forms.Form):
    """A file as evidence, with its own day."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    file = UploadField()
    dated_on = forms.DateField(
        label=_("Date of the evidence"),
        help_text=_("The day that the document or picture is of, not today’s."),
        widget=forms.DateInput,
    )
    what = forms.CharField(label=_("What it shows"), max_length=LONGEST_WHAT, required=False)


class WithdrawForm(forms.Form):
    """Why a self-assessment is withdrawn."""

    why = forms.CharField(label=_("Why it is withdrawn"), max_length=LONGEST_WHY, widget=forms.Textarea)
