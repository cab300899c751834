"""Addresses of portfolios: coverage, one officer's countries, hand-overs."""

from django.urls import path

from roadstead.registry.views import assigning, coverage, portfolios

urlpatterns = [
    path("desk/coverage/", coverage.board, name="coverage"),
    path("desk/coverage/export.<slug:form>", coverage.export, name="coverage_export"),
    path("desk/coverage/assign/", assigning.assign, name="assign"),
    path("desk/coverage/<int:pk>/end/", assigning.end, name="end_assignment"),
    path("desk/portfolio/", portfolios.mine, name="my_portfolio"),
    path("desk/portfolios/<int:officer>/", portfolios.of_officer, name="portfolio"),
    path("desk/portfolios/<int:officer>/cover/", assigning.cover, name="cover"),
    path("desk/portfolios/<int:officer>/hand-over/", assigning.hand_over, name="hand_over_portfolio"),
    path("desk/hand-overs/<int:pk>/", portfolios.hand_over, name="hand_over"),
    path("desk/hand-overs/<int:pk>/read/", portfolios.confirm, name="hand_over_read"),
]
