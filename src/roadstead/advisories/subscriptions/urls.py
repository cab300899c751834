"""Addresses of subscriptions."""

from django.urls import path

from roadstead.advisories.subscriptions.views import desk, hooks, mine, public

app_name = "subscriptions"
ONE = "me/webhooks/<int:pk>/"
urlpatterns = [
    path("advisory/subscribe/", public.subscribe, name="subscribe"),
    path("advisory/subscribe/asked/", public.asked, name="asked"),
    path("advisory/subscribe/confirm/<str:token>/", public.confirm, name="confirm"),
    path("advisory/subscribe/leave/<str:token>/", public.leave, name="leave"),
    path("me/subscription/", mine.subscription, name="mine"),
    path("me/subscription/leave/", mine.leave_own, name="leave_own"),
    path("me/webhooks/", hooks.webhooks, name="webhooks"),
    path(f"{ONE}secret/", hooks.renew, name="renew"),
    path(f"{ONE}resume/", hooks.resume, name="resume"),
    path(f"{ONE}remove/", hooks.remove, name="remove"),
    path("desk/editions/messages/", desk.sent, name="desk"),
    path("desk/editions/messages/export.<slug:form>", desk.export, name="export"),
    path("desk/editions/messages/<int:pk>/again/", desk.again, name="again"),
]
