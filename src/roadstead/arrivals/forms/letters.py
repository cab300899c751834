"""What is typed of letters."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.arrivals.letter_enums import LetterKind
from roadstead.arrivals.models import LONGEST_LETTER, LONGEST_SUBJECT, LONGEST_TITLE


class BeginForm(forms.Form):
    """A new letter: of which kind, and which letter it withdraws."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("Kind"), choices=[one for one in LetterKind.choices if one[0] != "withdrawal"])
    zone = forms.ChoiceField(
        label=_("Whose letter"), required=False, help_text=_("The port lies in no zone that is known.")
    )

    def __init__(self, data: Any = None, *, zones: list[str], initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        if zones:
            self.fields["zone"].choices = [(one, one) for one in zones]  # type: ignore[attr-defined]
        else:
            del self.fields["zone"]


class WriteForm(forms.Form):
    """The text of a draft."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    addressee = forms.CharField(label=_("To"), max_length=LONGEST_SUBJECT)
    subject = forms.CharField(label=_("Subject"), max_length=LONGEST_SUBJECT)
    text = forms.CharField(
        label=_("Text"),
        max_length=LONGEST_LETTER,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text=_(
            "An empty line begins a paragraph; a line that begins with “- ” is of a list. Fill in the brackets."
        ),
    )


class SignForm(forms.Form):
    """The signature under a draft as it was read."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    signed_as = forms.CharField(
        label=_("In what office"),
        max_length=LONGEST_TITLE,
        help_text=_("As in: for the Captain of the Port, by direction."),
    )
    stands = forms.BooleanField(label=_("I have read what changed since, and the letter stands."), required=False)


class SendForm(forms.Form):
    """To whom a signed letter goes."""

    to = forms.EmailField(label=_("E-mail address"), max_length=254)
