"""What is typed around an agenda: how it begins, who agrees, for whom a link is, who opens one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.visits.agenda import templates, zones
from roadstead.visits.models.agenda import LONGEST_NAME

NAMES = {"fr": _("French"), "es": _("Spanish"), "pt": _("Portuguese"), "ar": _("Arabic")}


def spoken() -> list[tuple[str, Any]]:
    """The languages in which pages speak beside English."""
    return [("", _("English alone")), *((one, NAMES[one]) for one in templates.languages())]


class BeginForm(forms.Form):
    """Beginning an agenda."""

    zone = forms.ChoiceField(label=_("Time zone of most items"))
    language = forms.ChoiceField(label=_("The host’s language, beside English"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zone, language = self.fields["zone"], self.fields["language"]
        assert isinstance(zone, forms.ChoiceField)
        assert isinstance(language, forms.ChoiceField)
        zone.choices = [(one, one) for one in sorted(zones.zones())]
        language.choices = spoken()


class AgreeForm(forms.Form):
    """Agreeing the whole. digest: of the version that was looked at."""

    digest = forms.CharField(widget=forms.HiddenInput, max_length=71)
    name = forms.CharField(label=_("Name of the person who agrees"), max_length=LONGEST_NAME)
    office = forms.CharField(label=_("Office"), max_length=LONGEST_NAME, required=False)


class LinkForm(forms.Form):
    """A link for somebody of the host."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    name = forms.CharField(label=_("Name"), max_length=LONGEST_NAME)
    email = forms.EmailField(label=_("E-mail address"))
    language = forms.ChoiceField(label=_("Language of the message and the page, beside English"), required=False)
    days = forms.IntegerField(label=_("Good for, days"), min_value=1, max_value=180, initial=60)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = self.fields["language"]
        assert isinstance(language, forms.ChoiceField)
        language.choices = spoken()


class WhoForm(forms.Form):
    """Who opens a link: the person it was made out to, or somebody else."""

    own = forms.ChoiceField(label=_("Who are you?"))
    name = forms.CharField(label=_("If somebody else: your name and office"), max_length=LONGEST_NAME, required=False)

    def __init__(self, made_out_to: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = self.fields["own"]
        assert isinstance(own, forms.ChoiceField)
        own.choices = [("yes", _("I am %(name)s") % {"name": made_out_to}), ("no", _("I am somebody else"))]

    def clean(self) -> dict[str, Any]:
        """Somebody else says who."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("own") == "no" and not str(said.get("name", "")).strip():
            self.add_error("name", _("Write your name, so that the other side knows who wrote."))
        return said
