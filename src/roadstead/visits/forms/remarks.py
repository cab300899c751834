"""What a host’s own people write beside an observation."""

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.visits.models.remarks import LONGEST_REMARK


class RemarkForm(forms.Form):
    """A remark. uid: of this form, so that one sent twice stands there once."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Your remark"),
        widget=forms.Textarea,
        max_length=LONGEST_REMARK,
        help_text=_("The programme reads it, and whoever else reads the observation. It stays as you send it."),
    )
