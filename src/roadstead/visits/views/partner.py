"""Visits for partners: those that are shared with their State, their own, and what becomes of two that lie close."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.visits.actions import asking, deconflicting
from roadstead.visits.enums import Answer, Reply
from roadstead.visits.forms.others import AnswerForm, ReplyForm
from roadstead.visits.presenters import lists, partner
from roadstead.visits.presenters.shown import name_of
from roadstead.visits.queries.rows import shared_with
from roadstead.visits.views import crumbs, others
from roadstead.visits.views.acting import FORM, Page, acted
from roadstead.visits.views.reading import shared_one, shared_other


@needs(Permission.READ_SHARED)
@require_safe
def visits(request: HttpRequest) -> HttpResponse:
    """Visits that are shared with one's State, and those of embassies and agencies there."""
    viewer = viewer_of(request)
    context = lists.context(request, shared_with(viewer)) | partner.others_context(viewer)
    context["crumbs"] = crumbs.partner(below=False)
    return render(request, "visits/partner/list.html", context)


@needs(Permission.READ_SHARED)
@require_safe
def visits_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return lists.answer(request, shared_with(viewer_of(request)), form, reverse("visits:partner_list"))


@needs(Permission.READ_SHARED)
@require_safe
def visit(request: HttpRequest, pk: int) -> HttpResponse:
    """One visit as its partners see it."""
    record = shared_one(request, pk)
    context = partner.context(record, viewer_of(request)) | {"crumbs": crumbs.partner()}
    return render(request, "visits/partner/visit.html", context)


@needs(Permission.READ_SHARED)
@require_safe
def other(request: HttpRequest, pk: int) -> HttpResponse:
    """One visit of an embassy or agency."""
    record = shared_other(request, pk)
    context = partner.other_context(record, viewer_of(request)) | {"crumbs": crumbs.partner()}
    return render(request, "visits/partner/other.html", context)


@needs(Permission.TELL_VISITS)
@FORM
def tell(request: HttpRequest) -> HttpResponse:
    """Tell of a visit of one's own."""
    return others.telling(request, reverse("visits:partner_list"), crumbs.partner())


@needs(Permission.TELL_VISITS)
@FORM
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what one told."""
    record = shared_other(request, pk)
    return others.changing(request, record, reverse("visits:partner_other", args=[record.pk]), crumbs.partner())


@needs(Permission.TELL_VISITS)
@FORM
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that one's visit does not take place."""
    record = shared_other(request, pk)
    return others.withdrawing(request, record, reverse("visits:partner_other", args=[record.pk]), crumbs.partner())


@needs(Permission.TELL_VISITS)
@FORM
def answer(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Say what is to become of a visit of the programme and one of others that lies close."""
    viewer, record, theirs = viewer_of(request), shared_one(request, pk), shared_other(request, number)
    if theirs.country_id != record.country_id:
        raise Http404(_("These two are not to one country."))
    form = AnswerForm(request.POST if request.method == "POST" else None)
    words = {"visit": name_of(record), "agency": theirs.agency}
    explain = _("“%(visit)s”, and the visit of %(agency)s.") % words
    back = reverse("visits:partner_visit", args=[record.pk])
    page = Page(_("Two visits lie close"), _("Answer"), "", back, crumbs.partner(), explain)
    return acted(
        request,
        form,
        page,
        lambda said: deconflicting.answer_overlap(
            visit=record, other=theirs, answer=Answer(said["answer"]), why=said["why"], by=viewer
        ),
    )


@needs(Permission.TELL_VISITS)
@FORM
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer what the embassy or agency was asked about a visit of the programme."""
    viewer, record = viewer_of(request), shared_one(request, pk)
    context = partner.context(record, viewer)
    if context["asked"] is None:
        raise Http404(_("Nobody asks about this visit, or its days have moved since."))
    mine = context["mine"]
    initial = {"agency": mine.agency, "answer": mine.answer, "why": mine.why} if mine else {}
    form = ReplyForm(request.POST if request.method == "POST" else None, initial=initial)
    explain = f"{context['one'].name}, {context['one'].days}"
    back = reverse("visits:partner_visit", args=[record.pk])
    page = Page(_("Join, combine or avoid?"), _("Answer"), _("Your answer was given."), back, crumbs.partner(), explain)
    return acted(
        request,
        form,
        page,
        lambda said: asking.reply_asking(visit=record, by=viewer, **(said | {"answer": Reply(said["answer"])})),
    )
