"""The product's addresses, and an empty view before them: what Django itself costs with the product's middleware."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from roadstead.config.urls import handler404, handler500
from roadstead.config.urls import urlpatterns as product

__all__ = ["handler404", "handler500", "urlpatterns"]


@csrf_exempt
def empty(request: HttpRequest) -> HttpResponse:
    return HttpResponse(b"")


urlpatterns = [path("empty", empty), *product]
