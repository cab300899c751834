"""What is typed about a person outside the programme."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.engagement.addressbook.checking import LONGEST, Checker
from roadstead.engagement.addressbook.draft import Draft
from roadstead.engagement.enums import Consent
from roadstead.engagement.models import Contact
from roadstead.registry import queries as registry

ONE_A_LINE = _("One a line, the preferred one first. A word in brackets says what it is for: (office).")


class ContactForm(forms.Form):
    """A person. revision: of what was looked at; anyway: that the entries alike were seen."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
    anyway = forms.CharField(widget=forms.HiddenInput, required=False, max_length=300)
    name = forms.CharField(
        label=_("Name"), max_length=LONGEST["name"], help_text=_("In Latin letters, as the person signs.")
    )
    local_name = forms.CharField(label=_("Name in its own script"), required=False, max_length=LONGEST["local_name"])
    country = forms.ChoiceField(label=_("Country"), required=False)
    emails = forms.CharField(
        label=_("E-mail addresses"), required=False, widget=forms.Textarea, max_length=5_000, help_text=ONE_A_LINE
    )
    phones = forms.CharField(
        label=_("Telephone numbers"),
        required=False,
        widget=forms.Textarea,
        max_length=5_000,
        help_text=_("One a line, with the code of the country: +234 1 555 0100 (office)."),
    )
    languages = forms.CharField(
        label=_("Languages"), required=False, max_length=200, help_text=_("The best first: French, English.")
    )
    consent = forms.ChoiceField(label=_("Consent to be kept"), choices=Consent.choices, initial=Consent.UNKNOWN)
    consent_on = forms.CharField(label=_("Consent said on"), required=False, max_length=10)
    source = forms.CharField(
        label=_("Where this is from"), max_length=LONGEST["source"], help_text=_("A card, a letter, a web page.")
    )
    last_contact_on = forms.CharField(label=_("Last contact"), required=False, max_length=10)
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea, max_length=LONGEST["note"])
    draft: Draft | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["country"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Of no country")), *((one.code, one.name) for one in registry.countries())]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        texts = {name: str(value or "") for name, value in said.items()}
        checker = Checker(texts, lambda code: code)
        self.draft = checker.draft()
        for one in checker.problems:
            if one.column not in self.errors or one.column in ("emails", "phones"):
                self.add_error(one.column if one.column in self.fields else None, one.words)
        return said


def as_it_stands(contact: Contact) -> dict[str, Any]:
    """What a form begins with that changes an entry; its points were fetched."""
    names = ("revision", "name", "local_name", "consent", "source", "note")
    said = {name: getattr(contact, name) for name in names} | {"country": contact.country_id or ""}
    for kind in ("email", "phone"):
        rows = [one for one in contact.points.all() if one.kind == kind]
        rows.sort(key=lambda one: (not one.preferred, one.pk))
        said[f"{kind}s"] = "\n".join(f"{one.value} ({one.label})" if one.label else one.value for one in rows)
    days = {name: getattr(contact, name) for name in ("consent_on", "last_contact_on")}
    said |= {name: day.isoformat() if day else "" for name, day in days.items()}
    return said | {"languages": ", ".join(contact.languages)}
