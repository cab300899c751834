"""Headers that Django does not set by itself."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

# What the pages never ask of a browser; the map needs none of these either.
REFUSED = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "microphone", "payment", "usb")
INVENTED = "people, facilities and records are invented"
POLICY = ", ".join(f"{feature}=()" for feature in REFUSED)


def permissions_policy(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Tell the browser which of its powers no page here may use."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.setdefault("Permissions-Policy", POLICY)
        return response

    return middleware


def says_it_is_invented(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """In a demonstration, say so with every answer: files and programs see no page."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not settings.ENVIRONMENT.production:
            response.setdefault("X-Roadstead-Demonstration", INVENTED)
        return response

    return middleware
