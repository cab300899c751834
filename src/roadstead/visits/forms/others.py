"""What is typed of visits of others, of overlaps, and of clocks that stand still."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.common.choosing import offer
from roadstead.registry import queries as registry
from roadstead.visits.actions.others import FIELDS, Told
from roadstead.visits.enums import Answer, Reply
from roadstead.visits.models import OtherVisit
from roadstead.visits.models.visits import LONGEST_WHY

ANSWERS = [one for one in Answer.choices if one[0] != Answer.WAITING]


class OtherForm(forms.Form):
    """A visit of an embassy or agency. uid: of the form itself; revision: of what was looked at."""

    uid = forms.UUIDField(widget=forms.HiddenInput, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
    country = forms.ChoiceField(label=_("Country"))
    agency = forms.CharField(
        label=_("Whose visit"), max_length=150, help_text=_("The embassy’s section, or the agency.")
    )
    first_on = forms.DateField(label=_("First day"))
    last_on = forms.DateField(label=_("Last day"), help_text=_("Its last day counts, too."))
    purpose = forms.CharField(label=_("What for"), max_length=300)
    places = forms.CharField(label=_("Places"), max_length=300, required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "country", countries(viewer))

    @property
    def told(self) -> Told:
        """What was typed, once it is valid."""
        return Told(**{name: self.cleaned_data[name] for name in FIELDS})


class AnswerForm(forms.Form):
    """What is to become of two visits that lie close."""

    answer = forms.ChoiceField(label=_("What is to become of the two"), choices=ANSWERS, widget=forms.RadioSelect)
    why = forms.CharField(
        label=_("A word on it"),
        max_length=LONGEST_WHY,
        required=False,
        help_text=_("Both sides read it. Asked for where both stay as planned."),
    )


class ReplyForm(forms.Form):
    """What an embassy or agency answers when it is asked about a visit."""

    agency = forms.CharField(label=_("For whom you answer"), max_length=150, help_text=_("The section, or the agency."))
    answer = forms.ChoiceField(label=_("Your answer"), choices=Reply.choices, widget=forms.RadioSelect)
    why = forms.CharField(
        label=_("A word on it"),
        max_length=LONGEST_WHY,
        required=False,
        help_text=_("Asked for where you ask for other days: which, or why."),
    )


class SuspendForm(forms.Form):
    """Why a clock stands still."""

    why = forms.CharField(label=_("Why"), max_length=LONGEST_WHY, help_text=_("Travel stopped, no access."))
    since = forms.DateField(label=_("From"))
    until = forms.DateField(
        label=_("Until"), required=False, help_text=_("The day on which it goes again. Empty: not known yet.")
    )


class ResumeForm(forms.Form):
    """When a clock goes again."""

    until = forms.DateField(label=_("It goes again from"))


def countries(viewer: Viewer) -> list[tuple[str, Any]]:
    """For which countries somebody may tell of a visit."""
    reaches = [viewer.reach(one, ScopeKind.COUNTRY) for one in (Permission.TELL_VISITS, Permission.PLAN_VISITS)]
    every = any(one is None for one in reaches)
    codes = {code for one in reaches for code in one or ()}
    return [(one.code, one.name) for one in registry.countries() if every or one.code in codes]


def blank(viewer: Viewer, country: str) -> dict[str, Any]:
    """What a new form begins with; its own country where there is but one."""
    codes = [code for code, _name in countries(viewer)]
    return {"uid": uuid4(), "country": country if country in codes else codes[0] if len(codes) == 1 else ""}


def as_told(other: OtherVisit) -> dict[str, Any]:
    """What a form begins with that changes one."""
    return {name: getattr(other, name) for name in FIELDS} | {"country": other.country_id, "revision": other.revision}


def today() -> dict[str, Any]:
    """What a form begins with that asks for a day from which something holds."""
    return {"since": clock.today(), "until": clock.today()}
