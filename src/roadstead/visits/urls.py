"""Addresses of visits; each part of them names its own."""

from roadstead.visits.agenda_urls import patterns as agenda
from roadstead.visits.observed_urls import patterns as observed
from roadstead.visits.planning_urls import patterns as planning
from roadstead.visits.report_urls import patterns as reports

app_name = "visits"
urlpatterns = [*planning, *agenda, *observed, *reports]
