"""What is typed when a request ends, and of what remains of a visit."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.hosting import topics
from roadstead.hosting.enums import Side
from roadstead.hosting.forms.asking import countries_for
from roadstead.hosting.models.after import LONGEST_WORDS
from roadstead.hosting.models.requests import LONGEST_AIMS, LONGEST_NAME, LONGEST_WHY, MOST_PEOPLE
from roadstead.registry.forms.marking import BOX
from roadstead.visits import isps


class WhyForm(forms.Form):
    """One step, with its reason. needed: whether it asks for one."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    why = forms.CharField(label=_("Why"), max_length=LONGEST_WHY, required=False, widget=forms.Textarea)


class FeedbackForm(forms.Form):
    """What one side says. name: of who says so, where somebody writes for them."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    helped = forms.CharField(label=_("What helped most"), widget=forms.Textarea, max_length=LONGEST_WORDS)
    otherwise = forms.CharField(
        label=_("What to do otherwise"), widget=forms.Textarea, max_length=LONGEST_WORDS, required=False
    )
    name = forms.CharField(label=_("Who says so"), help_text=_("Empty: you."), max_length=LONGEST_NAME, required=False)


class TakeAwayForm(forms.Form):
    """What one side will do."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    what = forms.CharField(label=_("What will be done"), max_length=500)
    side = forms.ChoiceField(label=_("By whom"), choices=Side.choices, widget=forms.RadioSelect)
    due_on = forms.DateField(label=_("Until"), required=False)


class PracticeForm(forms.Form):
    """A best practice that was seen. origin: where it is done, which stays with the programme."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    title = forms.CharField(label=_("Title"), max_length=200)
    text = forms.CharField(label=_("What is done, and why it works"), widget=forms.Textarea, max_length=5_000)
    elements = forms.MultipleChoiceField(
        label=_("Elements that it helps with"), widget=forms.CheckboxSelectMultiple(attrs=BOX)
    )
    origin = forms.ChoiceField(label=_("Where it is done"), help_text=_("Only the programme is shown that."))

    def __init__(self, *args: Any, origins: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = [pair for _title, some in isps.choices() for pair in some]
        self.fields["elements"].choices = found  # type: ignore[attr-defined]
        self.fields["origin"].choices = origins  # type: ignore[attr-defined]


class PastForm(forms.Form):
    """A visit that took place before this system."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    country = forms.ChoiceField(label=_("Country"))
    first_on = forms.DateField(label=_("First day"))
    last_on = forms.DateField(label=_("Last day"))
    ports = forms.CharField(
        label=_("US ports"), help_text=_("UN/LOCODEs with spaces between, as in USHOU USMIA."), required=False
    )
    topics = forms.MultipleChoiceField(
        label=_("Topics"), widget=forms.CheckboxSelectMultiple(attrs=BOX), required=False
    )
    size = forms.IntegerField(label=_("People"), min_value=1, max_value=MOST_PEOPLE, required=False)
    aims = forms.CharField(label=_("What it was about"), widget=forms.Textarea, max_length=LONGEST_AIMS)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = countries_for(viewer, Permission.HOST_VISITS)  # type: ignore[attr-defined]
        self.fields["topics"].choices = topics.choices()  # type: ignore[attr-defined]
