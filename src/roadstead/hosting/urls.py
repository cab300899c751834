"""Addresses of reciprocal visits: for everyone, for a State, at the desk."""

from django.urls import path

from roadstead.hosting.desk_urls import patterns as desk
from roadstead.hosting.views import partner, public

app_name = "hosting"
OPEN, OWN = "hosting/", "partner/hosting/"
ONE = f"{OWN}<int:pk>/"
urlpatterns = [
    path(OPEN, public.how, name="how"),
    path(f"{OPEN}certificates/", public.verify, name="verify"),
    path(f"{OPEN}ask/of/<int:number>/", public.by_link, name="ask_by_link"),
    path(f"{OPEN}ask/<str:secret>/", public.open_link, name="ask_open"),
    path(OWN, partner.request_list, name="partner_list"),
    path(f"{OWN}export.<slug:form>", partner.request_export, name="partner_export"),
    path(f"{OWN}new/", partner.new, name="partner_new"),
    path(ONE, partner.one, name="partner_one"),
    path(f"{ONE}change/", partner.change, name="partner_change"),
    path(f"{ONE}accept/", partner.accept, name="partner_accept"),
    path(f"{ONE}withdraw/", partner.withdraw, name="partner_withdraw"),
    path(f"{ONE}delegation/", partner.delegation, name="partner_delegation"),
    path(f"{ONE}delegation/<int:number>/drop/", partner.drop, name="partner_drop"),
    path(f"{ONE}feedback/", partner.feedback, name="partner_feedback"),
    path(f"{ONE}certificates/<int:number>.pdf", partner.certificate, name="partner_certificate"),
    *desk,
]
