"""Answers for what was not found, not allowed or failed; none shows a traceback, and programs get JSON."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

# Read once, at the start: when a request fails, templates and disks may be what is broken.
PLAIN_PAGES = {
    name: (Path(__file__).parent / "plain" / f"{name}.html").read_bytes() for name in ("bad_request", "server_error")
}


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if _is_program(request):
        return JsonResponse({"error": "not_found", "message": _("There is nothing at this address.")}, status=404)
    return render(request, "404.html", status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    if _is_program(request):
        return JsonResponse({"error": "forbidden", "message": _("This is not open to you.")}, status=403)
    return render(request, "403.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that came from elsewhere, or after its page had grown old."""
    return render(request, "403_csrf.html", status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django calls this for a host name that is not served, among others: the request itself is not to be trusted."""
    return HttpResponse(PLAIN_PAGES["bad_request"], status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """Depends on nothing: no template, no database, no translation, no hashed file name."""
    if _is_program(request):
        return JsonResponse({"error": "server_error", "message": "Something failed here."}, status=500)
    return HttpResponse(PLAIN_PAGES["server_error"], status=500)


def _is_program(request: HttpRequest) -> bool:
    accepts = request.headers.get("accept", "")
    return request.path.startswith("/api/") or ("application/json" in accepts and "text/html" not in accepts)
