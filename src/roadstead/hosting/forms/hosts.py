"""What is typed of host units, and where a port is chosen."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.hosting import topics
from roadstead.hosting.actions.offering import Choice
from roadstead.hosting.actions.units import UnitSaid
from roadstead.hosting.enums import OfferState
from roadstead.hosting.models.requests import LONGEST_WHY
from roadstead.hosting.models.units import LONGEST_NAME, MOST_A_YEAR, MOST_PLACES
from roadstead.registry.forms.marking import BOX
from roadstead.registry.queries.zones import zone_names

ANSWERS = [
    (OfferState.ACCEPTED, OfferState.ACCEPTED.label),
    (OfferState.DECLINED, OfferState.DECLINED.label),
    (OfferState.TAKEN_BACK, _("we take the choice back")),
]
UNIT = ("name", "zone", "places", "a_year", "shows", "languages", "note")


class UnitForm(forms.Form):
    """A host unit. revision: of what was looked at, empty for a new one."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label=_("Name"), max_length=LONGEST_NAME)
    zone = forms.ChoiceField(label=_("Captain of the Port zone"), help_text=_("Whose ports it shows."))
    places = forms.IntegerField(
        label=_("People in one delegation, at most"), min_value=1, max_value=MOST_PLACES, initial=12
    )
    a_year = forms.IntegerField(label=_("Delegations a year, at most"), min_value=0, max_value=MOST_A_YEAR, initial=2)
    shows = forms.MultipleChoiceField(
        label=_("What it can show"), widget=forms.CheckboxSelectMultiple(attrs=BOX), required=False
    )
    languages = forms.CharField(label=_("Languages spoken"), max_length=100, required=False)
    note = forms.CharField(
        label=_("What else is worth knowing"), widget=forms.Textarea, max_length=2_000, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["zone"].choices = [("", _("Choose a zone")), *((one, one) for one in zone_names())]  # type: ignore[attr-defined]
        self.fields["shows"].choices = topics.choices()  # type: ignore[attr-defined]

    @property
    def said(self) -> UnitSaid:
        """What was typed."""
        return UnitSaid(**{name: self.cleaned_data[name] for name in UNIT})


class BusyForm(forms.Form):
    """Days on which a unit hosts nobody."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    first_on = forms.DateField(label=_("From"))
    last_on = forms.DateField(label=_("Until, this day included"))
    why = forms.CharField(label=_("Why"), max_length=LONGEST_WHY)


class ChooseForm(forms.Form):
    """A port that is chosen. why: asked for where something stands against it."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    first_on = forms.DateField(label=_("From"))
    last_on = forms.DateField(label=_("Until, this day included"))
    why = forms.CharField(
        label=_("Why this port"),
        help_text=_("Needed where something stands against it."),
        max_length=LONGEST_WHY,
        required=False,
    )

    def choice(self, port: str) -> Choice:
        """What was typed, for a port."""
        said = self.cleaned_data
        return Choice(port, said["first_on"], said["last_on"], said["why"])


class AnswerForm(forms.Form):
    """What a unit answered."""

    state = forms.ChoiceField(label=_("Answer"), choices=ANSWERS, widget=forms.RadioSelect)
    answer = forms.CharField(label=_("In its words"), max_length=LONGEST_WHY, required=False)
