"""What is typed of a draft of an edition."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.advisories.drafting.actions.shape import DraftSaid
from roadstead.advisories.drafting.queries import free_cases
from roadstead.advisories.models import LONGEST_NOTES, LONGEST_TITLE
from roadstead.common.access.viewer import Viewer
from roadstead.common.choosing import offer
from roadstead.registry.forms.marking import BOX


class SaidForm(forms.Form):
    """What is said of an edition."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)
    number = forms.CharField(label=_("Number"), max_length=5, required=False, help_text=_("Like 1-26."))
    issued_on = forms.DateField(label=_("Day of publication"), required=False)
    effective_on = forms.DateField(label=_("Takes effect on"), required=False)
    notice = forms.CharField(
        label=_("Notice in the Federal Register"), max_length=60, required=False, help_text=_("Like 84 FR 22153.")
    )
    notice_on = forms.DateField(label=_("Notice published on"), required=False)
    docket = forms.CharField(label=_("Docket"), max_length=60, required=False)
    address = forms.URLField(
        label=_("Where its text can be read"), required=False, assume_scheme="https", help_text=_("A web address.")
    )
    notes = forms.CharField(label=_("Notes"), widget=forms.Textarea, max_length=LONGEST_NOTES, required=False)

    @property
    def said(self) -> DraftSaid:
        """What was typed, once it is valid."""
        names = DraftSaid.__dataclass_fields__
        return DraftSaid(**{name: self.cleaned_data[name] for name in names})


class BeginForm(SaidForm):
    """A new draft. uid: of the form itself, so that it is taken once."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    cases = forms.TypedMultipleChoiceField(
        label=_("Decided cases"), widget=forms.CheckboxSelectMultiple(attrs=BOX), coerce=int
    )
    field_order = ("uid", "cases", "title", "number")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = [(one.pk, f"{one.country.name}: {one.get_effect_display()}. {one.title}") for one in free_cases(viewer)]
        offer(self, "cases", found)


class ChangeForm(SaidForm):
    """A draft that was looked at as a certain revision."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class RevisionForm(forms.Form):
    """Whatever is done with a draft that was looked at as a certain revision."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class WhyForm(RevisionForm):
    """A reason."""

    why = forms.CharField(label=_("Why"), max_length=300)
