"""Addresses of the country list and the country file."""

from django.urls import path

from roadstead.web.countries import views

app_name = "countries"
urlpatterns = [
    path("desk/countries/", views.country_list, name="list"),
    path("desk/countries/export.<slug:form>", views.country_export, name="export"),
    path("desk/countries/<str:code>/", views.country_file, name="file"),
    path("desk/countries/<str:code>/judged/", views.country_judged, name="judged"),
    path("desk/countries/<str:code>/built/", views.country_built, name="built"),
    path("desk/countries/<str:code>/timeline/", views.country_timeline, name="timeline"),
    path("desk/countries/<str:code>/timeline/latest/", views.country_latest, name="latest"),
    path("partner/country/", views.own_country, name="own"),
]
