"""The pages of notices, as a watch and as a company opens them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from roadstead.arrivals.views import notices
from roadstead.common.access.guards import needs
from roadstead.common.access.permission import Permission

FORM = require_http_methods(["GET", "HEAD", "POST"])


@needs(Permission.USE_WATCH)
@require_safe
def watch_list(request: HttpRequest) -> HttpResponse:
    """What came in."""
    return notices.listed(request, notices.WATCH)


@needs(Permission.USE_WATCH)
@require_safe
def watch_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return notices.exported(request, form)


@needs(Permission.USE_WATCH)
@FORM
def watch_new(request: HttpRequest) -> HttpResponse:
    """Send a file in."""
    return notices.sent(request, notices.WATCH)


@needs(Permission.USE_WATCH)
@require_safe
def watch_receipt(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One receipt."""
    return notices.receipt(request, notices.WATCH, uid)


@needs(Permission.USE_WATCH)
@require_safe
def watch_receipt_json(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One receipt, for programs."""
    return notices.receipt_json(request, uid)


@needs(Permission.USE_WATCH)
@require_safe
def watch_table(request: HttpRequest) -> HttpResponse:
    """The table to be filled."""
    return notices.table()


@needs(Permission.USE_SHIPS)
@require_safe
def ships_list(request: HttpRequest) -> HttpResponse:
    """What was sent for one's own company."""
    return notices.listed(request, notices.SHIPS)


@needs(Permission.USE_SHIPS)
@require_safe
def ships_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return notices.exported(request, form)


@needs(Permission.USE_SHIPS)
@FORM
def ships_new(request: HttpRequest) -> HttpResponse:
    """Send a file in."""
    return notices.sent(request, notices.SHIPS)


@needs(Permission.USE_SHIPS)
@require_safe
def ships_receipt(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One receipt."""
    return notices.receipt(request, notices.SHIPS, uid)


@needs(Permission.USE_SHIPS)
@require_safe
def ships_receipt_json(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One receipt, for programs."""
    return notices.receipt_json(request, uid)


@needs(Permission.USE_SHIPS)
@require_safe
def ships_table(request: HttpRequest) -> HttpResponse:
    """The table to be filled."""
    return notices.table()
