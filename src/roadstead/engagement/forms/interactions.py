"""What is typed of an interaction: a few fields to log one in seconds, all of them to complete it."""

from collections.abc import Collection
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from roadstead.accounts import readers, zones
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.common.choosing import offer
from roadstead.engagement.actions.interaction_shape import InteractionSaid
from roadstead.engagement.interaction_enums import InteractionKind, Topic
from roadstead.engagement.models import LONGEST_PLACE, LONGEST_SUBJECT, LONGEST_SUMMARY, Interaction
from roadstead.engagement.queries.interactions import LINKS, links
from roadstead.engagement.queries.picking import bodies_to_pick, own_countries, people_to_pick
from roadstead.registry import queries as registry

BOX = {"class": "usa-checkbox__input"}
LATER = ("held_at", "zone", "place", "organisations", "officers", "elements", "tags")


def _boxes(label: Any, coerce: Any = str, **more: Any) -> forms.TypedMultipleChoiceField:
    boxes = forms.CheckboxSelectMultiple(attrs=BOX)
    return forms.TypedMultipleChoiceField(label=label, widget=boxes, required=False, coerce=coerce, **more)


class InteractionForm(forms.Form):
    """An interaction. uid: of the form itself, so that it is taken once; revision: of what was looked at; find: words
    by which more people and organisations are offered."""

    uid = forms.UUIDField(widget=forms.HiddenInput, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
    kind = forms.ChoiceField(label=_("Kind"), choices=InteractionKind.choices)
    held_on = forms.DateField(label=_("When"), help_text=_("The day, where it took place."))
    held_at = forms.TimeField(label=_("Local time"), required=False, help_text=_("As in 14:30. May be left empty."))
    zone = forms.ChoiceField(label=_("Time zone"), required=False)
    place = forms.CharField(label=_("Place"), required=False, max_length=LONGEST_PLACE)
    subject = forms.CharField(label=_("Subject"), max_length=LONGEST_SUBJECT)
    contacts = _boxes(_("With whom"), int, help_text=_("People of your countries, and whom you find."))
    find = forms.CharField(label=_("Find somebody else"), required=False, max_length=100)
    organisations = _boxes(_("Organisations"), int)
    officers = _boxes(_("Officers who took part"), int)
    countries = _boxes(
        _("Countries it concerns"), help_text=_("None: those of the people and organisations that you choose.")
    )
    elements = _boxes(_("Topics of the ISPS Code"))
    tags = forms.CharField(
        label=_("Other topics"), required=False, max_length=500, help_text=_("Words of your own, with commas between.")
    )
    summary = forms.CharField(
        label=_("What was said"),
        required=False,
        widget=forms.Textarea,
        max_length=LONGEST_SUMMARY,
        help_text=_("Plain text. It can be written later; a draft is complete only with it."),
    )

    def __init__(self, *args: Any, viewer: Viewer, short: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = {name: self._chosen(name) for name in ("contacts", "organisations", "countries")}
        near: dict[str, Any] = {"countries": chosen["countries"] or own_countries(viewer), "words": self._words()}
        offered: dict[str, Any] = {
            "contacts": people_to_pick(viewer, chosen=_numbers(chosen["contacts"]), **near),
            "countries": [(one.code, one.name) for one in registry.countries()],
        }
        if short:
            for name in LATER:
                del self.fields[name]
        else:
            offered["organisations"] = bodies_to_pick(viewer, chosen=_numbers(chosen["organisations"]), **near)
            offered["officers"] = [(str(one.pk), one.name) for one in readers.staff_among()]
            offered["zone"] = [("", _("Not said")), *zones.choices()]
            offered["elements"] = Topic.choices
        for name, choices in offered.items():
            offer(self, name, choices)

    @property
    def said(self) -> InteractionSaid:
        """What was typed, once it is valid."""
        got = self.cleaned_data.get
        tags = [one for one in (got("tags") or "").split(",") if one.strip()]
        return InteractionSaid(
            kind=InteractionKind(self.cleaned_data["kind"]),
            held_on=self.cleaned_data["held_on"],
            subject=self.cleaned_data["subject"],
            held_at=got("held_at"),
            zone=got("zone") or "",
            place=got("place") or "",
            summary=got("summary") or "",
            topics=[*(got("elements") or ()), *tags],
            **{name: got(name) or () for name in LINKS},
        )

    def _chosen(self, name: str) -> list[str]:
        value = self[name].value()
        return [str(one) for one in value] if value else []

    def _words(self) -> str:
        return str(self["find"].value() or "").replace("\0", "")


def blank(countries: Collection[str] = (), contacts: Collection[int] = ()) -> dict[str, Any]:
    """What a new form begins with."""
    said = {"uid": uuid4(), "kind": InteractionKind.MEETING, "held_on": clock.today()}
    return said | {"countries": list(countries), "contacts": list(contacts)}


def as_it_stands(interaction: Interaction) -> dict[str, Any]:
    """What a form begins with that changes one; four queries."""
    names = ("revision", "kind", "held_on", "held_at", "zone", "place", "subject", "summary")
    said = {name: getattr(interaction, name) for name in names}
    for name, column in LINKS.items():
        said[name] = list(links(name).filter(interaction=interaction).values_list(column, flat=True))
    said["elements"] = [one for one in interaction.topics if one in Topic.values]
    return said | {"tags": ", ".join(one for one in interaction.topics if one not in Topic.values)}


def _numbers(said: Collection[str]) -> list[int]:
    return [int(one) for one in said if one.isascii() and one.isdigit() and len(one) < 16]
