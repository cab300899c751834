"""What is typed where a programme is begun, and what is arranged for a delegation."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.hosting.enums import CostState, StepKind, StepState
from roadstead.hosting.models.requests import LONGEST_NAME, LONGEST_WHY
from roadstead.visits.agenda import templates, zones
from roadstead.visits.forms.agenda_parties import NAMES


class ProgrammeForm(forms.Form):
    """The days of a programme, and of its agenda the time zone and the second language."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    first_on = forms.DateField(label=_("First day"))
    last_on = forms.DateField(label=_("Last day"))
    zone = forms.ChoiceField(label=_("Time zone of the programme"))
    language = forms.ChoiceField(label=_("Second language of the programme"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["zone"].choices = [(one, one) for one in sorted(zones.zones())]  # type: ignore[attr-defined]
        spoken = [("", _("English alone")), *((one, NAMES[one]) for one in templates.languages())]
        self.fields["language"].choices = spoken  # type: ignore[attr-defined]


class StepForm(forms.Form):
    """Something to be done."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    kind = forms.ChoiceField(label=_("What"), choices=StepKind.choices)
    what = forms.CharField(label=_("In words"), max_length=LONGEST_WHY, required=False)
    owner = forms.CharField(label=_("Who sees to it"), max_length=LONGEST_NAME)
    due_on = forms.DateField(label=_("Until"))


class StepEndForm(forms.Form):
    """What became of it."""

    state = forms.ChoiceField(label=_("State"), choices=StepState.choices, widget=forms.RadioSelect)
    note = forms.CharField(label=_("What became of it"), max_length=LONGEST_WHY, required=False)


class InterpreterForm(forms.Form):
    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    language = forms.CharField(label=_("Language"), max_length=60)
    provider = forms.CharField(label=_("From where"), max_length=LONGEST_NAME, required=False)
    settled = forms.BooleanField(label=_("It is settled"), required=False)


class CostForm(forms.Form):
    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    what = forms.CharField(label=_("What for"), max_length=LONGEST_NAME)
    dollars = forms.IntegerField(label=_("US dollars, whole"), min_value=0, max_value=10_000_000)
    source = forms.CharField(label=_("Who pays"), max_length=LONGEST_NAME)
    state = forms.ChoiceField(label=_("State"), choices=CostState.choices)


class DelegateForm(forms.Form):
    """Somebody who comes: a name and an office."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    name = forms.CharField(label=_("Name"), max_length=LONGEST_NAME)
    office = forms.CharField(label=_("Office"), max_length=LONGEST_NAME)
    leads = forms.BooleanField(label=_("Leads the delegation"), required=False)
