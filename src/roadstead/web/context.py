"""What every template may use."""

from django.http import HttpRequest

from roadstead.web import navigation


def site(request: HttpRequest) -> dict[str, object]:
    """The name of the product, and where in its navigation the page lies."""
    return {
        "site_name": "Roadstead",
        "navigation": navigation.PUBLIC,
        "navigation_current": navigation.current(request.path),
    }
