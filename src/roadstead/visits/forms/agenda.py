"""What is typed into an item of an agenda."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.visits.actions.agenda_shape import SHORT, ItemText
from roadstead.visits.agenda import zones
from roadstead.visits.agenda_enums import Block
from roadstead.visits.models.agenda import LONGEST_PLACE, LONGEST_TEXT

MOMENTS = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]


class _Local(forms.DateTimeField):
    """A local time, without a zone of its own."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=MOMENTS, required=False, **kwargs)

    def to_python(self, value: Any) -> Any:
        found = super().to_python(value)
        return found.replace(tzinfo=None) if found else found

    def prepare_value(self, value: Any) -> Any:
        return value


class ItemForm(forms.Form):
    """An item. uid: of the form itself, so that it is taken once; revision: of what was looked at."""

    uid = forms.UUIDField(widget=forms.HiddenInput, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
    block = forms.ChoiceField(label=_("Part of the agenda"), choices=Block.choices)
    purpose = forms.CharField(label=_("Purpose, in English"), max_length=LONGEST_TEXT, required=False)
    purpose_local = forms.CharField(label=_("Purpose, in the other language"), max_length=LONGEST_TEXT, required=False)
    place = forms.CharField(label=_("Place"), max_length=LONGEST_PLACE, required=False)
    starts = _Local(label=_("Begins, local time"))
    ends = _Local(label=_("Ends, local time"))
    zone = forms.ChoiceField(label=_("Time zone of the place"))
    people = forms.CharField(
        label=_("People"),
        max_length=LONGEST_TEXT,
        required=False,
        help_text=_("One on each line: name, office, telephone or e-mail."),
    )
    language = forms.CharField(label=_("Language spoken"), max_length=SHORT, required=False)
    prepare = forms.CharField(
        label=_("To be prepared by the host, in English"), max_length=LONGEST_TEXT, required=False
    )
    prepare_local = forms.CharField(
        label=_("To be prepared, in the other language"), max_length=LONGEST_TEXT, required=False
    )
    travel_minutes = forms.IntegerField(
        label=_("Travel from the item before, minutes"), required=False, min_value=0, max_value=2_880
    )
    travel_by = forms.CharField(label=_("Travel by"), max_length=SHORT, required=False)
    reopen = forms.BooleanField(label=_("I know that the whole will have to be agreed again."), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zone = self.fields["zone"]
        assert isinstance(zone, forms.ChoiceField)
        zone.choices = [(one, one) for one in sorted(zones.zones())]

    @property
    def text(self) -> ItemText:
        """What was typed, once it is valid."""
        said = {name: value for name, value in self.cleaned_data.items() if name not in ("uid", "revision", "reopen")}
        return ItemText(**said)


def blank(agenda: Any) -> dict[str, Any]:
    """What a new item begins with."""
    return {"uid": uuid4(), "block": Block.GOVERNMENT, "zone": agenda.zone}


def as_it_stands(item: Any) -> dict[str, Any]:
    """What a form begins with that changes an item: moments by the clocks of its place."""
    names = [name for name in ItemForm.base_fields if name not in ("starts", "ends", "reopen")]
    said = {name: getattr(item, name) for name in names}
    for name, at in (("starts", item.starts_at), ("ends", item.ends_at)):
        said[name] = zones.local(at, item.zone).strftime("%Y-%m-%dT%H:%M") if at else None
    return said
