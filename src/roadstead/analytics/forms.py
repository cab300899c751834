"""The fields that are not the draft itself: rates with their sources."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from roadstead.analytics.rates import KINDS, Kind, Rate

LONGEST_SOURCE = 120


class RatesForm(forms.Form):
    """Every rate and where it comes from; what is left empty is what the page assumes."""

    def __init__(self, query: Mapping[str, Any]) -> None:
        super().__init__(query)
        for kind in KINDS:
            self.fields[kind.name] = forms.FloatField(
                label=str(kind.label), required=False, min_value=0, max_value=kind.most, error_messages=_messages(kind)
            )
            self.fields[f"{kind.name}_source"] = forms.CharField(
                label=_("Source"), required=False, max_length=LONGEST_SOURCE
            )

    def rates(self) -> dict[str, Rate]:
        """The rates as given; what cannot be read is as assumed, and the form says so."""
        self.is_valid()
        found = {}
        for kind in KINDS:
            value = self.cleaned_data.get(kind.name)
            source = self.cleaned_data.get(f"{kind.name}_source") or ""
            found[kind.name] = Rate(kind, kind.assumed if value is None else value, source)
        return found


def _messages(kind: Kind) -> dict[str, str]:
    return {
        "invalid": gettext("Write a number, as in %(number)g.") % {"number": kind.assumed},
        "min_value": gettext("Write 0 or more."),
        "max_value": gettext("Write at most %(most)g.") % {"most": kind.most},
    }
