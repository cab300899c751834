"""Addresses of arrivals."""

from django.urls import include, path

from roadstead.arrivals import api, described
from roadstead.arrivals.views import by_link, effect, letter_link

urlpatterns = [
    path("desk/editions/<int:pk>/effect/", effect.of_draft, name="draft_effect"),
    path("watch/notices/", include("roadstead.arrivals.notices_watch_urls")),
    path("ships/notices/", include("roadstead.arrivals.notices_ships_urls")),
    path("watch/", include("roadstead.arrivals.watch_urls")),
    path("letters/<str:secret>/", letter_link.page, name="letter_by_link"),
    path("letters/<str:secret>/letter.pdf", letter_link.paper, name="letter_paper_by_link"),
    path("answer/<str:secret>/", by_link.open_question, name="open_question"),
    path("answer/of/<int:number>/", by_link.answer, name="answer_question"),
    path("check/", include("roadstead.arrivals.checker.urls")),
    path("ships/planner/", include("roadstead.arrivals.planner.urls")),
    path("ships/", include("roadstead.arrivals.ships_urls")),
    path("api/v1/decisions", api.decisions, name="decisions"),
    path("api/v1/", described.urls()),
]
