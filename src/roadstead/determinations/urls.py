"""Addresses of the cases of countries."""

app_name = "determinations"
urlpatterns: list[object] = []
