"""What is typed into recommendations, how they go on, and what a visit found of them."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.common.choosing import offer
from roadstead.visits.actions.progressing import LONGEST_PROGRESS
from roadstead.visits.actions.recommending import LONGEST_OWNER, Recommended
from roadstead.visits.models import Recommendation
from roadstead.visits.models.observations import LONGEST_OBSERVATION
from roadstead.visits.observed_enums import Found, RecommendationState
from roadstead.visits.queries.owners import Owner


class RecommendationForm(forms.Form):
    """A recommendation. countries: those for which one may recommend; places: facilities, number and name."""

    uid = forms.UUIDField(widget=forms.HiddenInput, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
    country = forms.ChoiceField(label=_("Country"), required=False)
    facility = forms.TypedChoiceField(label=_("Facility"), coerce=int, empty_value=None, required=False)
    text = forms.CharField(label=_("What is recommended"), widget=forms.Textarea, max_length=LONGEST_OBSERVATION)
    sees_to = forms.ChoiceField(label=_("Who sees to it"), required=False)
    owner = forms.CharField(
        label=_("Somebody else, in words"),
        max_length=LONGEST_OWNER,
        required=False,
        help_text=_("For a person or an office of the other side that is not in the list."),
    )
    due_on = forms.DateField(label=_("Due"))
    before = forms.CharField(
        label=_("How it is now"),
        widget=forms.Textarea,
        max_length=LONGEST_OBSERVATION,
        required=False,
        help_text=_("The next visit holds against this what it finds."),
    )

    def __init__(
        self,
        *args: Any,
        countries: list[tuple[str, str]],
        places: list[tuple[int, str]],
        people: Sequence[Owner] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._people(people)
        for name, found, none in (("country", countries, ""), ("facility", places, _("none in particular"))):
            if found:
                offer(self, name, [("", none), *found])
            else:
                del self.fields[name]

    def _people(self, people: Sequence[Owner]) -> None:
        """The people to choose from; without any, who sees to it is written."""
        if people:
            offer(self, "sees_to", [("", _("somebody else, named below")), *as_choices(people)])
        else:
            del self.fields["sees_to"]
            self.fields["owner"].label = _("Who sees to it")
            self.fields["owner"].help_text = _("A person or an office of the other side.")

    @property
    def recommended(self) -> Recommended:
        """What was typed, once it is valid."""
        said = self.cleaned_data
        return Recommended(said["text"], said["owner"], said["due_on"], said["before"], said.get("sees_to", ""))


class MoveForm(forms.Form):
    """How a recommendation goes on. to: empty where only progress is told; uid: of this form, which tells once."""

    uid = forms.UUIDField(widget=forms.HiddenInput, required=False)
    to = forms.ChoiceField(label=_("It is now"), required=False)
    text = forms.CharField(label=_("What happened"), widget=forms.Textarea, max_length=LONGEST_PROGRESS, required=False)
    after = forms.CharField(
        label=_("How it is now"),
        widget=forms.Textarea,
        max_length=LONGEST_OBSERVATION,
        required=False,
        help_text=_("Where it is said to be done: what the next visit will see."),
    )

    def __init__(self, *args: Any, moves: list[RecommendationState], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        onward = [(one.value, one.label) for one in moves]
        offer(self, "to", [("", _("as it was; only progress is told")), *onward])


class ReviewForm(forms.Form):
    """What a visit found of a recommendation."""

    found = forms.ChoiceField(label=_("What the visit found"), choices=Found.choices, widget=forms.RadioSelect)
    before = forms.CharField(
        label=_("How it was"), widget=forms.Textarea, max_length=LONGEST_OBSERVATION, required=False
    )
    after = forms.CharField(label=_("How it is"), widget=forms.Textarea, max_length=LONGEST_OBSERVATION, required=False)


def as_choices(people: Sequence[Owner]) -> list[tuple[str, Any]]:
    """People in groups: those who work here themselves, and those who are called."""
    users = [(one.key, one.name or _("the officer who answers for your State")) for one in people if one.user]
    called = [(one.key, f"{one.name} ({one.where})" if one.where else one.name) for one in people if one.contact]
    groups = [(_("Has an account here"), users), (_("People of the country"), called)]
    return [(str(name), found) for name, found in groups if found]


def as_recommended(one: Recommendation, people: Sequence[Owner] = ()) -> dict[str, Any]:
    """What a form begins with that changes a recommendation. Who cannot be chosen any more stands in words."""
    said: dict[str, Any] = {name: getattr(one, name) for name in ("revision", "text", "owner", "due_on", "before")}
    chosen = [who.key for who in people if (who.contact, who.user) == (one.owner_contact_id, one.owner_user_id)]
    return said | {"sees_to": chosen[0], "owner": ""} if chosen else said
