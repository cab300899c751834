from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "roadstead.files"
    label = "files"
