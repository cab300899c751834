"""What is typed of what a decision does to ships, and of who is told when."""

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.determinations.forms.cases import RevisionForm
from roadstead.determinations.models import LONGEST_TITLE


class CountForm(RevisionForm):
    """Counting what the decision does to ships."""

    since = forms.DateField(
        label=_("First day that is assumed"),
        required=False,
        help_text=_(
            "A day within the voyages on record: then the ships at sea on it are counted, too. "
            "Without one, the decision is tried on every voyage on record."
        ),
    )


class TellingForm(RevisionForm):
    """A line of the transition plan."""

    recipient = forms.CharField(label=_("Who is told"), max_length=LONGEST_TITLE)
    on = forms.DateField(label=_("When"))
    told_by = forms.CharField(label=_("By whom"), max_length=LONGEST_TITLE)


class DoneForm(RevisionForm):
    """That a line of the plan was done."""

    on = forms.DateField(label=_("Day on which they were told"))
