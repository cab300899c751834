"""Addresses of files that belong to records."""

from django.urls import path

from roadstead.files import views

app_name = "files"
urlpatterns = [path("files/<int:number>/<str:name>", views.file, name="file")]
