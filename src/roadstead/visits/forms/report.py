"""What is typed into a report, and about its release."""

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.visits.models.releases import LONGEST_COMMENT


class SectionForm(forms.Form):
    """A section as somebody has it; an empty text is one, too. How long it may be, the action says."""

    text = forms.CharField(label=_("Text"), required=False, strip=False)
    revision = forms.IntegerField(min_value=1)


class RestoreForm(forms.Form):
    """The version that a section is to have again, and the revision that was looked at."""

    version = forms.IntegerField(min_value=1)
    revision = forms.IntegerField(min_value=1)


class ReturnForm(forms.Form):
    """Why a text is not released."""

    why = forms.CharField(label=_("Why it is returned"), max_length=300)


class CommentForm(forms.Form):
    """What the host says beside a section."""

    uid = forms.UUIDField()
    section = forms.CharField(max_length=40)
    text = forms.CharField(label=_("Comment"), max_length=LONGEST_COMMENT)
