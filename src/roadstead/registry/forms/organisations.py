"""What is typed about an organisation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.marks import LONGEST_REASON
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.common.choosing import offer
from roadstead.registry import queries
from roadstead.registry.actions.organisation_shape import Particulars
from roadstead.registry.enums import OrganisationKind
from roadstead.registry.models import Organisation
from roadstead.registry.queries.organisations import organisations_to_choose

TEXTS = ("kind", "name", "local_name", "duties", "place", "address", "website", "phone", "email", "source", "as_of")


class OrganisationForm(forms.Form):
    """The particulars. revision: of what was looked at. It offers the countries whose register its viewer keeps."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("Choose a kind")), *OrganisationKind.choices])
    name = forms.CharField(label=_("Name"), max_length=200)
    local_name = forms.CharField(label=_("Name in its own language"), max_length=200, required=False)
    country = forms.ChoiceField(
        label=_("Country"), required=False, help_text=_("Of an embassy: the country to which it is accredited.")
    )
    parent = forms.TypedChoiceField(label=_("Part of"), required=False, coerce=int, empty_value=None)
    duties = forms.CharField(
        label=_("Duties in port security"),
        widget=forms.Textarea,
        max_length=2_000,
        required=False,
        help_text=_("What it answers for: approving plans, inspections, guards, the waterside…"),
    )
    place = forms.CharField(label=_("Place"), max_length=120, required=False)
    address = forms.CharField(label=_("Address"), max_length=300, required=False)
    website = forms.CharField(label=_("Website"), max_length=200, required=False, help_text=_("https://…"))
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    email = forms.CharField(label=_("E-mail address"), max_length=254, required=False)
    source = forms.CharField(
        label=_("Where this is from"), max_length=200, help_text=_("A letter, a page of the web, a meeting.")
    )
    as_of = forms.DateField(label=_("Day of the source"), required=False)

    def __init__(self, *args: Any, viewer: Viewer, country: str | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reach = viewer.reach(Permission.KEEP_REGISTER, ScopeKind.COUNTRY)
        countries = [(one.code, one.name) for one in queries.countries() if reach is None or one.code in reach]
        first = [("", _("None in particular"))] if reach is None else [("", _("Choose a country"))]
        above = organisations_to_choose(viewer, country)
        for name, choices in (("country", [*first, *countries]), ("parent", [("", _("Nothing larger")), *above])):
            offer(self, name, choices)

    @property
    def particulars(self) -> Particulars:
        """What was typed, once it is valid."""
        said = {name: self.cleaned_data[name] for name in (*TEXTS, "country", "parent")}
        return Particulars(**said | {"kind": OrganisationKind(said["kind"])})


class RetireForm(forms.Form):
    """What became of an organisation that is no longer there."""

    why = forms.CharField(
        label=_("What became of it"), max_length=LONGEST_REASON, help_text=_("Kept in its history, for colleagues.")
    )


def as_it_stands(one: Organisation) -> dict[str, Any]:
    """What a form begins with that changes an organisation."""
    return {name: getattr(one, name) for name in (*TEXTS, "revision")} | {
        "country": one.country_id,
        "parent": one.parent_id,
    }
