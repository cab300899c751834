"""What is typed where something that was left open is put on an agenda."""

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.visits.agenda_enums import Block
from roadstead.visits.models.agenda import LONGEST_TEXT


class CarryForm(forms.Form):
    """An item of the agenda. reopen: asked for where both sides, or one, agreed the whole."""

    block = forms.ChoiceField(label=_("Part of the agenda"), choices=Block.choices)
    purpose = forms.CharField(label=_("What the item is for"), widget=forms.Textarea, max_length=LONGEST_TEXT)
    prepare = forms.CharField(
        label=_("What the host is asked to prepare"), max_length=LONGEST_TEXT, widget=forms.Textarea, required=False
    )
    reopen = forms.BooleanField(label=_("I know that the whole will have to be agreed again."), required=False)
