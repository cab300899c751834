"""What is typed where a reciprocal visit is asked for, and where a link to ask is given."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.hosting import topics
from roadstead.hosting.models.requests import LONGEST_AIMS, LONGEST_NAME, MOST_DAYS, MOST_PEOPLE
from roadstead.hosting.taking import FIELDS, Ask
from roadstead.registry import queries as registry
from roadstead.registry.forms.marking import BOX

CHOOSE = ("", _("Choose a country"))


class WantedForm(forms.Form):
    """What a delegation wants to see."""

    aims = forms.CharField(
        label=_("What the visit is to bring about"),
        help_text=_("In some sentences: what you want to be able to do afterwards."),
        widget=forms.Textarea,
        max_length=LONGEST_AIMS,
    )
    topics = forms.MultipleChoiceField(
        label=_("Topics"), widget=forms.CheckboxSelectMultiple(attrs=BOX), required=False
    )
    size = forms.IntegerField(label=_("How many people come"), min_value=1, max_value=MOST_PEOPLE, required=False)
    days = forms.IntegerField(label=_("How many days"), min_value=1, max_value=MOST_DAYS, required=False)
    earliest = forms.DateField(label=_("Not before"), required=False)
    latest = forms.DateField(label=_("Not after"), required=False)
    languages = forms.CharField(
        label=_("Languages"),
        help_text=_("Those in which you want to speak, and for which you ask an interpreter."),
        max_length=100,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topics"].choices = topics.choices()  # type: ignore[attr-defined]

    @property
    def ask(self) -> Ask:
        """What was typed."""
        return Ask(**{name: self.cleaned_data[name] for name in FIELDS})


class RevisedForm(WantedForm):
    """The same, changed. revision: of what was looked at."""

    revision = forms.IntegerField(widget=forms.HiddenInput)


class AskForm(WantedForm):
    """A new request. permission: by which whoever types it may ask for a country; uid: of the form itself."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    country = forms.ChoiceField(label=_("Country"))
    field_order: tuple[str, ...] = ("uid", "country")

    def __init__(self, *args: Any, viewer: Viewer, permission: Permission, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = countries_for(viewer, permission)  # type: ignore[attr-defined]


class OnBehalfForm(AskForm):
    """A request that an officer writes for somebody. name, office: of whoever asked."""

    name = forms.CharField(label=_("Who asked"), max_length=LONGEST_NAME)
    office = forms.CharField(label=_("Office"), max_length=LONGEST_NAME, required=False)
    field_order = ("uid", "country", "name", "office")


class LinkForm(forms.Form):
    """A link to ask by."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    country = forms.ChoiceField(label=_("Country"))
    name = forms.CharField(label=_("Name"), max_length=LONGEST_NAME)
    office = forms.CharField(label=_("Embassy or office"), max_length=LONGEST_NAME)
    email = forms.EmailField(label=_("E-mail address"))
    days = forms.IntegerField(label=_("Good for so many days"), min_value=1, max_value=180, initial=60)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = countries_for(viewer, Permission.HOST_VISITS)  # type: ignore[attr-defined]


def countries_for(viewer: Viewer, permission: Permission) -> list[tuple[str, Any]]:
    """The countries for which somebody holds a right."""
    reach = viewer.reach(permission, ScopeKind.COUNTRY)
    found = [(one.code, one.name) for one in registry.countries() if reach is None or one.code in reach]
    return found if len(found) == 1 else [CHOOSE, *found]
