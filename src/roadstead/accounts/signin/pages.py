"""Pages that stand where allauth has others."""

from allauth.socialaccount.providers.openid_connect import views as openid
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse


def no_signup(request: HttpRequest) -> HttpResponse:
    """Nobody signs up; whoever looks for it learns how accounts come about."""
    return render(request, "account/signup_closed.html")


def confirm_by_mail(request: HttpRequest) -> HttpResponse:
    """Whoever signs in with an address that is not confirmed yet was sent a link."""
    return render(request, "account/verification_sent.html")


def to_security(request: HttpRequest) -> HttpResponse:
    """What allauth has on several pages stands on one here."""
    return HttpResponseRedirect(reverse("signin:security"))


def to_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Lead to a provider by a page of ours: the content security policy lets no form end on another site."""
    response: HttpResponse = openid.login(request, provider_id)
    if isinstance(response, HttpResponseRedirect) and response.url.startswith(("https://", "http://")):
        return render(request, "accounts/signin/leaving.html", {"address": response.url})
    return response
