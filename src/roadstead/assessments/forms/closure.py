"""What is typed in the closure room of a shortfall."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.assessments.closure_enums import Verdict
from roadstead.assessments.models.closure_parts import LONGEST_OWNER, LONGEST_STEP, LONGEST_WHAT
from roadstead.assessments.models.closures import LONGEST_WANTED, LONGEST_WHY
from roadstead.common.choosing import offer
from roadstead.files.forms import UploadField


class WantedForm(forms.Form):
    """Which evidence closes it."""

    text = forms.CharField(
        label=_("Evidence that closes it"),
        help_text=_("Say what, of which day, and from whom. The State reads it."),
        widget=forms.Textarea,
        max_length=LONGEST_WANTED,
    )


class PlanForm(forms.Form):
    """A step: in words with owner and day, or a recommendation. recommended: (key, label) of those to choose from."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    recommendation = forms.TypedChoiceField(
        label=_("A recommendation that is the step"),
        help_text=_("It has its owner and its day already, and goes on where it stands."),
        coerce=int,
        empty_value=None,
        required=False,
    )
    text = forms.CharField(label=_("Or: what is done"), widget=forms.Textarea, max_length=LONGEST_STEP, required=False)
    owner = forms.CharField(label=_("Who sees to it"), max_length=LONGEST_OWNER, required=False)
    due_on = forms.DateField(label=_("Done by"), required=False)

    def __init__(self, *args: Any, recommended: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("none: the step is in words")), *recommended]
        offer(self, "recommendation", choices)
        if not recommended:
            del self.fields["recommendation"]


class ProofForm(forms.Form):
    """A file with its own day."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    file = UploadField()
    dated_on = forms.DateField(
        label=_("Date of the evidence"), help_text=_("The day that the document or picture is of, not today’s.")
    )
    what = forms.CharField(label=_("What it shows"), max_length=LONGEST_WHAT, required=False)


class StepForm(forms.Form):
    """A step over what was looked at."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class OpenAgainForm(StepForm):
    """What is still missing."""

    why = forms.CharField(label=_("What is still missing"), widget=forms.Textarea, max_length=LONGEST_WHY)


class ReplyForm(forms.Form):
    """What the host says of it."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    text = forms.CharField(label=_("Your reply"), widget=forms.Textarea, max_length=2_000)


class DropForm(forms.Form):
    """Why a step is dropped."""

    why = forms.CharField(label=_("Why"), widget=forms.Textarea, max_length=LONGEST_WHY)


class DisputeForm(forms.Form):
    """Why a host does not agree."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    reason = forms.CharField(label=_("Why you do not agree"), widget=forms.Textarea, max_length=LONGEST_STEP)


class AnswerForm(forms.Form):
    """What the programme answers."""

    verdict = forms.ChoiceField(label=_("Verdict"), choices=Verdict.choices, widget=forms.RadioSelect)
    answer = forms.CharField(label=_("Answer"), widget=forms.Textarea, max_length=LONGEST_STEP)
