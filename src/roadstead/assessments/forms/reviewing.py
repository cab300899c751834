"""What an officer says of one answer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.assessments.enums import Standing
from roadstead.assessments.models.answers import LONGEST_WORDS


class ReviewForm(forms.Form):
    """Validated, or questioned in words; `revision` is that of the answer that was read."""

    revision = forms.IntegerField(min_value=1)
    verdict = forms.ChoiceField(
        choices=[(one.value, one.label) for one in (Standing.VALIDATED, Standing.QUESTIONED)],
        error_messages={"required": _("Validate the answer, or question it.")},
    )
    words = forms.CharField(required=False, max_length=LONGEST_WORDS)
