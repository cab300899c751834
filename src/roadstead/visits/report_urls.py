"""Addresses of reports: at the desk, to the host, to everyone, and the annual summary."""

from django.urls import path

from roadstead.visits.views import report, report_host, report_releasing, report_year

DESK, HOST, ANNUAL = "desk/visits/<int:pk>/report/", "partner/visits/<int:pk>/report/", "desk/reports/annual/"
patterns = [
    path(DESK, report.page, name="report"),
    path(f"{DESK}draft/", report.draft, name="report_draft"),
    path(f"{DESK}sections/<int:number>/", report.write, name="report_write"),
    path(f"{DESK}sections/<int:number>/versions/", report.versions, name="report_versions"),
    path(f"{DESK}sections/<int:number>/restore/", report.restore, name="report_restore"),
    path(f"{DESK}report.<slug:form>", report.take, name="report_file"),
    path(f"{DESK}ask/<slug:of>/", report_releasing.ask, name="report_ask"),
    path(f"{DESK}releases/<int:number>/", report_releasing.release, name="report_release"),
    path(f"{DESK}releases/<int:number>/settle/", report_releasing.settle, name="report_settle"),
    path(f"{DESK}releases/<int:number>/report.<slug:form>", report_releasing.take, name="report_release_file"),
    path(HOST, report_host.page, name="report_host"),
    path(f"{HOST}comment/", report_host.comment, name="report_comment"),
    path(f"{HOST}report.<slug:form>", report_host.take, name="report_host_file"),
    path(ANNUAL, report_year.page, name="report_year"),
    path("desk/countries/<str:code>/annual/", report_year.country_page, name="report_country_year"),
    path(f"{ANNUAL}export.<slug:form>", report_year.export, name="report_year_export"),
    path("visits/", report_host.public, name="public_lines"),
]
