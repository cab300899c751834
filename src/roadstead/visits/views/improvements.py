"""What was recommended and what was done, facility by facility: at the desk and for partners."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.visits.presenters import improvements as presenter
from roadstead.visits.queries.recommended import recommendations, shared_recommendations
from roadstead.visits.views.observed_partner import HOSTS
from roadstead.visits.views.observed_reading import desk, partner

TEMPLATE = "visits/observed/improvements.html"


@needs(Permission.READ_PROGRAMME)
@require_safe
def improvements(request: HttpRequest) -> HttpResponse:
    """What became of what was recommended, as far as this person may read it."""
    viewer = viewer_of(request)
    context = presenter.page_of(request, recommendations(viewer))
    context |= {"crumbs": desk(viewer, (_("Recommendations"), "/desk/recommendations/"))}
    return render(request, TEMPLATE, context | {"exports": "visits:desk_improvements_export"})


@needs(Permission.READ_PROGRAMME)
@require_safe
def improvements_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same as a file."""
    return presenter.file_of(request, recommendations(viewer_of(request)), form)


@needs(*HOSTS)
@require_safe
def shared(request: HttpRequest) -> HttpResponse:
    """The same between the programme and one's own State, or facility."""
    context = presenter.page_of(request, shared_recommendations(viewer_of(request)))
    context |= {"crumbs": partner((_("Recommendations"), "/partner/recommendations/"))}
    return render(request, TEMPLATE, context | {"exports": "visits:partner_improvements_export"})


@needs(*HOSTS)
@require_safe
def shared_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same as a file, for partners."""
    return presenter.file_of(request, shared_recommendations(viewer_of(request)), form)
