from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    name = "roadstead.assessments"
    label = "assessments"
