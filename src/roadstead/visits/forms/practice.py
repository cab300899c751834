"""What is typed into best practice, and what releases it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.common.choosing import offer
from roadstead.registry import queries as registry
from roadstead.registry.enums import CargoKind
from roadstead.registry.forms.marking import BOX, MarkForm
from roadstead.visits.actions.practising import Practice
from roadstead.visits.isps import elements
from roadstead.visits.models import BestPractice
from roadstead.visits.models.practice import LONGEST_PRACTICE
from roadstead.visits.models.visits import LONGEST_WHY


class PracticeForm(forms.Form):
    """A best practice."""

    uid = forms.UUIDField(widget=forms.HiddenInput, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
    title = forms.CharField(label=_("Title"), max_length=200)
    text = forms.CharField(
        label=_("What is done, and why it helps"),
        widget=forms.Textarea,
        max_length=LONGEST_PRACTICE,
        help_text=_("Without names, places and numbers that tell where it was seen."),
    )
    elements = forms.MultipleChoiceField(
        label=_("Elements that it helps with"), widget=forms.CheckboxSelectMultiple(attrs=BOX)
    )
    cargo = forms.MultipleChoiceField(
        label=_("Kinds of cargo"),
        choices=CargoKind.choices,
        widget=forms.CheckboxSelectMultiple(attrs=BOX),
        required=False,
        help_text=_("None, if it helps with any."),
    )
    origin = forms.ChoiceField(
        label=_("Where it was seen"), help_text=_("Kept for the programme; never shown outside it.")
    )
    looked = forms.BooleanField(
        label=_("I looked through the words in doubt: none tells where it comes from"), required=False
    )

    def __init__(self, *args: Any, released: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "elements", [(one.code, one.label) for one in elements().values()])
        offer(self, "origin", [("", ""), *((one.code, one.name) for one in registry.countries())])
        if not released:
            del self.fields["looked"]

    def practice(self, facility: int | None) -> Practice:
        """What was typed, once it is valid."""
        said = self.cleaned_data
        return Practice(said["title"], said["text"], said["elements"], said["origin"], said["cargo"], facility)


class ConsentForm(forms.Form):
    """That the host agreed."""

    who = forms.CharField(label=_("Who agreed for the host"), max_length=150)
    on = forms.DateField(label=_("When"))


class ReleaseForm(MarkForm):
    """Who may see it, after a look at what is left in it."""

    looked = forms.BooleanField(
        label=_("I looked through the words in doubt: none tells where it comes from"), required=False
    )


class WhyForm(forms.Form):
    """Why it is withdrawn."""

    why = forms.CharField(label=_("Why it holds no longer"), max_length=LONGEST_WHY)


def as_practice(one: BestPractice) -> dict[str, Any]:
    """What a form begins with that changes a best practice."""
    names = ("revision", "title", "text", "elements", "cargo")
    return {name: getattr(one, name) for name in names} | {"origin": one.origin_id}
