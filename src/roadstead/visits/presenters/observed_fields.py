"""The fields of a form with the component that shows each."""

from typing import Any

from django import forms

WIDGETS: list[tuple[type[Any], str]] = [
    (forms.HiddenInput, "hidden"),
    (forms.CheckboxSelectMultiple, "picks"),
    (forms.RadioSelect, "radios"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.CheckboxInput, "checkbox"),
    (forms.DateInput, "date"),
]


def fields(form: forms.Form) -> list[tuple[str, Any]]:
    """Each field with its component, in the order of the form."""
    return [(_component(one.field.widget), one) for one in form]


def _component(widget: forms.Widget) -> str:
    return next((name for kind, name in WIDGETS if isinstance(widget, kind)), "text")
