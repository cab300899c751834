"""What is typed about an arrival: who has it, a note, a decision, a message."""

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.arrivals.enums import Disposition
from roadstead.arrivals.models import LONGEST_TEXT, LONGEST_WORD

AREA = {"rows": 4}


class AssignForm(forms.Form):
    """Who has the arrival. had: who had it when the page was opened."""

    to = forms.ChoiceField(label=_("Who has it"), required=False)
    had = forms.IntegerField(required=False, widget=forms.HiddenInput)


class NoteForm(forms.Form):
    """A word of the watch for the watch."""

    text = forms.CharField(
        label=_("Note"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs=AREA),
        help_text=_("For the watch alone: the ship’s side does not see it."),
        error_messages={"required": _("Write the note.")},
    )


class MessageForm(forms.Form):
    """A message to the other side."""

    text = forms.CharField(
        label=_("Message"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs=AREA),
        error_messages={"required": _("Write the message.")},
    )


class DecideForm(forms.Form):
    """A decision. seen: what the page showed of the arrival."""

    kind = forms.ChoiceField(
        label=_("Decision"),
        choices=Disposition.choices,
        error_messages={"required": _("Choose one of the decisions."), "invalid_choice": _("Choose one of them.")},
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=LONGEST_WORD,
        widget=forms.Textarea(attrs=AREA),
        help_text=_("Needed where it is decided otherwise than proposed, and where guards are waived."),
    )
    until = forms.DateTimeField(
        label=_("Guards are waived until (UTC)"),
        required=False,
        help_text=_("Only where guards are waived."),
        error_messages={"invalid": _("Write a day and an hour, as in 2026-06-20 18:00.")},
    )
    seen = forms.CharField(max_length=60, widget=forms.HiddenInput)


class AskForm(forms.Form):
    """A question to the ship's side."""

    field = forms.ChoiceField(label=_("About"), required=False)
    text = forms.CharField(
        label=_("Question"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs=AREA),
        help_text=_("Left empty, the question is asked as it stands above."),
    )
    to = forms.CharField(
        label=_("E-mail of the agent"),
        required=False,
        max_length=254,
        widget=forms.EmailInput,
        help_text=_("A link goes there that opens this one question, and nothing else. No account is needed."),
    )
