"""What is typed of the assessment of a country: beginning it, its sources, statements, confidence, reasons."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.assessments.country_enums import WRITTEN, Confidence, Judgement
from roadstead.assessments.models.countries import LONGEST_OCCASION, LONGEST_WHY
from roadstead.assessments.models.sources import LONGEST_TEXT, LONGEST_TITLE
from roadstead.assessments.models.statements import LONGEST_REASONS
from roadstead.assessments.taking import Taken
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.common.choosing import offer
from roadstead.files.forms import UploadField
from roadstead.registry import queries as registry
from roadstead.registry.forms.marking import BOX

SAYS = [("yes", _("effective")), ("no", _("not effective")), ("unknown", _("speaks of it, but does not say"))]
UNTIL = _("After that day it supports nothing, and is still shown.")


class BeginCountryForm(forms.Form):
    """A new assessment. It offers the countries that its viewer may assess."""

    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    country = forms.ChoiceField(label=_("Country"))
    occasion = forms.CharField(
        label=_("What it is for"),
        help_text=_("Such as the yearly review, or a case that is to be opened."),
        max_length=LONGEST_OCCASION,
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reach = viewer.reach(Permission.ASSESS_COUNTRIES, ScopeKind.COUNTRY)
        found = [(one.code, one.name) for one in registry.countries() if reach is None or one.code in reach]
        offer(self, "country", [("", _("Choose a country")), *found])


class TrustForm(forms.Form):
    """How much a source is trusted, and until when."""

    confidence = forms.ChoiceField(label=_("Confidence"), choices=Confidence.choices, initial=Confidence.MODERATE)
    until = forms.DateField(label=_("Supports until"), help_text=UNTIL)


class GatherForm(TrustForm):
    """Records to be taken. offered: what there is."""

    references = forms.MultipleChoiceField(label=_("Records"), widget=forms.CheckboxSelectMultiple(attrs=BOX))
    field_order = ("references", "confidence", "until")

    def __init__(self, *args: Any, offered: list[Taken], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = [(one.reference, f"{one.origin}, {one.dated.isoformat()}: {one.title}") for one in offered]
        offer(self, "references", said)


class SourceForm(TrustForm):
    """A source that is no record of the programme. elements: (code, label), by instrument."""

    kind = forms.ChoiceField(label=_("Kind"), choices=[(one.value, one.label) for one in WRITTEN])
    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)
    origin = forms.CharField(label=_("Where it comes from"), max_length=LONGEST_TITLE)
    dated = forms.DateField(label=_("Day it speaks of"), help_text=_("Not the day on which it is entered here."))
    text = forms.CharField(label=_("What it says"), widget=forms.Textarea, max_length=LONGEST_TEXT)
    says = forms.ChoiceField(label=_("It says that this is"), choices=SAYS)
    elements = forms.MultipleChoiceField(
        label=_("Elements or criteria of which it speaks"), widget=forms.CheckboxSelectMultiple(attrs=BOX)
    )
    file = UploadField(required=False)
    field_order = ("kind", "title", "origin", "dated", "text", "says", "elements", "confidence", "until", "file")

    def __init__(self, *args: Any, elements: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "elements", elements)


class StateForm(forms.Form):
    """What somebody states; seen: the key of the statement that was looked at, 0 for none."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    says = forms.ChoiceField(label=_("It is"), choices=Judgement.choices, widget=forms.RadioSelect)
    reasons = forms.CharField(label=_("Reasons"), widget=forms.Textarea, max_length=LONGEST_REASONS)
    missing = forms.CharField(
        label=_("What is missing"),
        widget=forms.Textarea,
        max_length=LONGEST_REASONS,
        required=False,
        help_text=_("What would have to be seen or proven. What is not known needs it."),
    )


class ConfidenceForm(forms.Form):
    """How sure one is, and what that rests on."""

    confidence = forms.ChoiceField(label=_("Confidence"), choices=Confidence.choices, widget=forms.RadioSelect)
    why = forms.CharField(label=_("What it rests on"), widget=forms.Textarea, max_length=LONGEST_WHY)


class WhyForm(forms.Form):
    """A reason."""

    why = forms.CharField(label=_("Why"), widget=forms.Textarea, max_length=LONGEST_WHY)


class RevisionForm(forms.Form):
    """A step over what was looked at."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
