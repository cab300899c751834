"""Addresses of the assessments of countries."""

from django.urls import path

from roadstead.assessments.views import countries_reading as reading
from roadstead.assessments.views import countries_writing as writing

AT = "desk/assessments/"
ONE = f"{AT}<int:pk>/"
patterns = [
    path(AT, reading.assessment_list, name="country_list"),
    path(f"{AT}export.<slug:form>", reading.assessment_export, name="country_export"),
    path(f"{AT}new/", writing.new, name="country_new"),
    path(ONE, reading.assessment, name="country_one"),
    path(f"{ONE}matrix.<slug:form>", reading.matrix_export, name="country_matrix"),
    path(f"{ONE}gather/", writing.gather, name="country_gather"),
    path(f"{ONE}sources/new/", writing.source, name="country_source"),
    path(f"{ONE}sources/<int:number>/take-out/", writing.put_out, name="country_put_out"),
    path(f"{ONE}elements/<slug:code>/", reading.element, name="country_element"),
    path(f"{ONE}elements/<slug:code>/state/", writing.state, name="country_state"),
    path(f"{ONE}not-known/", writing.state_unknown, name="country_state_unknown"),
    path(f"{ONE}confidence/", writing.confidence, name="country_confidence"),
    path(f"{ONE}steps/<slug:what>/", writing.step, name="country_step"),
]
