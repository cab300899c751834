"""What is typed of subscriptions and webhooks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.accounts.scopes import ScopeTextError, read
from roadstead.advisories.models import LONGEST_ADDRESS, LONGEST_EMAIL, Face, Pace
from roadstead.advisories.subscriptions.actions.shape import SubscriptionError, Wanted, wanted
from roadstead.common.access.scope import ScopeKind

MOST_TYPED = 5_000  # characters
COUNTRIES = _("Names or codes, as in Nigeria or NG, separated by commas or lines. Leave it empty for every country.")


class CountriesForm(forms.Form):
    """Countries, typed; `codes` once it is valid."""

    countries = forms.CharField(
        label=_("Countries"), widget=forms.Textarea, max_length=MOST_TYPED, required=False, help_text=COUNTRIES
    )

    def clean_countries(self) -> list[str]:
        """The codes of what was typed. Raises ValidationError."""
        try:
            return [one.value for one in read(ScopeKind.COUNTRY, self.cleaned_data["countries"].replace("\0", ""))]
        except ScopeTextError as error:
            raise forms.ValidationError(str(error)) from error


class WantedForm(CountriesForm):
    """What somebody wants to be told of, but for the address."""

    face = forms.ChoiceField(
        label=_("Who you are"), choices=Face.choices, help_text=_("Messages say what a change means for you.")
    )
    ships = forms.CharField(
        label=_("Your ships"),
        widget=forms.Textarea,
        max_length=MOST_TYPED,
        required=False,
        help_text=_("IMO numbers, as in 9074729, separated by commas or lines. Leave it empty if you have none."),
    )
    pace = forms.ChoiceField(label=_("How soon"), choices=Pace.choices)
    address = ""

    def clean_ships(self) -> list[str]:
        """Each number as it was typed."""
        typed = self.cleaned_data["ships"].replace(";", "\n").replace(",", "\n").splitlines()
        return [one.strip() for one in typed if one.strip()]

    def clean(self) -> dict[str, Any]:
        """The whole, checked as it is kept."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors:
            try:
                self.wanted = self._wanted(said)
            except SubscriptionError as error:
                self.add_error(error.field if error.field in self.fields else None, str(error))
        return said

    wanted: Wanted

    def _wanted(self, said: dict[str, Any]) -> Wanted:
        address = said.get("email") or self.address
        return wanted(address, said["face"], said["pace"], said["countries"], said["ships"])


class SubscribeForm(WantedForm):
    """The open form."""

    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=LONGEST_EMAIL,
        help_text=_("A message is sent there with a link. Nothing is kept before you open it and confirm."),
    )


class OwnForm(WantedForm):
    """The form of somebody with an account, whose address is known."""

    def __init__(self, address: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.address = address


class WebhookForm(CountriesForm):
    """A new webhook."""

    address = forms.CharField(
        label=_("Address"), max_length=LONGEST_ADDRESS, help_text=_("Where we send to, as in https://example.org/psa.")
    )
