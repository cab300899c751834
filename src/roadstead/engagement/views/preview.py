"""A record through the eyes of a State, before it is released."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import PUBLIC, Viewer, as_state
from roadstead.engagement import queries
from roadstead.engagement.models import Information
from roadstead.engagement.presenters.desk import EVERYONE, eyes
from roadstead.engagement.presenters.shown import shown
from roadstead.engagement.views import crumbs
from roadstead.engagement.views.reading import one
from roadstead.files import presenters as files


@needs(Permission.PREVIEW_AS)
@require_safe
def see_as(request: HttpRequest, pk: int) -> HttpResponse:
    """`?state=` a country's code, or public: the record as those people would read it, by the very same query."""
    viewer, record = viewer_of(request), one(request, pk, way="preview")
    states = eyes(record, viewer)
    asked = request.GET.get("state", EVERYONE)
    borrowed = PUBLIC if asked == EVERYONE or not asked else as_state(asked, by=viewer)
    seen = queries.with_names(queries.readable(borrowed)).filter(pk=record.pk).first()
    context = {
        "record": record,
        "crumbs": crumbs.below_desk(viewer, record),
        "states": states,
        "asked": asked,
        "name": dict(states).get(asked, ""),
        "seen": _seen(seen, borrowed) if seen else None,
    }
    return render(request, "engagement/desk/see_as.html", context)


def _seen(record: Information, borrowed: Viewer) -> dict[str, object]:
    return {"one": shown(record, borrowed), "attachments": files.rows(record, borrowed)}
