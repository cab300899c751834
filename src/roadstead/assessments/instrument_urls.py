"""Addresses of the instruments, open to everyone."""

from django.urls import path

from roadstead.assessments.views import instruments

AT = "reference/instruments/"
patterns = [
    path(AT, instruments.instrument_list, name="instruments"),
    path("reference/instruments.json", instruments.instruments_json, name="instruments_json"),
    path(f"{AT}crosswalk/", instruments.crosswalk, name="crosswalk"),
    path(f"{AT}<slug:code>/", instruments.instrument, name="instrument"),
    path(f"{AT}<slug:code>/instrument.json", instruments.instrument_json, name="instrument_json"),
]
