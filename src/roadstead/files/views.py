"""Files, to whoever may read their record: to be saved, never run, never rendered as a page."""

import logging

from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import open_to_all, viewer_of
from roadstead.common.access.marks import Mark
from roadstead.files import actions, queries, store
from roadstead.files.enums import FileKind
from roadstead.files.models import StoredFile

HEADERS = {
    # No power at all, should a browser show it: no script, no style, no form, no origin.
    "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
logger = logging.getLogger(__name__)


@open_to_all
@require_safe
def file(request: HttpRequest, number: int, name: str) -> HttpResponseBase:
    """One file; `?inline=1` shows pictures and PDF in the browser. What may not be seen is not there: 404."""
    viewer = viewer_of(request)
    found = queries.attachment(number, viewer)
    record = queries.record_of(found, viewer) if found else None
    if found is None or record is None or found.name != name:
        raise Http404
    stored = found.file
    if not store.is_whole(stored.sha256, stored.size):
        logger.error("file %s of %s bytes is missing or damaged", stored.sha256, stored.size)
        return render(request, "files/damaged.html", {"attachment": found, "stored": stored}, status=500)
    if record.mark == Mark.RESTRICTED:
        actions.read_restricted(attachment=found, record=record, by=viewer)
    inline = request.GET.get("inline") == "1" and FileKind(stored.kind).shown_in_browser
    answer = _answer(request, stored, name, inline=inline)
    answer.headers["Cache-Control"] = "public, max-age=60" if record.mark == Mark.PUBLIC else "private, no-store"
    return answer


def _answer(request: HttpRequest, stored: StoredFile, name: str, *, inline: bool) -> HttpResponseBase:
    tag = f'"{stored.sha256}"'
    known = get_conditional_response(request, etag=tag)
    if known is not None:
        return known
    disposition = str(content_disposition_header(not inline, name))
    headers = {**HEADERS, "ETag": tag, "Content-Length": str(stored.size), "Content-Disposition": disposition}
    return StreamingHttpResponse(store.pieces(stored.sha256), content_type=stored.media_type, headers=headers)
