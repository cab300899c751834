"""What is typed to say who may see information, and to withdraw it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.marks import LONGEST_REASON
from roadstead.registry.forms.marking import MarkForm, as_marked

__all__ = ["MarkForm", "WithdrawForm", "as_marked"]


class WithdrawForm(forms.Form):
    """Why something holds no longer."""

    why = forms.CharField(
        label=_("Why it holds no longer"),
        max_length=LONGEST_REASON,
        help_text=_("Everyone who may read it is shown this."),
    )
