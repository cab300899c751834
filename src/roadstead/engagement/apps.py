from django.apps import AppConfig


class EngagementConfig(AppConfig):
    name = "roadstead.engagement"
    label = "engagement"
