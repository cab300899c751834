"""What was shared with a State, for its authorities, its embassy and the agencies that work with it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement import queries
from roadstead.engagement.actions.reading import give_receipt
from roadstead.engagement.models import Information, Receipt
from roadstead.engagement.presenters import lists, tables
from roadstead.engagement.presenters.shown import shown
from roadstead.engagement.views import crumbs
from roadstead.files import presenters as files

LINKS = ("countries",)


@needs(Permission.READ_SHARED)
@require_safe
def information_list(request: HttpRequest) -> HttpResponse:
    """Everything that was shared with one's State."""
    context = lists.context(request, queries.shared_with(viewer_of(request)), links=LINKS)
    context |= {"exports": "engagement:partner_information_export", "crumbs": crumbs.partner(below=False)}
    return render(request, "engagement/partner/list.html", context)


@needs(Permission.READ_SHARED)
@require_safe
def information_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    rows = queries.shared_with(viewer_of(request))
    return tables.answer(request, rows, form, links=LINKS, page="/partner/information/")


@needs(Permission.READ_SHARED)
@require_safe
def information(request: HttpRequest, pk: int) -> HttpResponse:
    """One record. That a partner opened it first, and when, is kept and said to both sides."""
    viewer = viewer_of(request)
    record: Information = get_object_or_404(queries.with_names(queries.shared_with(viewer)), pk=pk)
    context = {
        "record": record,
        "crumbs": crumbs.partner(below=True),
        "one": shown(record, viewer),
        "attachments": files.rows(record, viewer),
        "receipt": _receipt(request, record, viewer),
    }
    return render(request, "engagement/partner/detail.html", context)


def _receipt(request: HttpRequest, record: Information, viewer: Viewer) -> Receipt | None:
    """The programme's own people give no receipts."""
    if request.method != "GET" or viewer.holds(Permission.READ_PROGRAMME):
        return None
    mine = queries.receipts_of(record, viewer).filter(person_id=viewer.user_id).first()
    return mine or give_receipt(information=record, by=viewer)
