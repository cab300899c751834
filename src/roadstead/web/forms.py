"""What a form component needs to know, whether it was given a Django form field or single attributes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.forms.boundfield import BoundField


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a choice. `number` tells radio buttons of one group apart."""

    value: str
    label: Any
    selected: bool
    number: int


@dataclass(frozen=True, slots=True)
class Group:
    """Choices under a heading; the heading is empty where the choices have none."""

    heading: Any
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything a field shows, with the ids that tie hint and error to the input."""

    id: str
    name: str
    label: Any
    hint: Any
    errors: tuple[Any, ...]
    value: Any
    required: bool

    @property
    def hint_id(self) -> str:
        return f"{self.id}-hint"

    @property
    def error_id(self) -> str:
        return f"{self.id}-error"

    @property
    def described_by(self) -> str:
        """The ids that a screen reader reads after the label: the hint first, then what is wrong."""
        return " ".join([self.hint_id] * bool(self.hint) + [self.error_id] * bool(self.errors))


def parts(field: BoundField | None, given: dict[str, Any]) -> Parts:
    """Join what the form field knows with what the page says; the page wins."""
    known = _known(field) if isinstance(field, BoundField) else {}
    said = {key: value for key, value in given.items() if value not in ("", None)}
    merged: dict[str, Any] = {"name": "", "label": "", "hint": "", "value": "", "required": False} | known | said
    return Parts(
        id=str(merged.get("id") or f"id_{merged['name']}"),
        name=str(merged["name"]),
        label=merged["label"],
        hint=merged["hint"],
        errors=_errors(merged.get("error")),
        value="" if merged["value"] is None else merged["value"],
        required=bool(merged["required"]),
    )


def _known(field: BoundField) -> dict[str, Any]:
    return {
        "id": field.id_for_label or field.auto_id,
        "name": field.html_name,
        "label": field.label,
        "hint": field.help_text,
        "error": list(field.errors),
        "value": field.value(),
        "required": field.field.required,
    }


def _errors(error: Any) -> tuple[Any, ...]:
    if not error:
        return ()
    if isinstance(error, str) or not isinstance(error, Iterable):
        return (error,)
    return tuple(error)


def groups(field: BoundField | None, options: Any, value: Any) -> tuple[Group, ...]:
    """Choices, grouped or not, with the chosen ones marked. Without options, those of the form field."""
    if not options and isinstance(field, BoundField):
        options = getattr(field.field, "choices", ())
    chosen = {str(one) for one in value} if isinstance(value, list | tuple | set) else {str(value)}
    result: list[Group] = []
    loose: list[Choice] = []
    number = 0
    for left, right in _pairs(options or ()):
        inner = list(right) if isinstance(right, list | tuple) else [(left, right)]
        made = [Choice(str(v), label, str(v) in chosen, number + i) for i, (v, label) in enumerate(inner)]
        number += len(made)
        if isinstance(right, list | tuple):
            result.append(Group(left, tuple(made)))
        else:
            loose.extend(made)
    return ((Group("", tuple(loose)),) if loose else ()) + tuple(result)


def _pairs(options: Any) -> Sequence[tuple[Any, Any]]:
    """Pairs of value and label; a plain word stands for itself."""
    return [("" if o[0] is None else o[0], o[1]) if isinstance(o, list | tuple) else (o, o) for o in options]
