"""A file of notices that somebody sends in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.files.errors import FilesError
from roadstead.files.sizes import in_words, too_large
from roadstead.wire.incoming.reading import MOST_BYTES

ACCEPT = ".xml,.xlsx,.json,.jsonl,.csv,.txt"


def _hint() -> str:
    said = _("XML of the US notice or of ISO 28005-2, the notice’s workbook (.xlsx), JSON, or CSV; at most %(limit)s.")
    return said % {"limit": in_words(MOST_BYTES)}


class NoticesForm(forms.Form):
    """A file, and for which company it is sent where there are several. Wants enctype="multipart/form-data"."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=lazy(_hint, str)(),
        error_messages={
            "required": gettext_lazy("Choose a file first."),
            "empty": gettext_lazy("The file is empty; the upload was probably cut off. Send it again."),
        },
    )
    company = forms.ChoiceField(label=gettext_lazy("Company"), required=False)

    def __init__(self, *args: Any, companies: frozenset[str] | None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.companies = sorted(companies or ())
        if len(self.companies) < 2:
            del self.fields["company"]
            return
        field: Any = self.fields["company"]
        field.choices = [("", _("choose")), *((one, one) for one in self.companies)]
        field.required = True

    def clean_file(self) -> Any:
        """The file, where it came whole and is not too large."""
        upload = self.cleaned_data["file"]
        try:
            if upload.is_too_large:
                raise FilesError(too_large(upload.length))
            if upload.length > MOST_BYTES:
                raise FilesError(
                    _("More than %(limit)s cannot be read. Send fewer notices in one file.")
                    % {"limit": in_words(MOST_BYTES)}
                )
            upload.flush()
        except FilesError as error:
            raise ValidationError(str(error), code="not_taken") from error
        return upload

    @property
    def company_said(self) -> str:
        """The company it is sent for: the only one, the chosen one, or "" for a watch."""
        return str(self.cleaned_data.get("company") or next(iter(self.companies), ""))
