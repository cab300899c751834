"""What is typed of requests for training, of links, and of experts."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.common.choosing import offer
from roadstead.registry import queries as registry
from roadstead.registry.forms.marking import BOX
from roadstead.training.catalogue import body_choices, choices
from roadstead.training.enums import LANGUAGES, RequestState, Says
from roadstead.training.forms.offering import day
from roadstead.training.models.offerings import LONGEST_TEXT, LONGEST_TITLE, LONGEST_WHY


def countries_for(viewer: Viewer, permission: Permission) -> list[tuple[str, str]]:
    """The countries that a right reaches, by name."""
    reach = viewer.reach(permission, ScopeKind.COUNTRY)
    return [(one.code, one.name) for one in registry.countries() if reach is None or one.code in reach]


class RequestForm(forms.Form):
    """A request, as a State or an embassy types it. countries: those for which one asks."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    country = forms.ChoiceField(label=_("Country"))
    course = forms.ChoiceField(label=_("Course"))
    aims = forms.CharField(label=_("What it is to achieve"), max_length=LONGEST_TEXT, widget=forms.Textarea)
    how_many = forms.IntegerField(label=_("How many people"), required=False, min_value=1, max_value=2_000)
    language = forms.CharField(label=_("Language"), required=False, max_length=LONGEST_TITLE)
    wanted_from = day(_("Not before"), required=False)
    wanted_until = day(_("Not after"), required=False)
    equipment = forms.CharField(
        label=_("Equipment that is asked for"),
        required=False,
        max_length=LONGEST_WHY,
        help_text=_("Leave it empty where none is. The law sets conditions for it, which are shown."),
    )

    def __init__(self, *args: Any, countries: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "country", countries)
        offer(self, "course", [("", _("Choose a course")), *choices()])


class DeskRequestForm(RequestForm):
    """A request as an officer types it: for an observation, for a partner body, told to the State or not."""

    body = forms.ChoiceField(label=_("On behalf of a partner body"), required=False)
    observation = forms.IntegerField(label=_("Number of the observation that it answers"), required=False)
    shared = forms.BooleanField(label=_("Its State may read it"), required=False, initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "body", [("", _("No body")), *body_choices()])


class AnswerForm(forms.Form):
    """What is answered to a request. offerings: those of the course that can answer it."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    to = forms.ChoiceField(label=_("The request is"), widget=forms.RadioSelect)
    offering = forms.TypedChoiceField(label=_("Offering that answers it"), required=False, coerce=int, empty_value=None)
    why = forms.CharField(
        label=_("What the State is told"), required=False, max_length=LONGEST_WHY, widget=forms.Textarea
    )

    def __init__(
        self, *args: Any, ways: Sequence[RequestState], offerings: list[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "to", [(one.value, one.label) for one in ways])
        offer(self, "offering", [("", _("None")), *offerings])


class GateForm(forms.Form):
    """Whether a condition of the law is met."""

    says = forms.ChoiceField(label=_("It is met"), choices=Says.choices, widget=forms.RadioSelect)
    why = forms.CharField(label=_("Why"), max_length=LONGEST_WHY, widget=forms.Textarea)


class LinkForm(forms.Form):
    """For whom a link is made out."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    country = forms.ChoiceField(label=_("Country"))
    name = forms.CharField(label=_("For whom"), max_length=LONGEST_TITLE)
    email = forms.EmailField(label=_("E-mail address"))
    days = forms.IntegerField(label=_("Good for how many days"), min_value=1, max_value=90, initial=30)

    def __init__(self, *args: Any, countries: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "country", countries)


class ExpertForm(forms.Form):
    """An expert of the roster."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label=_("Name"), max_length=LONGEST_TITLE)
    organisation = forms.CharField(label=_("Organisation"), required=False, max_length=LONGEST_TITLE)
    subjects = forms.MultipleChoiceField(label=_("Courses"), widget=forms.CheckboxSelectMultiple(attrs=BOX))
    languages = forms.MultipleChoiceField(
        label=_("Languages"), choices=LANGUAGES, widget=forms.CheckboxSelectMultiple(attrs=BOX)
    )
    regions = forms.MultipleChoiceField(
        label=_("Countries"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs=BOX),
        help_text=_("Choose none for who goes anywhere."),
    )
    note = forms.CharField(label=_("Note"), required=False, max_length=LONGEST_TEXT, widget=forms.Textarea)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "subjects", choices())
        offer(self, "regions", [(one.code, one.name) for one in registry.countries()])


class DaysForm(forms.Form):
    """Days on which an expert can be sent."""

    first_on = day(_("First day"))
    last_on = day(_("Last day"))


class SendForm(DaysForm):
    """An expert chosen for a request. experts: those of the roster, the best fitting first."""

    expert = forms.TypedChoiceField(label=_("Expert"), coerce=int)
    role = forms.CharField(label=_("As what"), max_length=LONGEST_TITLE)
    body = forms.ChoiceField(label=_("For a partner body"), required=False)
    field_order = ("expert", "role", "body", "first_on", "last_on")

    def __init__(self, *args: Any, experts: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "expert", experts)
        offer(self, "body", [("", _("No body")), *body_choices()])


class AfterForm(forms.Form):
    """How it was."""

    after = forms.CharField(label=_("How it was"), max_length=LONGEST_WHY, widget=forms.Textarea)
