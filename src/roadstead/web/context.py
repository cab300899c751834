"""What every template may use."""

from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    """The name of the product and of the face that is shown."""
    return {"site_name": "Roadstead"}
