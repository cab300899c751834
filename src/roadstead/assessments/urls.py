"""Addresses of assessments; each part of them names its own."""

app_name = "assessments"
urlpatterns: list = []
