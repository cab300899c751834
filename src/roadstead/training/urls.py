"""Addresses of training: at the desk, for partners, for everyone."""

from django.urls import path

from roadstead.training.views import by_link, certificates, experts, partner, public
from roadstead.training.views import desk_reading as reading
from roadstead.training.views import offering_writing as offering
from roadstead.training.views import request_writing as asked

app_name = "training"
DESK, OWN, OPEN = "desk/training/", "partner/training/", "training/"
ONE, DELEGATE = f"{DESK}offerings/<int:pk>/", f"{DESK}offerings/<int:pk>/delegates/<int:number>/"
REQUEST, EXPERT = f"{DESK}requests/<int:pk>/", f"{DESK}experts/<int:pk>/"
MINE, MY_DELEGATE = f"{OWN}offerings/<int:pk>/", f"{OWN}offerings/<int:pk>/delegates/<int:number>/"
urlpatterns = [
    path(DESK, reading.offering_list, name="desk"),
    path(f"{DESK}export.<slug:form>", reading.offering_export, name="desk_export"),
    path(f"{DESK}calendar.ics", reading.calendar, name="desk_calendar"),
    path(f"{DESK}offerings/new/", offering.new, name="offering_new"),
    path(ONE, reading.offering, name="offering"),
    path(f"{ONE}change/", offering.change, name="offering_change"),
    path(f"{ONE}mark/", offering.mark, name="offering_mark"),
    path(f"{ONE}steps/<slug:what>/", offering.step, name="offering_step"),
    path(f"{DELEGATE}select/", offering.select, name="select"),
    path(f"{DELEGATE}attendance/", offering.attendance, name="attendance"),
    path(f"{DELEGATE}certificate/", offering.certify, name="certify"),
    path(f"{DELEGATE}certificate/revoke/", offering.revoke, name="revoke"),
    path(f"{DELEGATE}forget/", offering.forget, name="forget"),
    path(f"{DELEGATE}certificate.pdf", certificates.at_desk, name="certificate_pdf"),
    path(f"{DESK}requests/", reading.request_list, name="requests"),
    path(f"{DESK}requests/export.<slug:form>", reading.request_export, name="requests_export"),
    path(f"{DESK}requests/new/", asked.new, name="request_new"),
    path(f"{DESK}requests/links/", reading.link_list, name="links"),
    path(f"{DESK}requests/links/new/", asked.link, name="link_new"),
    path(f"{DESK}requests/links/<int:pk>/revoke/", asked.revoke_link, name="link_revoke"),
    path(REQUEST, reading.one_request, name="request"),
    path(f"{REQUEST}answer/", asked.answer, name="request_answer"),
    path(f"{REQUEST}withdraw/", asked.withdraw, name="request_withdraw"),
    path(f"{REQUEST}experts/", asked.send, name="request_send"),
    path(f"{REQUEST}gates/<slug:code>/", asked.gate, name="request_gate"),
    path(f"{DESK}experts/", experts.expert_list, name="experts"),
    path(f"{DESK}experts/export.<slug:form>", experts.expert_export, name="experts_export"),
    path(f"{DESK}experts/new/", experts.new, name="expert_new"),
    path(EXPERT, experts.expert, name="expert"),
    path(f"{EXPERT}change/", experts.change, name="expert_change"),
    path(f"{EXPERT}retire/", experts.retire, name="expert_retire"),
    path(f"{EXPERT}days/", experts.days, name="expert_days"),
    path(f"{EXPERT}days/<int:number>/drop/", experts.drop_days, name="expert_drop"),
    path(f"{EXPERT}service/<int:number>/", asked.after, name="expert_after"),
    path(f"{DESK}effect/", reading.does_it_help, name="effect"),
    path(f"{DESK}effect/export.<slug:form>", reading.effect_export, name="effect_export"),
    path(f"{DESK}effect/<str:code>/", reading.effect_of_country, name="effect_country"),
    path(f"{DESK}priorities/", reading.priority_list, name="priorities"),
    path(f"{DESK}priorities/export.<slug:form>", reading.priority_export, name="priorities_export"),
    path(OWN, partner.training, name="partner"),
    path(f"{OWN}export.<slug:form>", partner.export, name="partner_export"),
    path(f"{OWN}calendar.ics", partner.calendar, name="partner_calendar"),
    path(f"{OWN}requests/new/", partner.ask, name="partner_ask"),
    path(f"{OWN}requests/<int:pk>/", partner.one_request, name="partner_request"),
    path(f"{OWN}requests/<int:pk>/withdraw/", partner.withdraw, name="partner_withdraw"),
    path(MINE, partner.offering, name="partner_offering"),
    path(f"{MINE}nominate/", partner.nominate, name="partner_nominate"),
    path(f"{MY_DELEGATE}withdraw/", partner.withdraw_delegate, name="partner_withdraw_delegate"),
    path(f"{MY_DELEGATE}evaluate/", partner.evaluate, name="partner_evaluate"),
    path(f"{MY_DELEGATE}certificate.pdf", certificates.for_partner, name="partner_certificate"),
    path(OPEN, public.catalogue_list, name="catalogue"),
    path(f"{OPEN}calendar.ics", public.calendar, name="calendar"),
    path(f"{OPEN}partners/", public.bodies, name="bodies"),
    path(f"{OPEN}how/", public.how, name="how"),
    path(f"{OPEN}certificates/", public.certificate, name="certificate"),
    path(f"{OPEN}asked/", by_link.asked, name="asked"),
    path(f"{OPEN}ask/<str:secret>/", by_link.open_link, name="open_link"),
    path(f"{OPEN}courses/<slug:code>/", public.course, name="course"),
]
