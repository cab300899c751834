"""Proposing a visit, changing what is said of it, its days, its clearance, and who may see it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions import clearing, days, marking, proposing
from roadstead.visits.enums import Clearance
from roadstead.visits.forms.parts import MarkForm, as_marked
from roadstead.visits.forms.visits import ChangeForm, ClearanceForm, DaysForm, ProposeForm, as_it_stands, blank, to_plan
from roadstead.visits.models import Visit
from roadstead.visits.presenters import carried
from roadstead.visits.views import crumbs
from roadstead.visits.views.acting import FORM, Page, acted
from roadstead.visits.views.reading import one


def page_of(
    record: Visit, viewer: Viewer, heading: str, button: str, *, done: str = "", explain: str = "", warns: bool = False
) -> Page:
    """A page below a visit, which leads back to it."""
    back = reverse("visits:workspace", args=[record.pk])
    return Page(heading, button, done, back, crumbs.below_desk(viewer, record), explain, warns)


@needs(Permission.PLAN_VISITS)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Propose a visit, beside what the last one left open; the same form sent twice proposes once."""
    viewer, made = viewer_of(request), list[Visit]()
    sent = request.method == "POST"
    asked, may = (request.POST if sent else request.GET).get("country", "").upper(), to_plan(viewer)
    country = asked if asked in dict(may) else may[0][0] if len(may) == 1 else ""
    above = crumbs.below_desk(viewer)
    if not country and not sent:
        context = {"countries": may, "crumbs": above, "unknown": asked}
        return render(request, "visits/desk/which.html", context)
    initial = None if sent else blank(viewer, country)
    form = ProposeForm(request.POST if sent else None, initial=initial, viewer=viewer, country=country)
    explain = _(
        "A proposal needs no days yet. With days it is planned at once. Nobody outside sees it until you share it."
    )
    page = Page(_("Plan a visit"), _("Save"), _("The visit was proposed."), reverse("visits:list"), above, explain)
    answer = acted(
        request,
        form,
        page,
        lambda said: made.append(
            proposing.propose_visit(
                **{name: said[name] for name in ("uid", "country", "first_on", "last_on", "past")},
                draft=form.draft,
                by=viewer,
            )
        ),
        beside="visits/desk/before.html",
        more=carried.before(country, viewer),
    )
    return HttpResponseRedirect(reverse("visits:workspace", args=[made[0].pk])) if made else answer


@needs(Permission.PLAN_VISITS)
@FORM
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is said of a visit."""
    viewer, record = viewer_of(request), one(request, pk)
    data = request.POST if request.method == "POST" else None
    form = ChangeForm(data, initial=as_it_stands(record), viewer=viewer, country=record.country_id)
    page = page_of(record, viewer, _("Change the visit"), _("Save"))
    return acted(
        request,
        form,
        page,
        lambda said: proposing.change_visit(visit=record, revision=said["revision"], draft=form.draft, by=viewer),
    )


@needs(Permission.PLAN_VISITS)
@FORM
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a visit its days, or others."""
    viewer, record = viewer_of(request), one(request, pk)
    form = DaysForm(request.POST if request.method == "POST" else None, initial=as_it_stands(record))
    explain = _(
        "Places of the visit move along with its first day. What others were asked, and an agreed agenda, were about "
        "the other days: they are void then."
    )
    page = page_of(record, viewer, _("Days of the visit"), _("Set the days"), explain=explain)
    return acted(request, form, page, lambda said: days.plan_visit(visit=record, by=viewer, **said))


@needs(Permission.PLAN_VISITS)
@FORM
def clearance(request: HttpRequest, pk: int) -> HttpResponse:
    """Record how country clearance stands."""
    viewer, record = viewer_of(request), one(request, pk)
    initial = as_it_stands(record) | {"on": record.clearance_on or clock.today()}
    form = ClearanceForm(request.POST if request.method == "POST" else None, initial=initial)
    explain = _(
        "Leave of the embassy to travel to the country on official business. It is asked for once it is recorded what "
        "the host gains and who else comes."
    )
    page = page_of(record, viewer, _("Country clearance"), _("Record it"), explain=explain)
    return acted(
        request,
        form,
        page,
        lambda said: clearing.set_clearance(
            visit=record, by=viewer, **(said | {"clearance": Clearance(said["clearance"])})
        ),
    )


@needs(Permission.PLAN_VISITS)
@FORM
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who may see a visit: share it with the State that is visited."""
    viewer, record = viewer_of(request), one(request, pk)
    data = request.POST if request.method == "POST" else None
    form = MarkForm(data, initial=as_marked(record), viewer=viewer)
    explain = _("Shared with a State, its authorities, the embassy and agencies there see its days, places and aim.")
    back, above = reverse("visits:workspace", args=[record.pk]), crumbs.below_desk(viewer, record)
    page = Page(_("Who may see the visit"), _("Mark it so"), "", back, above, explain, marks=True)
    return acted(
        request,
        form,
        page,
        lambda said: marking.mark_visit(visit=record, by=viewer, seen_marked_at=said["seen"], **form.said),
    )
