"""What is added to a hand-over."""

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.arrivals.models import LONGEST_TEXT


class HandOverForm(forms.Form):
    """A word for the next watch. last: the hand-over that the page looked back to."""

    text = forms.CharField(
        label=_("For the next watch"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("What no record says: who calls back, what to keep an eye on."),
    )
    last = forms.IntegerField(required=False, widget=forms.HiddenInput)
