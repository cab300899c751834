"""Addresses of the closure room: by country at the desk, and for the State itself."""

from django.urls import path

from roadstead.assessments.views import closure_desk as desk
from roadstead.assessments.views import closure_partner as partner
from roadstead.assessments.views import closure_verifying as verifying
from roadstead.assessments.views import closure_writing as writing

DESK, OWN = "desk/closure/", "partner/closure/"
ONE, MINE = f"{DESK}shortfalls/<int:pk>/", f"{OWN}<int:pk>/"
patterns = [
    path(DESK, desk.countries, name="closure_countries"),
    path(f"{DESK}export.<slug:form>", desk.countries_export, name="closure_countries_export"),
    path(ONE, desk.shortfall, name="closure_one"),
    path(f"{ONE}wanted/", verifying.wanted, name="closure_wanted"),
    path(f"{ONE}steps/<slug:what>/", verifying.step, name="closure_step"),
    path(f"{ONE}disputes/<int:number>/", verifying.answer, name="closure_answer"),
    path(f"{DESK}<str:code>/", desk.country, name="closure_country"),
    path(f"{DESK}<str:code>/export.<slug:form>", desk.country_export, name="closure_country_export"),
    path(OWN, partner.room, name="partner_closure"),
    path(f"{OWN}export.<slug:form>", partner.room_export, name="partner_closure_export"),
    path(MINE, partner.shortfall, name="partner_closure_one"),
    path(f"{MINE}reply/", writing.reply, name="partner_closure_reply"),
    path(f"{MINE}plan/", writing.plan, name="partner_closure_plan"),
    path(f"{MINE}plan/<int:item>/drop/", writing.drop, name="partner_closure_drop"),
    path(f"{MINE}evidence/", writing.evidence, name="partner_closure_evidence"),
    path(f"{MINE}closed/", writing.say, name="partner_closure_say"),
    path(f"{MINE}dispute/", writing.dispute, name="partner_closure_dispute"),
]
