"""Visits of others as the desk keeps them, and what is to become of two that lie close."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.registry.presenters.marked import mark_shown
from roadstead.visits.actions import deconflicting, marking, others
from roadstead.visits.enums import Answer
from roadstead.visits.forms.others import AnswerForm, OtherForm, as_told, blank
from roadstead.visits.forms.parts import MarkForm, as_marked
from roadstead.visits.forms.visits import RevisionForm
from roadstead.visits.models import OtherVisit
from roadstead.visits.presenters.shown import other_shown
from roadstead.visits.queries.overlaps import overlaps_of_other
from roadstead.visits.queries.rows import others_readable
from roadstead.visits.views import crumbs
from roadstead.visits.views.acting import FORM, Page, acted
from roadstead.visits.views.reading import one, other
from roadstead.visits.views.writing import page_of


@needs(Permission.READ_PROGRAMME)
@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """A visit of others, and the programme’s visits that lie close."""
    viewer, record = viewer_of(request), other(request, pk)
    keeps = viewer.may(Permission.PLAN_VISITS, country=record.country_id)
    context = {
        "record": record,
        "one": other_shown(record),
        "near": [] if record.withdrawn_at else overlaps_of_other(record, viewer),
        "marked": mark_shown(record, viewer, keeps=keeps),
        "may_change": record.withdrawn_at is None and others.may_keep(record, viewer),
        "crumbs": crumbs.below_desk(viewer),
    }
    return render(request, "visits/desk/other.html", context)


@needs(Permission.PLAN_VISITS)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Enter a visit of which an embassy or agency told otherwise than here."""
    viewer = viewer_of(request)
    return telling(request, reverse("visits:planner"), crumbs.below_desk(viewer))


@needs(Permission.PLAN_VISITS)
@FORM
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what was told of one."""
    record = other(request, pk)
    back = reverse("visits:other", args=[record.pk])
    return changing(request, record, back, crumbs.below_desk(viewer_of(request)))


@needs(Permission.PLAN_VISITS)
@FORM
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that one does not take place."""
    record = other(request, pk)
    back = reverse("visits:other", args=[record.pk])
    return withdrawing(request, record, back, crumbs.below_desk(viewer_of(request)))


@needs(Permission.PLAN_VISITS)
@FORM
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who may see a visit of others."""
    viewer, record = viewer_of(request), other(request, pk)
    data = request.POST if request.method == "POST" else None
    form = MarkForm(data, initial=as_marked(record), viewer=viewer)
    back = reverse("visits:other", args=[record.pk])
    page = Page(_("Who may see it"), _("Mark it so"), "", back, crumbs.below_desk(viewer), marks=True)
    return acted(
        request,
        form,
        page,
        lambda said: marking.mark_visit(visit=record, by=viewer, seen_marked_at=said["seen"], **form.said),
    )


@needs(Permission.PLAN_VISITS)
@FORM
def answer(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Say what is to become of a visit and one of others that lies close."""
    viewer, record = viewer_of(request), one(request, pk)
    theirs = get_object_or_404(others_readable(viewer).select_related("country"), pk=number)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    shown = other_shown(theirs)
    explain = _("%(agency)s, %(days)s: %(purpose)s") % {
        "agency": shown.agency,
        "days": shown.days,
        "purpose": shown.purpose,
    }
    page = page_of(record, viewer, _("Two visits lie close"), _("Answer"), explain=explain)
    return acted(
        request,
        form,
        page,
        lambda said: deconflicting.answer_overlap(
            visit=record, other=theirs, answer=Answer(said["answer"]), why=said["why"], by=viewer
        ),
    )


def telling(request: HttpRequest, back: str, above: list[tuple[str, str]]) -> HttpResponse:
    """The form that tells of a visit of others, for either side."""
    viewer = viewer_of(request)
    data = request.POST if request.method == "POST" else None
    form = OtherForm(data, initial=blank(viewer, request.GET.get("country", "").upper()), viewer=viewer)
    desk = viewer.holds(Permission.READ_PROGRAMME)
    explain = (
        _("It stays in the programme until you share it.")
        if desk
        else _("The programme reads it, and the authorities, the embassy and agencies for this State.")
    )
    page = Page(_("A visit of an embassy or agency"), _("Tell of it"), _("The visit is told."), back, above, explain)
    return acted(
        request,
        form,
        page,
        lambda said: others.tell_other(
            uid=said["uid"] or blank(viewer, "")["uid"], country=said["country"], told=form.told, by=viewer
        ),
    )


def changing(request: HttpRequest, record: OtherVisit, back: str, above: list[tuple[str, str]]) -> HttpResponse:
    """The form that changes what was told, for either side; the country stays."""
    viewer = viewer_of(request)
    data = request.POST if request.method == "POST" else None
    form = OtherForm(data, initial=as_told(record), viewer=viewer)
    form.fields["country"].disabled = True
    page = Page(_("Change the visit of others"), _("Save"), "", back, above)
    return acted(
        request,
        form,
        page,
        lambda said: others.change_other(other=record, revision=said["revision"] or 0, told=form.told, by=viewer),
    )


def withdrawing(request: HttpRequest, record: OtherVisit, back: str, above: list[tuple[str, str]]) -> HttpResponse:
    """The form that says that it does not take place, for either side."""
    viewer = viewer_of(request)
    form = RevisionForm(request.POST if request.method == "POST" else None, initial={"revision": record.revision})
    explain = _("It stays on record, and no longer stands in the way of another.")
    page = Page(_("It does not take place"), _("Take it back"), "", back, above, explain, warns=True)
    return acted(
        request, form, page, lambda said: others.withdraw_other(other=record, revision=said["revision"], by=viewer)
    )
