"""What is typed into a note or document."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.engagement.actions.shape import TO, Content
from roadstead.engagement.enums import InformationKind
from roadstead.engagement.models import LONGEST_TEXT, LONGEST_TITLE, Information
from roadstead.registry import queries as registry

BOX = {"class": "usa-checkbox__input"}
READERS = [
    ("to_authorities", _("Their authorities")),
    ("to_embassies", _("Embassies that work with them")),
    ("to_agencies", _("Other agencies that work with them")),
]


class InformationForm(forms.Form):
    """The content. uid: of the form itself, so that it is taken once; revision: of what was looked at."""

    uid = forms.UUIDField(widget=forms.HiddenInput, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
    kind = forms.ChoiceField(label=_("Kind"), choices=InformationKind.choices, initial=InformationKind.NOTE)
    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)
    text = forms.CharField(
        label=_("Text"),
        widget=forms.Textarea,
        max_length=LONGEST_TEXT,
        help_text=_("Plain text. An empty line begins a new paragraph."),
    )
    countries = forms.MultipleChoiceField(
        label=_("Countries it is about"),
        widget=forms.CheckboxSelectMultiple(attrs=BOX),
        required=False,
        help_text=_("None, if it is about no country in particular."),
    )
    valid_until = forms.DateField(
        label=_("Good until"),
        required=False,
        help_text=_("Its last day: afterwards only the programme reads it. Leave it empty if it has no end yet."),
    )
    withheld = forms.MultipleChoiceField(
        label=_("Where it is shared with States, keep it from"),
        choices=READERS,
        widget=forms.CheckboxSelectMultiple(attrs=BOX),
        required=False,
        help_text=_("Nobody, unless something speaks against it: then the other two read it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["countries"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(one.code, one.name) for one in registry.countries()]

    @property
    def content(self) -> Content:
        """What was typed, once it is valid."""
        said = self.cleaned_data
        kind, readers = InformationKind(said["kind"]), {name: name not in said["withheld"] for name in TO}
        return Content(kind, said["title"], said["text"], said["countries"], said["valid_until"], **readers)


def blank() -> dict[str, Any]:
    """What a new form begins with."""
    return {"uid": uuid4(), "kind": InformationKind.NOTE}


def as_it_stands(information: Information) -> dict[str, Any]:
    """What a form begins with that changes something."""
    names = ("revision", "kind", "title", "text", "valid_until")
    countries = [one.pk for one in information.countries.all()]
    withheld = [name for name in TO if not getattr(information, name)]
    return {name: getattr(information, name) for name in names} | {"countries": countries, "withheld": withheld}
