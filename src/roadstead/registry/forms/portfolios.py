"""Saying who answers for which countries: the shapes of input. A last day is included; actions take the day after."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.accounts import officers
from roadstead.common.choosing import offer
from roadstead.registry.actions.handing_over import LONGEST_NOTE
from roadstead.registry.models.portfolios import LONGEST_WHY
from roadstead.registry.queries.portfolios import posts

BOX = {"class": "usa-checkbox__input"}
Choices = Iterable[tuple[str, str]]


def day_after(last: date | None) -> date | None:
    """The first day without, out of a last day that was typed."""
    return None if last is None else last + timedelta(days=1) if last < date.max else date.max


class PortfolioForm(forms.Form):
    """What all of them ask: which countries, who, and why."""

    no_post: Any = _("None said")

    countries = forms.MultipleChoiceField(label=_("Countries"), widget=forms.CheckboxSelectMultiple(attrs=BOX))
    officer = forms.TypedChoiceField(label=_("Officer"), coerce=int)
    why = forms.CharField(label=_("Why"), max_length=LONGEST_WHY, help_text=_("Kept, and shown to the officers."))

    def __init__(self, *args: Any, countries: Choices, without: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [(one.pk, one.name) for one in officers.officers() if one.pk != without]
        offer(self, "countries", list(countries))
        offer(self, "officer", [("", _("Choose an officer")), *people])
        if "post" in self.fields:
            stations = [(one.pk, f"{one.place}: {one.name}") for one in posts()]
            offer(self, "post", [("", self.no_post), *stations])


class AssignForm(PortfolioForm):
    """A responsible officer for countries."""

    post = forms.ChoiceField(label=_("Post"), required=False)
    first = forms.DateField(label=_("First day"), help_text=_("The earlier officer’s time ends the day before."))
    until = forms.DateField(label=_("Last day"), required=False, help_text=_("Empty: until somebody follows."))
    field_order = ["countries", "officer", "post", "first", "until", "why"]


class CoverForm(PortfolioForm):
    """An officer who covers during absence."""

    first = forms.DateField(label=_("First day"))
    until = forms.DateField(label=_("Last day"))
    field_order = ["countries", "officer", "first", "until", "why"]


class HandOverForm(PortfolioForm):
    """Another officer for a whole portfolio, or part of one."""

    no_post = _("As it is for each country")

    post = forms.ChoiceField(label=_("Post"), required=False)
    first = forms.DateField(label=_("From this day on"))
    note = forms.CharField(
        label=_("What the new officer should know"),
        widget=forms.Textarea,
        max_length=LONGEST_NOTE,
        required=False,
        help_text=_("Whom to call first, what was promised, what is under way. What the system knows is added."),
    )
    field_order = ["countries", "officer", "post", "first", "note", "why"]


class EndForm(forms.Form):
    """An end for an assignment."""

    last = forms.DateField(
        label=_("Last day"), help_text=_("Yesterday: it ends at once. Before the first day: it is taken back.")
    )
    why = forms.CharField(label=_("Why"), max_length=LONGEST_WHY, help_text=_("Kept, and shown to the officer."))
