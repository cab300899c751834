"""What is typed of a case: opening it, changing it, its days, its sources, signing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.common.choosing import offer
from roadstead.core.advisory import Tier
from roadstead.determinations.actions.opening import CaseDraft
from roadstead.determinations.enums import Effect, Level, Rests
from roadstead.determinations.models import LONGEST_TEXT, LONGEST_TITLE, LONGEST_TOLD, LONGEST_WHY, Case
from roadstead.determinations.source import Source
from roadstead.registry import queries as registry
from roadstead.registry.forms.marking import BOX
from roadstead.registry.queries.facilities import facilities

TIERS = [
    (Tier.EXCEPTED.value, _("no conditions at all")),
    (Tier.DUTIES_ONLY.value, _("the duties in port are owed, nothing in US ports")),
    (Tier.CARVED_OUT.value, _("outside the determination itself")),
]


class RevisionForm(forms.Form):
    """Whatever is typed of a case that was looked at as a certain revision."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class OpenForm(forms.Form):
    """A new case. uid: of the form itself, so that it is taken once."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    country = forms.ChoiceField(label=_("Country"))
    effect = forms.ChoiceField(label=_("What it is to do"), choices=Effect.choices)
    rests = forms.ChoiceField(label=_("What it rests on"), choices=Rests.choices)
    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reach = viewer.reach(Permission.OPEN_CASES, ScopeKind.COUNTRY)
        found = [(one.code, one.name) for one in registry.countries() if reach is None or one.code in reach]
        offer(self, "country", [("", _("Choose a country")), *found])

    @property
    def draft(self) -> CaseDraft:
        """What was typed, once it is valid."""
        said = self.cleaned_data
        level = Level.FACILITY if Effect(said["effect"]).of_facilities else Level.COUNTRY
        return CaseDraft(title=said["title"], rests=Rests(said["rests"]), level=level)


class ChangeForm(RevisionForm):
    """What is said in a case."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)
    finding = forms.CharField(
        label=_("What was found"),
        widget=forms.Textarea,
        max_length=LONGEST_TEXT,
        required=False,
        help_text=_("Under the headings of the statute’s criteria, with what is effective, not effective, not known."),
    )
    rests = forms.ChoiceField(label=_("What it rests on"), choices=Rests.choices)
    level = forms.ChoiceField(label=_("What is judged"), choices=Level.choices)
    port = forms.ChoiceField(label=_("Port"), required=False, help_text=_("Where one port is judged."))
    facilities = forms.TypedMultipleChoiceField(
        label=_("Facilities"), widget=forms.CheckboxSelectMultiple(attrs=BOX), coerce=int, required=False
    )
    tier = forms.ChoiceField(label=_("Kind of exception"), choices=TIERS, initial=Tier.EXCEPTED.value)

    def __init__(self, *args: Any, viewer: Viewer, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ports = [(one.code, f"{one.name} ({one.code})") for one in registry.seaports_of(case.country_id)]
        offer(self, "port", [("", _("No port")), *ports])
        rows = facilities(viewer).filter(country=case.country_id, merged_into__isnull=True).order_by("name", "pk")
        named = [(one.pk, f"{one.name}, {one.port_name}" if one.port_name else one.name) for one in rows]
        offer(self, "facilities", named)
        if not Effect(case.effect).of_facilities:
            del self.fields["tier"]

    @property
    def draft(self) -> CaseDraft:
        """What was typed, once it is valid."""
        said = self.cleaned_data
        tier = said.get("tier") or Tier.EXCEPTED.value
        return CaseDraft(
            title=said["title"],
            finding=said["finding"],
            rests=Rests(said["rests"]),
            level=Level(said["level"]),
            port=said["port"] or None,
            facilities=dict.fromkeys(said["facilities"], tier),
        )


class DayForm(RevisionForm):
    """The day of a step."""

    day = forms.DateField(label=_("Day"))
    told = forms.CharField(
        label=_("How it is known"),
        max_length=LONGEST_TOLD,
        help_text=_("A letter, a notice, a minute, with its number."),
    )


class WhyForm(RevisionForm):
    """A reason."""

    why = forms.CharField(label=_("Why"), widget=forms.Textarea, max_length=LONGEST_WHY)


class StopForm(WhyForm):
    """The clock stands still."""

    on = forms.DateField(label=_("From"))
    field_order = ("revision", "on", "why")


class StartForm(RevisionForm):
    """The clock runs again."""

    on = forms.DateField(label=_("It runs again on"))


class SourceForm(RevisionForm):
    """A source that is no record of the programme: a third party's report, an article, a letter."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)
    source = forms.CharField(label=_("Where it comes from"), max_length=LONGEST_TITLE)
    dated = forms.DateField(label=_("Day it speaks of"), help_text=_("Not the day on which it is entered here."))
    text = forms.CharField(label=_("What it says"), widget=forms.Textarea, max_length=LONGEST_TEXT)
    host = forms.BooleanField(label=_("The State may see it"), required=False)

    @property
    def given(self) -> Source:
        """What was typed, once it is valid."""
        said = self.cleaned_data
        return Source(said["title"], said["text"], said["source"], said["dated"], host=said["host"])


class SignForm(forms.Form):
    """One part of the decision; digest: of the case as the page showed it."""

    digest = forms.CharField(widget=forms.HiddenInput, max_length=80)
    note = forms.CharField(label=_("Note"), widget=forms.Textarea, max_length=LONGEST_WHY, required=False)
