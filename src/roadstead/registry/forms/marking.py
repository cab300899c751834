"""What is typed to say who may see a record of any kind."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.accounts import readers
from roadstead.common.access.marks import LONGEST_REASON, Mark, Marked
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.common.choosing import offer
from roadstead.registry import queries

BOX = {"class": "usa-checkbox__input"}


class MarkForm(forms.Form):
    """A mark with whom it names. It offers what its viewer may set, and nothing else."""

    mark = forms.ChoiceField(label=_("Who may see it"), initial=Mark.PROGRAMME)
    states = forms.MultipleChoiceField(
        label=_("States with which it is shared"), widget=forms.CheckboxSelectMultiple(attrs=BOX), required=False
    )
    people = forms.TypedMultipleChoiceField(
        label=_("People who may see it"),
        widget=forms.CheckboxSelectMultiple(attrs=BOX),
        required=False,
        coerce=int,
        help_text=_("You are always among them."),
    )
    reason = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=LONGEST_REASON,
        help_text=_("Shown within the programme, and recorded."),
    )
    seen = forms.DateTimeField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reach = viewer.reach(Permission.RELEASE_INFORMATION, ScopeKind.COUNTRY)
        states = [(one.code, one.name) for one in queries.countries() if reach is None or one.code in reach]
        people = [(one.pk, _named(one)) for one in readers.staff(viewer) if one.pk != viewer.user_id]
        open_to = {Mark.PUBLIC: viewer.may(Permission.RELEASE_PUBLICLY), Mark.PARTNER: bool(states)}
        offered = [(mark.value, mark.label) for mark in Mark if open_to.get(mark, True)]
        for name, choices in (("mark", offered), ("states", states), ("people", people)):
            offer(self, name, choices)

    @property
    def marks(self) -> list[tuple[str, Any, Any, bool]]:
        """The marks offered: value, word, meaning, and whether it is chosen."""
        chosen = str(self["mark"].value() or "")
        choices: list[tuple[str, Any]] = self.fields["mark"].choices  # type: ignore[attr-defined]
        return [(value, label, Mark(value).meaning, value == chosen) for value, label in choices]

    @property
    def said(self) -> dict[str, Any]:
        """What the action takes, once it is valid."""
        names = ("states", "people", "reason")
        return {"mark": Mark(self.cleaned_data["mark"])} | {name: self.cleaned_data[name] for name in names}


def as_marked(record: Marked) -> dict[str, Any]:
    """What a form begins with that marks something again; the reason is to be given anew."""
    return {
        "mark": record.mark,
        "states": [one.pk for one in record.states.all()],
        "people": [one.pk for one in record.people.all()],
        "seen": record.marked_at.isoformat(),
    }


def _named(person: Any) -> str:
    return f"{person.name}, {person.organisation}" if person.organisation else str(person.name)
