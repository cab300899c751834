"""What is asked of the log."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from roadstead.audit import subjects
from roadstead.audit.events import TYPES
from roadstead.audit.queries import Asked
from roadstead.common.access.viewer import Viewer

ANY = ("", _("Any"))


class LogForm(forms.Form):
    """By whom, what, about which record, of which days; nothing must be given."""

    person = forms.CharField(label=_("Who (name or address)"), required=False, max_length=150, strip=True)
    type = forms.ChoiceField(label=_("What was done"), required=False)
    kind = forms.ChoiceField(label=_("Kind of record"), required=False)
    record = forms.CharField(label=_("Its number"), required=False, max_length=40, strip=True)
    since = forms.DateField(label=_("From"), required=False)
    until = forms.DateField(label=_("To"), required=False)
    elevated = forms.BooleanField(label=_("Only with elevated power"), required=False)

    def __init__(self, data: Any, viewer: Viewer) -> None:
        super().__init__(data)
        self.viewer = viewer
        types = sorted(((name, str(kind.title)) for name, kind in TYPES.items()), key=lambda pair: pair[1])
        for name, choices in (("type", types), ("kind", subjects.words())):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [ANY, *choices]

    def clean_person(self) -> tuple[int, ...] | None:
        """The numbers of the people of that name, address or number."""
        text = self.cleaned_data["person"]
        if not text:
            return None
        find = subjects.SUBJECTS[subjects.PERSON].find
        found = tuple(find(text, self.viewer)) if find else tuple(subjects.numbers([text]))
        if not found:
            said = gettext("Nobody here is called “%(text)s”. Write a part of the name, or the whole address.")
            raise forms.ValidationError(said % {"text": text})
        return found

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("record") and not said.get("kind") and "kind" not in self.errors:
            self.add_error("kind", gettext("Say of which kind the record with this number is."))
        if said.get("since") and said.get("until") and said["until"] < said["since"]:
            self.add_error("until", gettext("The last day is before the first. Choose a later one."))
        return said

    def asked(self) -> Asked:
        """What is wanted; to be called where the form is valid."""
        said = dict(self.cleaned_data)
        return Asked(people=said.pop("person"), **said)

    def in_words(self) -> str:
        """What is wanted, as it is recorded with an export; the people by their numbers, so that it names nobody."""
        said = self.cleaned_data
        people = " ".join(map(str, said["person"] or ()))
        chosen = {"person": people, **{name: said[name] for name in ("type", "kind", "record", "since", "until")}}
        words = [f"{name} {value}" for name, value in chosen.items() if value]
        return ", ".join([*words, *(["elevated"] if said["elevated"] else [])])
