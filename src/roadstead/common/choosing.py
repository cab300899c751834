"""What a form offers, where it depends on who asks and of what."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms.widgets import ChoiceWidget


def offer(form: forms.BaseForm, name: str, choices: Iterable[Any]) -> None:
    """Give a field its choices: pairs of value and word, or groups of them. Raises TypeError where it has none."""
    _field(form, name).choices = choices


def offered(form: forms.BaseForm, name: str) -> list[Any]:
    """The values that a field offers, in their order. Raises TypeError where it has none."""
    widget = _field(form, name).widget
    if not isinstance(widget, ChoiceWidget):
        raise TypeError(f"{type(form).__name__}.{name} offers nothing")
    return [value for value, _word in widget.choices]


def _field(form: forms.BaseForm, name: str) -> forms.ChoiceField:
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(f"{type(form).__name__}.{name} is no field of choices")
    return field
