"""What is typed to give a facility another name, and to read a file of them in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.registry.enums import FacilityNameKind


class NameForm(forms.Form):
    """Another name by which a facility is found."""

    name = forms.CharField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(label=_("What it is"), choices=FacilityNameKind.choices, initial=FacilityNameKind.ALIAS)
    until = forms.DateField(
        label=_("Until"), required=False, help_text=_("Of a former name: the day from which it no longer held.")
    )
    source = forms.CharField(label=_("Where this is from"), max_length=200)


class ExportForm(forms.Form):
    """A GISIS export to be read. Its form tag wants enctype="multipart/form-data"."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("The list of port facilities as GISIS exports it: CSV or an .xlsx workbook."),
        error_messages={"required": _("Choose a file first."), "empty": _("The file is empty. Export it again.")},
    )
    exported_on = forms.DateField(
        label=_("Day of the export"),
        required=False,
        help_text=_("When it was taken from GISIS. Today, if you leave it empty."),
    )
