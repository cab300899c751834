"""What is typed of the parts of a visit: its team, its places, who may see it."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.viewer import Viewer
from roadstead.common.choosing import offer
from roadstead.registry import queries as registry
from roadstead.registry.forms.marking import BOX, MarkForm, as_marked
from roadstead.registry.queries.facilities import facilities
from roadstead.visits.actions.legs import Stay
from roadstead.visits.enums import TeamRole, VisitKind
from roadstead.visits.forms.visits import RevisionForm, staff
from roadstead.visits.models import Leg, Visit

__all__ = ["LegForm", "MarkForm", "MemberForm", "as_marked", "leg_as_it_stands"]

ROLES = [one for one in TeamRole.choices if one[0] != TeamRole.LEAD]


class MemberForm(RevisionForm):
    """Somebody of the team."""

    person = forms.TypedChoiceField(label=_("Of the programme"), coerce=int, empty_value=None, required=False)
    name = forms.CharField(label=_("Or somebody else: name"), max_length=150, required=False)
    agency = forms.CharField(label=_("Agency"), max_length=150, required=False)
    role = forms.ChoiceField(label=_("Part"), choices=ROLES, initial=TeamRole.MEMBER)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "person", [("", _("Nobody of the programme")), *staff()])


class LegForm(RevisionForm):
    """A place of a visit, with the facilities that are toured."""

    port = forms.ChoiceField(label=_("Port"), required=False)
    place = forms.CharField(
        label=_("Place"), max_length=150, required=False, help_text=_("Where it is no port: a ministry, the embassy.")
    )
    first_on = forms.DateField(label=_("From"))
    last_on = forms.DateField(label=_("Until"), help_text=_("Its last day counts, too."))
    facilities = forms.TypedMultipleChoiceField(
        label=_("Facilities to be toured"), widget=forms.CheckboxSelectMultiple(attrs=BOX), coerce=int, required=False
    )
    travel_minutes = forms.IntegerField(label=_("Travel from the place before, minutes"), min_value=0, required=False)
    travel_by = forms.CharField(label=_("Travel by"), max_length=60, required=False)

    def __init__(self, *args: Any, viewer: Viewer, visit: Visit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = list(registry.zones_by_port()) if visit.kind == VisitKind.RECIPROCAL else None
        found = registry.seaports_of(visit.country_id) if codes is None else registry.ports_by_code(codes).values()
        offer(self, "port", [("", _("No port")), *((one.code, f"{one.name} ({one.code})") for one in found)])
        there = Q(country=visit.country_id) if codes is None else Q(port__in=codes)
        rows = facilities(viewer).filter(there, merged_into__isnull=True).order_by("name", "pk")
        named = [(one.pk, f"{one.name}, {one.port_name}" if one.port_name else one.name) for one in rows]
        offer(self, "facilities", named)

    @property
    def stay(self) -> Stay:
        """What was typed, once it is valid."""
        names = ("first_on", "last_on", "port", "place", "facilities", "travel_minutes", "travel_by")
        return Stay(**{name: self.cleaned_data[name] for name in names})


def leg_as_it_stands(leg: Leg) -> dict[str, Any]:
    """What a form begins with that changes a place; `facilities` were fetched."""
    names = ("place", "first_on", "last_on", "travel_minutes", "travel_by")
    said = {name: getattr(leg, name) for name in names}
    return said | {"port": leg.port_id or "", "facilities": [one.facility_id for one in leg.facilities.all()]}
