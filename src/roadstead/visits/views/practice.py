"""Best practice at the desk: the list, one with what gives its source away, and whom it helps."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.registry.presenters.marked import mark_shown
from roadstead.registry.views.reading import one_of
from roadstead.visits.models import BestPractice
from roadstead.visits.presenters import practice_lists
from roadstead.visits.presenters.practice import lines, origin
from roadstead.visits.queries import practice as queries
from roadstead.visits.queries.giveaways import giveaways_of
from roadstead.visits.views.observed_reading import desk, partner

PAGE = "/desk/practice/"


def practice_of(request: HttpRequest, pk: int) -> BestPractice:
    """A best practice that whoever asks may read. Raises Http404."""
    rows = queries.practices(viewer_of(request)).select_related("origin", "marked_by", "written_by")
    return one_of(request, rows.prefetch_related("states"), pk)


@needs(Permission.READ_PROGRAMME)
@require_safe
def practice_list(request: HttpRequest) -> HttpResponse:
    """Every best practice that this person may read."""
    viewer = viewer_of(request)
    context = practice_lists.practice_list(request, queries.practices(viewer)) | {
        "helping": [],
        "write_at": f"{PAGE}new/" if viewer.may(Permission.KEEP_BEST_PRACTICE) else "",
        "exports": "visits:desk_practices_export",
        "crumbs": desk(viewer),
    }
    return render(request, "visits/observed/practices.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def practice_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return practice_lists.practice_file(request, queries.practices(viewer_of(request)), form)


@needs(Permission.READ_PROGRAMME)
@require_safe
def practice(request: HttpRequest, pk: int) -> HttpResponse:
    """One best practice: what is left in it, its consent, and the facilities with like problems."""
    viewer, record = viewer_of(request), practice_of(request, pk)
    keeps = viewer.may(Permission.KEEP_BEST_PRACTICE)
    context = {
        "record": record,
        "one": lines([record], viewer)[0],
        "origin": origin(record, viewer),
        "found": giveaways_of(record, viewer),
        "like": queries.like_problems(record, viewer),
        "marked": mark_shown(record, viewer, keeps=keeps),
        "keeps": keeps and record.withdrawn_at is None,
        "crumbs": desk(viewer, (_("Best practice"), PAGE)),
    }
    return render(request, "visits/observed/practice.html", context)


@needs(Permission.READ_SHARED, Permission.READ_OWN_FACILITY)
@require_safe
def shared_list(request: HttpRequest) -> HttpResponse:
    """What was released, for partners: first what helps with the shortfalls that their State was shared."""
    viewer = viewer_of(request)
    context = practice_lists.practice_list(request, queries.released(viewer)) | {
        "helping": lines(queries.helping_here(viewer), viewer),
        "write_at": "",
        "exports": "visits:partner_practices_export",
        "crumbs": partner(),
    }
    return render(request, "visits/observed/practices.html", context)


@needs(Permission.READ_SHARED, Permission.READ_OWN_FACILITY)
@require_safe
def shared_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file, as a partner reads it."""
    return practice_lists.practice_file(request, queries.released(viewer_of(request)), form)


@needs(Permission.READ_SHARED, Permission.READ_OWN_FACILITY)
@require_safe
def shared(request: HttpRequest, pk: int) -> HttpResponse:
    """One best practice as a partner reads it: nothing of where it came from."""
    viewer = viewer_of(request)
    record = one_of(request, queries.released(viewer), pk)
    context: dict[str, Any] = {"one": lines([record], viewer)[0], "origin": None, "keeps": False}
    context |= {"found": [], "like": []}
    context["crumbs"] = partner((_("Best practice"), "/partner/practice/"))
    return render(request, "visits/observed/practice.html", context)
