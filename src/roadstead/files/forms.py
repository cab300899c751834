"""The part of a form with which a file is attached, for any app above."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.files.enums import KNOWN_EXTENSIONS
from roadstead.files.errors import FilesError
from roadstead.files.incoming import Incoming, received
from roadstead.files.models import LONGEST_DESCRIPTION, LONGEST_REASON
from roadstead.files.sizes import in_words

ACCEPTED = ",".join(f".{one}" for one in sorted(KNOWN_EXTENSIONS))


def hint() -> str:
    """Which files are taken, and how large they may be."""
    return _(
        "PDF, pictures (JPEG, PNG, WebP, GIF), Word, Excel, PowerPoint, OpenDocument, or text; at most %(limit)s."
    ) % {"limit": in_words(settings.LARGEST_UPLOAD)}


class UploadField(forms.FileField):
    """A file that was looked at: its value is an Incoming, which `actions.attach` takes."""

    default_error_messages = {
        "required": gettext_lazy("Choose a file first."),
        "invalid": gettext_lazy("No file came with the form. Choose it again."),
    }
    accept = ACCEPTED

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", gettext_lazy("File"))
        kwargs.setdefault("help_text", lazy(hint, str)())
        super().__init__(**kwargs)

    def to_python(self, data: Any) -> Incoming | None:
        if data in self.empty_values:
            return None
        try:
            return received(data)
        except FilesError as error:
            raise ValidationError(str(error), code="not_taken") from error


class UploadForm(forms.Form):
    """A file, and a word about it. Its form tag wants enctype="multipart/form-data"."""

    file = UploadField()
    description = forms.CharField(
        label=gettext_lazy("What it is"),
        help_text=gettext_lazy("One line for those who will look for it."),
        max_length=LONGEST_DESCRIPTION,
        required=False,
    )


class RemovalForm(forms.Form):
    """Why a file is removed."""

    why = forms.CharField(label=gettext_lazy("Why the file is removed"), max_length=LONGEST_REASON)
