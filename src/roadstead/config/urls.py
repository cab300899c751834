"""Root addresses; each app names its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("roadstead.web.urls")),
    path("", include("roadstead.advisories.urls")),
    path("", include("roadstead.arrivals.urls")),
    path("", include("roadstead.registry.urls")),
    path("", include("roadstead.analytics.urls")),
]

handler400 = "roadstead.web.errors.bad_request"
handler403 = "roadstead.web.errors.forbidden"
handler404 = "roadstead.web.errors.not_found"
handler500 = "roadstead.web.errors.server_error"
