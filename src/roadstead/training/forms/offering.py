"""What is typed of an offering and of its delegates."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.common.choosing import offer
from roadstead.registry import queries as registry
from roadstead.training.catalogue import body_choices, choices
from roadstead.training.enums import NominationState
from roadstead.training.models.offerings import LONGEST_TEXT, LONGEST_TITLE, LONGEST_WHY, MOST_SEATS

N = NominationState
SELECTIONS = [(one.value, one.label) for one in (N.SELECTED, N.WAITING, N.DECLINED)]
CAME = [(one.value, one.label) for one in (N.ATTENDED, N.PARTLY, N.ABSENT)]
USEFUL = [(str(number), str(number)) for number in range(1, 6)]


def day(label: Any, *, required: bool = True, hint: Any = "") -> forms.DateField:
    """A day, with the browser's own field."""
    return forms.DateField(
        label=label, required=required, help_text=hint, widget=forms.DateInput(attrs={"type": "date"})
    )


class OfferingForm(forms.Form):
    """An offering, new or changed."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    course = forms.ChoiceField(label=_("Course"))
    title = forms.CharField(
        label=_("Title"), required=False, max_length=LONGEST_TITLE, help_text=_("Where the catalogue says too little.")
    )
    body = forms.ChoiceField(label=_("Organised by"))
    country = forms.ChoiceField(label=_("Country"), required=False)
    place = forms.CharField(label=_("Place"), max_length=LONGEST_TITLE)
    first_on = day(_("First day"))
    last_on = day(_("Last day"))
    nominate_by = day(_("Nominations until"), hint=_("The last day on which States may nominate."))
    seats = forms.IntegerField(label=_("Places"), min_value=1, max_value=MOST_SEATS)
    language = forms.CharField(label=_("Language"), required=False, max_length=LONGEST_TITLE)
    paid_by = forms.CharField(
        label=_("Who pays"), required=False, max_length=LONGEST_TITLE, help_text=_("Leave it empty where not known.")
    )
    note = forms.CharField(
        label=_("What delegates should know"), required=False, max_length=LONGEST_TEXT, widget=forms.Textarea
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = [(one.code, one.name) for one in registry.countries()]
        offer(self, "course", choices())
        offer(self, "body", body_choices())
        offer(self, "country", [("", _("In none")), *found])


class StepForm(forms.Form):
    """A step over what was looked at; why: where it is asked for."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    why = forms.CharField(label=_("Why"), required=False, max_length=LONGEST_WHY, widget=forms.Textarea)


class WhyForm(forms.Form):
    """A reason."""

    why = forms.CharField(label=_("Why"), max_length=LONGEST_WHY, widget=forms.Textarea)


class BareForm(forms.Form):
    """Nothing but the button."""


class SelectForm(forms.Form):
    """What becomes of a delegate, with the reason."""

    to = forms.ChoiceField(label=_("This delegate is"), choices=SELECTIONS, widget=forms.RadioSelect)
    why = forms.CharField(label=_("Why"), max_length=LONGEST_WHY, widget=forms.Textarea)


class AttendanceForm(forms.Form):
    """Whether a delegate came."""

    to = forms.ChoiceField(label=_("This delegate"), choices=CAME, widget=forms.RadioSelect)


class DelegateForm(forms.Form):
    """Somebody who is nominated. countries: those for which one nominates."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    country = forms.ChoiceField(label=_("State"))
    name = forms.CharField(
        label=_("Name, as it is to stand on the certificate"),
        max_length=LONGEST_TITLE,
        help_text=_("In Latin, Greek, Cyrillic or Arabic letters: the paper has no others."),
    )
    position = forms.CharField(label=_("Position"), max_length=LONGEST_TITLE)
    workplace = forms.CharField(label=_("Authority or facility"), max_length=LONGEST_TITLE)
    language = forms.CharField(label=_("Languages"), required=False, max_length=LONGEST_TITLE)
    needs = forms.CharField(
        label=_("What the person needs to take part"),
        required=False,
        max_length=LONGEST_WHY,
        help_text=_(
            "Such as a place for a wheelchair. No numbers of passports, no days of birth: they are not needed."
        ),
    )

    def __init__(self, *args: Any, countries: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "country", countries)


class EvaluateForm(forms.Form):
    """How useful a course was."""

    useful = forms.TypedChoiceField(
        label=_("How useful, from 1 (not) to 5 (very)"), choices=USEFUL, coerce=int, widget=forms.RadioSelect
    )
    said = forms.CharField(label=_("In words"), required=False, max_length=LONGEST_WHY, widget=forms.Textarea)
