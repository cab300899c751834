"""Root addresses; each app names its own."""

from django.urls import include, path

from roadstead.accounts.api import router as accounts
from roadstead.arrivals.described import api
from roadstead.arrivals.notices_api import router as notices
from roadstead.audit.api import router as audit
from roadstead.engagement.api import router as engagement
from roadstead.engagement.people_api import router as people
from roadstead.registry.api import router as registry
from roadstead.training.api import router as training
from roadstead.web.countries.api import router as countries
from roadstead.web.search.api import router as search

# Told to the API before any address of it is asked for; those below it do not know it.
for router in (accounts, audit, engagement, countries, notices, registry, people, training, search):
    api.add_router("", router)

urlpatterns = [
    path("", include("roadstead.web.urls")),
    path("", include("roadstead.web.countries.urls")),
    path("", include("roadstead.web.search.urls")),
    path("", include("roadstead.accounts.signin.urls")),
    path("", include("roadstead.accounts.urls")),
    path("", include("roadstead.audit.urls")),
    path("", include("roadstead.files.urls")),
    path("", include("roadstead.engagement.urls")),
    path("", include("roadstead.advisories.drafting.urls")),
    path("", include("roadstead.advisories.subscriptions.urls")),
    path("", include("roadstead.determinations.urls")),
    path("", include("roadstead.hosting.urls")),
    path("", include("roadstead.visits.urls")),
    path("", include("roadstead.assessments.urls")),
    path("", include("roadstead.training.urls")),
    path("", include("roadstead.advisories.urls")),
    path("", include("roadstead.arrivals.urls")),
    path("", include("roadstead.registry.urls")),
    path("", include("roadstead.analytics.urls")),
]

handler400 = "roadstead.web.errors.bad_request"
handler403 = "roadstead.web.errors.forbidden"
handler404 = "roadstead.web.errors.not_found"
handler500 = "roadstead.web.errors.server_error"
