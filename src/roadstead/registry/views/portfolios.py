"""The portfolio of an officer, one's own and a colleague's; a hand-over, and saying that one has read it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from roadstead.accounts import officers
from roadstead.common import clock
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.registry import queries
from roadstead.registry.actions import handing_over
from roadstead.registry.presenters import portfolio
from roadstead.registry.queries.handovers import hand_overs
from roadstead.registry.views import crumbs

COVERAGE = "/desk/coverage/"


@needs(Permission.READ_PROGRAMME)
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """One's own countries, those that one covers, and what waits to be read."""
    viewer = viewer_of(request)
    if viewer.user_id is None:
        raise Http404
    context = portfolio.context(viewer.user_id, viewer, clock.today())
    context |= {"officer": viewer.user_id, "name": viewer.name, "is_mine": True, "crumbs": crumbs.desk(viewer)}
    return render(request, "registry/portfolios/portfolio.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def of_officer(request: HttpRequest, officer: int) -> HttpResponse:
    """A colleague's portfolio; of somebody who never had one and may have none, there is no page."""
    viewer = viewer_of(request)
    context = portfolio.context(officer, viewer, clock.today())
    held = any(context[name] for name in ("own", "covering", "coming", "past"))
    if not held and officers.officer(officer) is None:
        raise Http404
    context |= {
        "officer": officer,
        "name": officers.names({officer})[officer],
        "is_mine": officer == viewer.user_id,
        "crumbs": crumbs.desk(viewer, (_("Coverage"), COVERAGE)),
    }
    return render(request, "registry/portfolios/portfolio.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """What passed from one officer to another, with what was open at that moment."""
    viewer = viewer_of(request)
    one = get_object_or_404(hand_overs(viewer), pk=pk)
    names = {row.pk: row.name for row in queries.country_rows(one.countries)}
    context = {
        "one": one,
        "countries": sorted(((code, names.get(code, code)) for code in one.countries), key=lambda pair: pair[1]),
        "open": [(names.get(item["country"], item["country"]), item) for item in one.open],
        "to_confirm": one.taker_id == viewer.user_id and one.taken_at is None,
        "crumbs": crumbs.desk(viewer, (_("My portfolio"), "/desk/portfolio/")),
    }
    return render(request, "registry/portfolios/hand_over.html", context)


@needs(Permission.READ_PROGRAMME)
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """The new officer has read it. What one may not read is not there; who did not take it over is refused."""
    viewer = viewer_of(request)
    get_object_or_404(hand_overs(viewer), pk=pk)
    handing_over.confirm(hand_over=pk, by=viewer)
    messages.success(request, _("It is recorded that you have read the hand-over."))
    return HttpResponseRedirect(f"/desk/hand-overs/{pk}/")
