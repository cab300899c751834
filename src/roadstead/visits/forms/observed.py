"""What is typed into observations, and into what is said of them."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.common.choosing import offer
from roadstead.visits.actions.observing import Observed
from roadstead.visits.isps import choices
from roadstead.visits.models import Observation
from roadstead.visits.models.observations import LONGEST_OBSERVATION, LONGEST_REFERENCE
from roadstead.visits.models.visits import LONGEST_WHY
from roadstead.visits.observed_enums import ObservationKind, ObservationState

NONE = [("", _("none in particular"))]


class ObservationForm(forms.Form):
    """An observation. places: facilities to choose from, number and name."""

    uid = forms.UUIDField(widget=forms.HiddenInput, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=ObservationKind.choices,
        widget=forms.RadioSelect,
        help_text=_("What is beyond the Code never counts against anybody."),
    )
    element = forms.ChoiceField(label=_("Element"), choices=[*NONE, *choices()], required=False)
    reference = forms.CharField(
        label=_("ISPS reference"),
        max_length=LONGEST_REFERENCE,
        required=False,
        help_text=_("A shortfall needs one. Left empty, it is that of the element."),
    )
    facility = forms.TypedChoiceField(label=_("Facility"), coerce=int, empty_value=None, required=False)
    text = forms.CharField(label=_("What was observed"), widget=forms.Textarea, max_length=LONGEST_OBSERVATION)
    remark = forms.CharField(
        label=_("The host’s remark"), widget=forms.Textarea, max_length=LONGEST_OBSERVATION, required=False
    )

    def __init__(self, *args: Any, places: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "facility", [("", _("the State, or the port as a whole")), *places])

    @property
    def observed(self) -> Observed:
        """What was typed, once it is valid."""
        said = self.cleaned_data
        kind = ObservationKind(said["kind"])
        return Observed(kind, said["text"], said["element"], said["reference"], said["remark"], said["facility"])


class StateForm(forms.Form):
    """That an observation is settled or withdrawn, or stands again."""

    state = forms.ChoiceField(label=_("It is"), choices=ObservationState.choices)
    why = forms.CharField(label=_("Why"), max_length=LONGEST_WHY)


def blank() -> dict[str, Any]:
    """What a new form begins with."""
    return {"uid": uuid4()}


def as_observed(one: Observation) -> dict[str, Any]:
    """What a form begins with that changes an observation."""
    names = ("revision", "kind", "element", "reference", "text", "remark")
    return {name: getattr(one, name) for name in names} | {"facility": one.facility_id}
