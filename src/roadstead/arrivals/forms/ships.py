"""What ship operators type into forms: a ship of the fleet, the port of a log, whom passengers are told of."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.common.choosing import offer
from roadstead.core.identity import IdentityError, parse_locode


class ShipForm(forms.Form):
    """A ship of one's fleet."""

    imo = forms.CharField(
        label=_("IMO number"),
        max_length=20,
        help_text=_("Seven digits, as in 9074729."),
        error_messages={"required": _("Write the IMO number.")},
    )
    name = forms.CharField(
        label=_("Name"), max_length=200, error_messages={"required": _("Write the name of the ship.")}
    )
    company = forms.ChoiceField(label=_("Company"))

    def __init__(self, companies: list[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "company", [(one, one) for one in companies])
        if len(companies) == 1:
            self.fields["company"].widget = forms.HiddenInput()
            self.fields["company"].initial = companies[0]


class LogForm(forms.Form):
    """The beginning of a log. uid: made with the form, so that what is sent twice is one log."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    ship = forms.ChoiceField(label=_("Ship"), error_messages={"required": _("Choose the ship.")})
    port = forms.CharField(
        label=_("Port where the ship lies"),
        max_length=6,
        help_text=_("Its UN/LOCODE, as in NGAPP: two letters for the country, three for the place."),
        error_messages={"required": _("Say in which port the ship lies.")},
    )

    def __init__(self, ships: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "ship", ships)

    def clean_port(self) -> str:
        try:
            return parse_locode(self.cleaned_data["port"])
        except IdentityError as error:
            raise forms.ValidationError(str(error)) from error
