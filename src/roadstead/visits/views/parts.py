"""The team of a visit, and its places."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.visits.actions import legs, team
from roadstead.visits.actions.shape import VisitError
from roadstead.visits.enums import TeamRole
from roadstead.visits.forms.parts import LegForm, MemberForm, leg_as_it_stands
from roadstead.visits.forms.visits import RevisionForm
from roadstead.visits.models import Leg, Visit
from roadstead.visits.queries.rows import legs_of, team_of
from roadstead.visits.views.acting import FORM, acted
from roadstead.visits.views.reading import one
from roadstead.visits.views.writing import page_of


@needs(Permission.PLAN_VISITS)
@FORM
def add_member(request: HttpRequest, pk: int) -> HttpResponse:
    """Take somebody into the team."""
    viewer, record = viewer_of(request), one(request, pk)
    form = MemberForm(_data(request), initial={"revision": record.revision})
    page = page_of(record, viewer, _("Somebody for the team"), _("Take into the team"))
    return acted(
        request,
        form,
        page,
        lambda said: team.add_member(visit=record, by=viewer, **(said | {"role": TeamRole(said["role"])})),
    )


@needs(Permission.PLAN_VISITS)
@FORM
def remove_member(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take somebody out of the team."""
    viewer, record = viewer_of(request), one(request, pk)
    member = next((one for one in team_of(record) if one.pk == number), None)
    if member is None:
        raise Http404(_("Nobody of that number is in the team."))
    name = member.person.name if member.person else member.name
    form: Form = RevisionForm(_data(request), initial={"revision": record.revision})
    heading = _("Take %(name)s out of the team") % {"name": name}
    page = page_of(record, viewer, heading, _("Take out"), warns=True)
    return acted(request, form, page, lambda said: team.remove_member(visit=record, member=number, by=viewer, **said))


@needs(Permission.PLAN_VISITS)
@FORM
def add_leg(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a place at the end of a visit."""
    viewer, record = viewer_of(request), one(request, pk)
    initial = {"revision": record.revision, "first_on": record.first_on, "last_on": record.last_on}
    form = LegForm(_data(request), initial=initial, viewer=viewer, visit=record)
    page = page_of(record, viewer, _("A place of the visit"), _("Add the place"))
    return acted(
        request,
        form,
        page,
        lambda said: legs.add_leg(visit=record, revision=said["revision"], stay=form.stay, by=viewer),
    )


@needs(Permission.PLAN_VISITS)
@FORM
def change_leg(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Change a place of a visit."""
    viewer, record = viewer_of(request), one(request, pk)
    leg = _leg(request, record, number)
    initial = leg_as_it_stands(leg) | {"revision": record.revision}
    form = LegForm(_data(request), initial=initial, viewer=viewer, visit=record)
    page = page_of(record, viewer, _("A place of the visit"), _("Save"))
    return acted(
        request,
        form,
        page,
        lambda said: legs.change_leg(visit=record, revision=said["revision"], leg=leg.pk, stay=form.stay, by=viewer),
    )


@needs(Permission.PLAN_VISITS)
@require_POST
def alter_leg(request: HttpRequest, pk: int, number: int, what: str) -> HttpResponse:
    """Put a place before the one above it (`up`), or take it out (`out`)."""
    viewer, record = viewer_of(request), one(request, pk)
    acts = {"up": legs.move_leg, "out": legs.remove_leg}
    form = RevisionForm(request.POST)
    if what not in acts or not form.is_valid():
        raise Http404(_("There is no such act."))
    leg = _leg(request, record, number)
    try:
        acts[what](visit=record, revision=form.cleaned_data["revision"], leg=leg.pk, by=viewer)
    except VisitError as error:
        messages.error(request, str(error))
    return HttpResponseRedirect(reverse("visits:workspace", args=[record.pk]) + "#places")


def _leg(request: HttpRequest, record: Visit, number: int) -> Leg:
    leg = legs_of(record, viewer_of(request)).filter(pk=number).first()
    if leg is None:
        raise Http404(_("There is no such place on the visit."))
    return leg


def _data(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None
