"""Addresses of assessments: instruments, self-assessments, assessments of countries, the closure room."""

from django.urls import path

from roadstead.assessments.closure_urls import patterns as closure
from roadstead.assessments.country_urls import patterns as countries
from roadstead.assessments.instrument_urls import patterns as instruments
from roadstead.assessments.views import filling, keeping, reviewing

app_name = "assessments"
OWN, DESK = "partner/self-assessments/", "desk/self-assessments/"
urlpatterns = [
    *instruments,
    *countries,
    *closure,
    path(OWN, filling.own_list, name="partner_self"),
    path(f"{OWN}export.<slug:form>", filling.own_export, name="partner_self_export"),
    path(f"{OWN}new/", filling.new, name="partner_self_new"),
    path(f"{OWN}<int:pk>/", filling.own, name="partner_self_one"),
    path(f"{OWN}<int:pk>/keep/", keeping.keep, name="partner_self_keep"),
    path(f"{OWN}<int:pk>/evidence/", keeping.evidence, name="partner_self_evidence"),
    path(f"{OWN}<int:pk>/evidence/<int:answer>/", keeping.evidence_form, name="partner_self_evidence_form"),
    path(f"{OWN}<int:pk>/submit/", filling.submit, name="partner_self_submit"),
    path(f"{OWN}<int:pk>/withdraw/", filling.withdraw, name="partner_self_withdraw"),
    path(DESK, reviewing.desk_list, name="desk_self"),
    path(f"{DESK}export.<slug:form>", reviewing.desk_export, name="desk_self_export"),
    path(f"{DESK}<int:pk>/", reviewing.one, name="desk_self_one"),
    path(f"{DESK}<int:pk>/answers/<int:answer>/", reviewing.review, name="desk_self_review"),
    path(f"{DESK}<int:pk>/send-back/", reviewing.send_back, name="desk_self_send_back"),
    path(f"{DESK}<int:pk>/close/", reviewing.close, name="desk_self_close"),
]
