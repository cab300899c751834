"""What was said and promised with a State, for its authorities, its embassy and the agencies that work with it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.engagement.presenters import dealings
from roadstead.engagement.queries.dealings import dealings as readable
from roadstead.engagement.views import crumbs
from roadstead.files import presenters as files


@needs(Permission.READ_SHARED)
@require_safe
def dealing_list(request: HttpRequest) -> HttpResponse:
    """Every dealing that was shared with one's State, and what either side promised in them."""
    context = dealings.context(request) | {"crumbs": crumbs.partner(below=False)}
    return render(request, "engagement/partner/dealings.html", context)


@needs(Permission.READ_SHARED)
@require_safe
def dealing_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return dealings.answer(request, form)


@needs(Permission.READ_SHARED)
@require_safe
def dealing(request: HttpRequest, pk: int) -> HttpResponse:
    """One dealing with its promises and files."""
    viewer = viewer_of(request)
    record = readable(viewer).filter(pk=pk).first()
    if record is None:
        raise Http404(_("There is no such dealing, or it was not shared with your State."))
    above = [(_("Partners"), "/partner/"), (_("Meetings and promises"), reverse("engagement:partner_dealings"))]
    context = dealings.one(record, viewer) | {"record": record, "attachments": files.rows(record, viewer)}
    return render(request, "engagement/partner/dealing.html", context | {"crumbs": above})
