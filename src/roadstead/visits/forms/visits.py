"""What is typed of a visit: proposing it, changing it, its days, notice, clearance and steps."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.accounts import readers
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.common.choosing import offer
from roadstead.registry import queries as registry
from roadstead.visits.actions.shape import Draft
from roadstead.visits.enums import Clearance, Purpose, VisitKind
from roadstead.visits.models import Visit
from roadstead.visits.models.visits import LONGEST_TITLE, LONGEST_WHY
from roadstead.visits.naming import days, name_of
from roadstead.visits.queries.following import OFFERED, earlier_visits, last_visit

LONGEST_TEXT = 2_000
UNTIL_NOW = _("Its last day counts, too.")
PAST = _("These days are over: the visit took place then")


class RevisionForm(forms.Form):
    """Whatever is typed of a visit that was looked at as a certain revision."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class SaidForm(forms.Form):
    """What is said of a visit."""

    kind = forms.ChoiceField(label=_("Kind"), choices=VisitKind.choices)
    purpose = forms.ChoiceField(label=_("Why now"), choices=Purpose.choices)
    title = forms.CharField(
        label=_("Title"), max_length=LONGEST_TITLE, required=False, help_text=_("Without one: country and kind.")
    )
    aim = forms.CharField(
        label=_("What it is to bring about"), widget=forms.Textarea, max_length=LONGEST_TEXT, required=False
    )
    benefit = forms.CharField(
        label=_("Benefit to the host"),
        widget=forms.Textarea,
        max_length=LONGEST_TEXT,
        required=False,
        help_text=_("What the host gains by it. Asked for at the latest when notice is given."),
    )
    lead = forms.TypedChoiceField(label=_("Lead"), coerce=int)
    follows = forms.TypedChoiceField(
        label=_("Follows"),
        coerce=int,
        empty_value=None,
        required=False,
        error_messages={
            "invalid_choice": _("That is no visit that was made to this country. Choose another, or none.")
        },
        help_text=_("The visit whose open recommendations, shortfalls and promises this one takes up."),
    )

    def __init__(self, *args: Any, viewer: Viewer, country: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "lead", staff())
        earlier = earlier_visits(country, viewer).select_related("country")[:OFFERED]
        named = [(one.pk, f"{name_of(one)}, {days(one.first_on, one.last_on)}") for one in earlier]
        held = (kwargs.get("initial") or {}).get("follows")
        if held is not None and held not in dict(named):  # one from long ago stays what it follows
            named += [(one.pk, name_of(one)) for one in earlier_visits(country, viewer).filter(pk=held)]
        offer(self, "follows", [("", _("No earlier visit")), *named])

    @property
    def draft(self) -> Draft:
        """What was typed, once it is valid."""
        said = self.cleaned_data
        kind, purpose = VisitKind(said["kind"]), Purpose(said["purpose"])
        return Draft(kind, purpose, said["title"], said["aim"], said["benefit"], said["lead"], said["follows"])


class ProposeForm(SaidForm):
    """A new visit. uid: of the form itself, so that it is taken once."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    country = forms.ChoiceField(label=_("Country"))
    first_on = forms.DateField(
        label=_("First day"), required=False, help_text=_("Leave both days empty for a proposal.")
    )
    last_on = forms.DateField(label=_("Last day"), required=False, help_text=UNTIL_NOW)

    past = forms.BooleanField(label=PAST, required=False)

    field_order = (
        *("uid", "country", "follows", "kind", "purpose", "first_on", "last_on", "past"),
        *("lead", "title", "aim", "benefit"),
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, viewer=viewer, **kwargs)
        offer(self, "country", [("", _("Choose a country")), *to_plan(viewer)])


class ChangeForm(RevisionForm, SaidForm):
    """A visit said otherwise."""


class DaysForm(RevisionForm):
    """The days of a visit."""

    first_on = forms.DateField(label=_("First day"))
    last_on = forms.DateField(label=_("Last day"), help_text=UNTIL_NOW)
    past = forms.BooleanField(label=PAST, required=False)
    why = forms.CharField(
        label=_("Why they move"),
        max_length=LONGEST_WHY,
        required=False,
        help_text=_("Asked for once the host was given notice; notice is then to be given anew."),
    )


class NoticeForm(RevisionForm):
    """That the host was given notice."""

    on = forms.DateField(label=_("Given on"))


class AskForm(RevisionForm):
    """That the embassy and agencies are asked."""

    answer_by = forms.DateField(label=_("Answer until"), help_text=_("After that day you may go on without one."))
    words = forms.CharField(label=_("A word to them"), max_length=LONGEST_WHY, required=False)


class BenefitForm(RevisionForm):
    """What the host gains, and how nobody comes twice."""

    benefit = forms.CharField(
        label=_("Benefit to the host"),
        widget=forms.Textarea,
        max_length=LONGEST_TEXT,
        help_text=_("What the host gains by this visit."),
    )
    redundancy = forms.CharField(
        label=_("So that nobody comes twice"),
        widget=forms.Textarea,
        max_length=LONGEST_TEXT,
        help_text=_("Who else comes near these days; what is done together, combined or left to them."),
    )
    unasked_why = forms.CharField(
        label=_("Why the embassy and agencies were not asked"),
        max_length=LONGEST_WHY,
        required=False,
        help_text=_("Leave it empty where they were."),
    )


class ClearanceForm(RevisionForm):
    """How country clearance stands."""

    clearance = forms.ChoiceField(label=_("Country clearance"), choices=Clearance.choices)
    on = forms.DateField(label=_("Since"))
    note = forms.CharField(
        label=_("Reference or reason"),
        max_length=LONGEST_WHY,
        required=False,
        help_text=_("Asked for where it is refused or not needed."),
    )


class WhyForm(RevisionForm):
    """A reason for a step."""

    why = forms.CharField(label=_("Why"), max_length=LONGEST_WHY, help_text=_("It stays with the visit."))


class StepForm(RevisionForm):
    """A step onward; a word on it is welcome."""

    why = forms.CharField(label=_("A word on it"), max_length=LONGEST_WHY, required=False)


def blank(viewer: Viewer, country: str) -> dict[str, Any]:
    """What a new form begins with."""
    last = last_visit(country, viewer)
    said = {"uid": uuid4(), "country": country, "kind": VisitKind.LIAISON, "lead": viewer.user_id}
    return said | {"follows": last.pk if last else None}


def to_plan(viewer: Viewer) -> list[tuple[str, str]]:
    """The countries to which somebody may plan a visit."""
    reach = viewer.reach(Permission.PLAN_VISITS, ScopeKind.COUNTRY)
    return [(one.code, one.name) for one in registry.countries() if reach is None or one.code in reach]


def as_it_stands(visit: Visit) -> dict[str, Any]:
    """What a form begins with that changes something."""
    names = ["revision", "kind", "purpose", "title", "aim", "benefit", "redundancy", "unasked_why"]
    names += ["first_on", "last_on", "clearance"]
    said = {name: getattr(visit, name) for name in names}
    note = visit.clearance_note
    said |= {"lead": visit.lead_id, "follows": visit.follows_id}
    return said | {"on": visit.clearance_on or clock.today(), "note": note}


def staff() -> list[tuple[int, str]]:
    """Who may lead a visit, or go along."""
    return list(readers.staff_among().order_by("name", "pk").values_list("pk", "name"))
