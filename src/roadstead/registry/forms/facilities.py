"""What is typed about a port facility."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.common.choosing import offer
from roadstead.registry import queries
from roadstead.registry.actions.facilities import LONGEST_SOURCE
from roadstead.registry.enums import Answer, CargoKind
from roadstead.registry.facility_fields import column
from roadstead.registry.forms.marking import BOX
from roadstead.registry.importing import positions
from roadstead.registry.importing.errors import CellError
from roadstead.registry.models import Facility
from roadstead.registry.queries.organisations import organisations_to_choose

FIELDS = (
    "name",
    "number",
    "port",
    "port_name",
    "description",
    "operator",
    "cargo",
    "berths",
    "draught_m",
    "calls",
    "tonnes",
    "plan_approved",
    "approved_on",
    "reviewed_on",
    "soc_issued_on",
    "soc_expires_on",
    "plan_withdrawn",
    "withdrawn_on",
    "latitude",
    "longitude",
    "position_note",
)


class PositionField(forms.CharField):
    """A latitude or longitude, in degrees or as GISIS writes it."""

    def __init__(self, reader: Callable[[str], Decimal], **kwargs: Any) -> None:
        super().__init__(max_length=20, required=False, **kwargs)
        self.reader = reader

    def clean(self, value: Any) -> Decimal | None:
        text = super().clean(value)
        try:
            return self.reader(text) if text else None
        except CellError as error:
            words = str(error)
            raise ValidationError(words[:1].upper() + words[1:]) from error


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, required=False)


def _amount(label: Any, **kwargs: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=0, **kwargs)


class FacilityForm(forms.Form):
    """The entry of a facility. revision: of what was looked at."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    number = forms.CharField(
        label=gettext_lazy("IMO port facility number"),
        max_length=12,
        required=False,
        help_text=gettext_lazy("As in NGAPP-0001. Leave it empty where there is none."),
    )
    port = forms.CharField(
        label=gettext_lazy("Port"), max_length=6, required=False, help_text=gettext_lazy("Its UN/LOCODE, as in NGAPP.")
    )
    port_name = forms.CharField(label=gettext_lazy("Port as its source names it"), max_length=120, required=False)
    description = forms.CharField(
        label=gettext_lazy("Description"), widget=forms.Textarea, max_length=2_000, required=False
    )
    operator = forms.TypedChoiceField(label=gettext_lazy("Operator"), required=False, coerce=int, empty_value=None)
    cargo = forms.MultipleChoiceField(
        label=gettext_lazy("What it handles"),
        choices=CargoKind.choices,
        widget=forms.CheckboxSelectMultiple(attrs=BOX),
        required=False,
    )
    berths = _amount(gettext_lazy("Berths"), max_value=10_000)
    draught_m = forms.DecimalField(
        label=gettext_lazy("Draught, metres"), required=False, min_value=0, max_digits=4, decimal_places=1
    )
    calls = _amount(gettext_lazy("Calls a year"), max_value=1_000_000)
    tonnes = _amount(gettext_lazy("Tonnes a year"), max_value=10_000_000_000)
    plan_approved = forms.ChoiceField(label=gettext_lazy("Security plan approved"), choices=Answer.choices)
    approved_on = _day(gettext_lazy("Plan first approved on"))
    reviewed_on = _day(gettext_lazy("Plan reviewed on"))
    soc_issued_on = _day(gettext_lazy("Statement of Compliance issued on"))
    soc_expires_on = _day(gettext_lazy("Statement of Compliance expires on"))
    plan_withdrawn = forms.ChoiceField(label=gettext_lazy("Security plan withdrawn"), choices=Answer.choices)
    withdrawn_on = _day(gettext_lazy("Plan withdrawn on"))
    latitude = PositionField(
        positions.latitude,
        label=gettext_lazy("Latitude"),
        help_text=gettext_lazy("In degrees, south with a minus: -1.29; or as 491722N."),
    )
    longitude = PositionField(
        positions.longitude,
        label=gettext_lazy("Longitude"),
        help_text=gettext_lazy("In degrees, west with a minus: -3.5; or as 0330722E."),
    )
    position_note = forms.CharField(label=gettext_lazy("Note on the position"), max_length=200, required=False)

    def __init__(
        self, *args: Any, viewer: Viewer, country: str | None = None, operator: int | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if operators := self.fields.get("operator"):
            choices = organisations_to_choose(viewer, country)
            if operator and operator not in dict(choices):
                choices.append((operator, _("the one that stands there now")))
            operators.choices = [("", _("Not known")), *choices]  # type: ignore[attr-defined]

    @property
    def said(self) -> dict[str, Any]:
        """What was typed, once it is valid."""
        return {name: self.cleaned_data[name] for name in FIELDS if name in self.cleaned_data}


class NewFacilityForm(FacilityForm):
    """A facility that no import brought. It offers the countries whose register its viewer keeps."""

    country = forms.ChoiceField(label=gettext_lazy("Country"))
    source = forms.CharField(
        label=gettext_lazy("Where this is from"),
        max_length=LONGEST_SOURCE,
        help_text=gettext_lazy("A letter, a page of the web, a visit."),
    )
    as_of = forms.DateField(label=gettext_lazy("Day of the source"), required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, viewer=viewer, **kwargs)
        reach = viewer.reach(Permission.KEEP_REGISTER, ScopeKind.COUNTRY)
        offered = [(one.code, one.name) for one in queries.countries() if reach is None or one.code in reach]
        offer(self, "country", [("", _("Choose a country")), *offered])

    @property
    def said(self) -> dict[str, Any]:
        return super().said | {"source": self.cleaned_data["source"], "as_of": self.cleaned_data["as_of"]}


class CorrectionForm(FacilityForm):
    """What a facility's entry is to say instead, and where that is from."""

    because = forms.CharField(
        label=gettext_lazy("Where the correction is from"),
        max_length=LONGEST_SOURCE,
        required=False,
        help_text=gettext_lazy("A letter, a visit, the facility itself. Shown with each field that you change."),
    )


def as_it_stands(facility: Facility) -> dict[str, Any]:
    """What a form begins with that corrects a facility."""
    return {name: getattr(facility, column(name)) for name in (*FIELDS, "revision")}
