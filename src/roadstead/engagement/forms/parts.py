"""What is typed about a person’s part, an import, a joining, and why somebody is forgotten."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.engagement.actions.positions import PartSaid
from roadstead.engagement.enums import PositionKind
from roadstead.registry.queries.places import Place


class PartForm(forms.Form):
    """A part at one of the places that were found."""

    place = forms.ChoiceField(
        label=_("Where"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Find and choose the organisation or port facility first."),
            "invalid_choice": _("Find and choose the organisation or port facility first."),
        },
    )
    kind = forms.ChoiceField(label=_("Part"), choices=PositionKind.choices, initial=PositionKind.OFFICER)
    title = forms.CharField(label=_("Title"), required=False, max_length=150)
    valid_from = forms.DateField(label=_("Since"), required=False, help_text=_("Empty if it is not known."))
    valid_until = forms.DateField(
        label=_("Until"), required=False, help_text=_("The first day on which it is over. Empty if it goes on.")
    )
    source = forms.CharField(label=_("Where this is from"), max_length=200)

    def __init__(self, *args: Any, places: list[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["place"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one.key, ", ".join(filter(None, (one.name, one.note, one.country)))) for one in places]

    @property
    def part(self) -> PartSaid:
        """What was typed, once it is valid."""
        said = self.cleaned_data
        days = (said["valid_from"], said["valid_until"])
        return PartSaid(said["place"], PositionKind(said["kind"]), said["title"], said["source"], *days)


class EndForm(forms.Form):
    """When a part ended."""

    until = forms.DateField(label=_("The first day on which it is over"))


class ReasonForm(forms.Form):
    """Why something is done."""

    why = forms.CharField(label=_("Why"), max_length=300)


APART = "apart"  # in the place of the entry that stays


class JoinForm(ReasonForm):
    """Which of two entries stays, or neither, since they are two people; and how one knows."""

    keep = forms.ChoiceField(label=_("Which entry stays"), widget=forms.RadioSelect)
    why = forms.CharField(label=_("How you know"), max_length=300)

    def __init__(self, *args: Any, keys: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["keep"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one, one) for one in (*map(str, keys), APART)]


class ImportForm(forms.Form):
    """An address book, and where it is from. Its form tag wants enctype="multipart/form-data"."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV (UTF-8) with the columns below, or vCard (.vcf), of at most 100,000 people."),
        error_messages={"required": _("Choose a file first."), "empty": _("The file is empty.")},
    )
    source = forms.CharField(
        label=_("Where it is from"),
        max_length=200,
        help_text=_("Kept with each person, unless the entry says so itself."),
    )
