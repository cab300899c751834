"""What a reader may ask of the list: a day, and a day of knowledge."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from roadstead.advisories import queries
from roadstead.common import clock
from roadstead.core.diff import Difference

LONGEST_ECHO = 40  # characters of what was typed that are shown again


class DayField(forms.DateField):
    """A day written as ISO 8601; the error repeats what was typed, since a browser's date input drops it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def to_python(self, value: Any) -> date | None:
        text = str(value or "").strip()
        if not text:
            return None
        try:
            return date.fromisoformat(text) if len(text) == len("2019-05-30") else _refuse(text)
        except ValueError:
            return _refuse(text)


def _refuse(text: str) -> date:
    shown = text if len(text) <= LONGEST_ECHO else f"{text[:LONGEST_ECHO]}…"
    raise ValidationError(
        gettext("“%(text)s” is not a day we can read. Write it like 2019-05-30.") % {"text": shown}, code="invalid"
    )


class AskForm(forms.Form):
    """Both days are optional and stand for today."""

    on = DayField(label=_("In force on"), help_text=_("The day for which you ask."))
    known_at = DayField(label=_("As known on"), help_text=_("Leaves out what became public later."))


@dataclass(frozen=True, slots=True)
class Asked:
    """The days asked for; a day that could not be read counts as today, and the form says so."""

    form: AskForm
    on: date
    known_at: date
    today: date

    @property
    def is_today(self) -> bool:
        """Whether nothing but the present list was asked for."""
        return self.on == self.known_at == self.today

    @property
    def query(self) -> str:
        """What to add to an address so that it asks the same; empty for today."""
        parts = [("on", self.on), ("known_at", self.known_at)]
        said = [f"{name}={day.isoformat()}" for name, day in parts if day != self.today]
        return f"?{'&'.join(said)}" if said else ""


def asked(request: HttpRequest) -> Asked:
    """Read the days of a request. Knowledge of days to come is knowledge of today."""
    today = clock.today()
    form = AskForm({name: request.GET.get(name, "") for name in ("on", "known_at")})
    form.is_valid()
    on = form.cleaned_data.get("on") or today
    known_at = min(form.cleaned_data.get("known_at") or today, today)
    return Asked(form, on, known_at, today)


class ListField(forms.CharField):
    """A day, or an edition, which stands for its day; the cleaned value is a day, or None where nothing is given."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=80, **kwargs)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            return queries.resolve(text)
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from error


class CompareForm(forms.Form):
    """Two days or editions; either may be left out and stands for today."""

    a = ListField(label=_("From"), help_text=_("A day, or an edition like 2-19."))
    b = ListField(label=_("To"), help_text=_("A day or an edition. Empty: today."))
    known_at = DayField(label=_("As known on"), help_text=_("Leaves out what became public later."))

    def difference(self, today: date) -> Difference:
        """What changed between the two, as known on the day asked for. Only for a form without errors."""
        a, b, known_at = (self.cleaned_data[name] or today for name in ("a", "b", "known_at"))
        return queries.difference(a, b, min(known_at, today))
