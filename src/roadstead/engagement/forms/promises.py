"""What is typed of promises, of questions passed on, and of a file that is brought in."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.accounts import officers, readers
from roadstead.common.access.marks import LONGEST_REASON
from roadstead.common.access.viewer import Viewer
from roadstead.common.choosing import offer
from roadstead.engagement.actions.commitments import Promise
from roadstead.engagement.actions.referrals import Question
from roadstead.engagement.brought.draft import LARGEST, too_large
from roadstead.engagement.interaction_enums import Side
from roadstead.engagement.models import LONGEST_ANSWER, LONGEST_PROMISE, LONGEST_QUESTION, Interaction
from roadstead.engagement.queries.interactions import LINKS, links
from roadstead.engagement.queries.picking import bodies_to_pick, people_to_pick

OFFICER, CONTACT, ORGANISATION = "officer", "contact", "organisation"


class PromiseForm(forms.Form):
    """A promise. owner: a key such as “contact:7”, of somebody who took part."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    what = forms.CharField(label=_("What was promised"), max_length=LONGEST_PROMISE)
    side = forms.ChoiceField(label=_("Who promised"), choices=Side.choices, widget=forms.RadioSelect)
    owner = forms.ChoiceField(
        label=_("Who sees to it"), required=False, help_text=_("An officer for what we promised; theirs otherwise.")
    )
    due_on = forms.DateField(label=_("Due"), required=False, help_text=_("Empty if no day was said."))

    def __init__(self, *args: Any, viewer: Viewer, interaction: Interaction, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keys = {name: _keys(interaction, name) for name in ("contacts", "organisations", "countries")}
        theirs = people_to_pick(viewer, countries=(), chosen=keys["contacts"], words="")
        bodies = bodies_to_pick(viewer, countries=keys["countries"], chosen=keys["organisations"], words="")
        offer(
            self,
            "owner",
            [
                ("", _("Nobody in particular")),
                (_("Officers"), [(f"{OFFICER}:{one.pk}", one.name) for one in readers.staff_among()]),
                (_("People who took part"), [(f"{CONTACT}:{pk}", name) for pk, name in theirs]),
                (_("Organisations"), [(f"{ORGANISATION}:{pk}", name) for pk, name in bodies]),
            ],
        )

    @property
    def promise(self) -> Promise:
        """What was typed, once it is valid."""
        said = self.cleaned_data
        sort, _colon, number = said["owner"].partition(":")
        return Promise(said["what"], Side(said["side"]), said["due_on"], **({sort: int(number)} if sort else {}))


class KeptForm(forms.Form):
    """When a promise was kept."""

    on = forms.DateField(label=_("Kept on"))


class DueForm(forms.Form):
    """On which other day a promise is due, and why; revision: of what was looked at."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    due_on = forms.DateField(label=_("Due"), required=False, help_text=_("Empty if no day is said any more."))
    why = forms.CharField(label=_("Why it is moved"), max_length=LONGEST_REASON)


class WhyForm(forms.Form):
    """Why a promise is dropped, or an interaction taken back."""

    why = forms.CharField(label=_("Why"), max_length=LONGEST_REASON)


class QuestionForm(forms.Form):
    """A question, and of whom it is asked: a key such as “officer:7”."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    question = forms.CharField(label=_("Question"), widget=forms.Textarea, max_length=LONGEST_QUESTION)
    whom = forms.ChoiceField(label=_("Who is asked"), error_messages={"required": _("Choose who is asked.")})
    due_on = forms.DateField(label=_("Answer wanted by"), required=False)

    def __init__(self, *args: Any, viewer: Viewer, interaction: Interaction, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        countries, chosen = _keys(interaction, "countries"), _keys(interaction, "organisations")
        bodies = bodies_to_pick(viewer, countries=countries, chosen=chosen, words="")
        colleagues = [(f"{OFFICER}:{one.pk}", one.name) for one in officers.officers().order_by("name", "pk")]
        offer(
            self,
            "whom",
            [
                ("", _("Choose")),
                (_("Colleagues"), colleagues),
                (_("Organisations"), [(f"{ORGANISATION}:{pk}", name) for pk, name in bodies]),
            ],
        )

    @property
    def asked(self) -> Question:
        """What was typed, once it is valid."""
        said = self.cleaned_data
        sort, _colon, number = said["whom"].partition(":")
        return Question(said["question"], due_on=said["due_on"], **{sort: int(number)})


class AnswerForm(forms.Form):
    """The answer to a question."""

    answer = forms.CharField(label=_("Answer"), widget=forms.Textarea, max_length=LONGEST_ANSWER)


class BringForm(forms.Form):
    """An invitation or a message. Its form tag wants enctype="multipart/form-data"."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("A calendar invitation (.ics) or an e-mail message (.eml), of at most 10 MB."),
        error_messages={"required": _("Choose a file first."), "empty": _("The file is empty.")},
    )

    def clean_file(self) -> Any:
        """The file, or a word where it is too long: it was drained then, and nothing of it is left to read."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(too_large(file.size))
        return file


def new_uid() -> dict[str, Any]:
    """What a form begins with that is taken once."""
    return {"uid": uuid4()}


def _keys(interaction: Interaction, name: str) -> list[Any]:
    return list(links(name).filter(interaction=interaction).values_list(LINKS[name], flat=True))
