"""Editions in draft: the list, one with its preview, beginning, changing, dropping, publishing."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.advisories.drafting import queries
from roadstead.advisories.drafting.actions import drafting, publishing
from roadstead.advisories.drafting.actions.shape import SAID
from roadstead.advisories.drafting.forms import BeginForm, ChangeForm, RevisionForm, WhyForm
from roadstead.advisories.drafting.views.acting import above, acted, one, page_of
from roadstead.advisories.models import DraftState
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.acting import FORM, Page


@needs(Permission.READ_PROGRAMME)
@require_safe
def draft_list(request: HttpRequest) -> HttpResponse:
    """Every draft, the newest first, and the decided cases that wait for one."""
    viewer = viewer_of(request)
    context = {
        "drafts": queries.readable(viewer).select_related("drafted_by")[:200],
        "waiting": queries.free_cases(viewer),
        "may_draft": viewer.may(Permission.DRAFT_EDITIONS),
        "crumbs": above()[:1],
    }
    return render(request, "advisories/drafting/list.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """One draft: what it says, the list as it would be, and how that differs from the one in force."""
    viewer, record = viewer_of(request), one(request, pk)
    is_open = record.state == DraftState.OPEN
    wrote = viewer.user_id in (record.drafted_by_id, record.changed_by_id)
    context = {
        "draft": record,
        "cases": queries.cases_of(record, viewer),
        "preview": queries.preview(record, viewer) if is_open else None,
        "is_open": is_open,
        "wrote": wrote,
        "may_change": is_open and viewer.may(Permission.DRAFT_EDITIONS),
        "may_publish": is_open and not wrote and viewer.may(Permission.PUBLISH_EDITIONS),
        "record": record,
        "viewer": viewer,
        "crumbs": above(),
    }
    return render(request, "advisories/drafting/draft.html", context)


@needs(Permission.DRAFT_EDITIONS)
@FORM
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a draft from decided cases."""
    viewer = viewer_of(request)
    initial = {"uid": uuid4(), "number": queries.next_number(viewer)}
    form = BeginForm(request.POST if request.method == "POST" else None, initial=initial, viewer=viewer)
    explain = _("What it does to the list follows from the cases; only its number, days and notice are typed.")
    page = Page(_("Draft an edition"), _("Draft it"), reverse("drafting:list"), above(), explain=explain)
    return acted(
        request,
        form,
        page,
        lambda said: drafting.begin_draft(uid=said["uid"], cases=said["cases"], said=form.said, by=viewer),
        lambda made: reverse("drafting:draft", args=[made.pk]),
    )


@needs(Permission.DRAFT_EDITIONS)
@FORM
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is said in a draft."""
    viewer, record = viewer_of(request), one(request, pk)
    initial = {name: getattr(record, name) for name in (*SAID, "revision")}
    form = ChangeForm(request.POST if request.method == "POST" else None, initial=initial)
    page = page_of(record, _("Change the draft"), _("Save"))
    return acted(
        request,
        form,
        page,
        lambda said: drafting.change_draft(draft=record, revision=said["revision"], said=form.said, by=viewer),
    )


@needs(Permission.DRAFT_EDITIONS)
@FORM
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Drop a draft."""
    viewer, record = viewer_of(request), one(request, pk)
    form = WhyForm(request.POST if request.method == "POST" else None, initial={"revision": record.revision})
    explain = _("Its cases are free for another draft.")
    page = page_of(record, _("Drop the draft"), _("Drop it"), explain=explain, warns=True)
    return acted(request, form, page, lambda said: drafting.drop_draft(draft=record, by=viewer, **said))


@needs(Permission.PUBLISH_EDITIONS)
@FORM
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish an edition that somebody else drafted."""
    viewer, record = viewer_of(request), one(request, pk)
    form = RevisionForm(request.POST if request.method == "POST" else None, initial={"revision": record.revision})
    explain = _(
        "Every page, file and decision uses it from then on. "
        "It is never changed afterwards: a correction is a new edition."
    )
    page = page_of(record, _("Publish the edition"), _("Publish it"), explain=explain, warns=True)
    return acted(
        request,
        form,
        page,
        lambda said: publishing.publish_draft(draft=record, revision=said["revision"], by=viewer),
        lambda made: reverse("advisories:edition", args=[made.edition]),
    )
