"""Addresses of signing in, of one's own security, of recovery and of the demonstration.

Of allauth's pages only those are here that are meant to be; their names are the ones that it asks for.
"""

from django.urls import include, path

from roadstead.accounts.signin.urls_allauth import urlpatterns as allauth
from roadstead.accounts.signin.urls_own import urlpatterns as own

urlpatterns = [
    path("accounts/", include(allauth)),
    path("", include((own, "signin"))),
]
