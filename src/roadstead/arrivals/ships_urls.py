"""Addresses for companies, masters and agents."""

from django.urls import path

from roadstead.arrivals.views.ships import arrivals, fleet, keeping, measures, passengers

app_name = "ships"
urlpatterns = [
    path("fleet/", fleet.fleet, name="fleet"),
    path("fleet/<int:pk>/leave/", fleet.leave, name="leave"),
    path("arrivals/", arrivals.arrivals, name="arrivals"),
    path("arrivals/export.<slug:form>", arrivals.export, name="arrivals_export"),
    path("arrivals/<int:pk>/", arrivals.arrival, name="arrival"),
    path("arrivals/<int:pk>/questions/<int:number>/", arrivals.answer, name="answer"),
    path("arrivals/<int:pk>/letters/<int:letter>.pdf", arrivals.letter, name="letter"),
    path("measures/", measures.measures, name="measures"),
    path("measures/export.<slug:form>", measures.export, name="measures_export"),
    path("measures/new/", measures.begin, name="log_begin"),
    path("measures/<int:pk>/", measures.log, name="log"),
    path("measures/<int:pk>/keep/", keeping.keep, name="log_keep"),
    path("measures/<int:pk>/pictures/", keeping.picture, name="log_picture"),
    path("measures/<int:pk>/report/", measures.report, name="log_report"),
    path("receipts/<uuid:uid>/", measures.receipt, name="receipt"),
    path("receipts/<uuid:uid>.json", measures.receipt_file, name="receipt_file"),
    path("receipts/<uuid:uid>.pdf", measures.receipt_paper, name="receipt_paper"),
    path("passengers/", passengers.passengers, name="passengers"),
]
