from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "roadstead.common"
    label = "common"
