"""What Granian serves while it is measured: the product with an empty view, and an application without Django."""

import os
from collections.abc import Callable, Iterable
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "roadstead.config.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application

settings.ROOT_URLCONF = "benchmarks.urls"
_product = get_wsgi_application()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """`/bare` shows what server and client can do at all."""
    if environ["PATH_INFO"] == "/bare":
        start_response("200 OK", [("Content-Length", "0")])
        return [b""]
    return _product(environ, start_response)
