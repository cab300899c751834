"""Addresses of visits: planning, clocks, and what is told between the programme and its partners."""

from django.urls import path

from roadstead.visits.views import carrying, desk, others, partner, parts, planner, steps, writing

LIST, ONE, OTHER = "desk/visits/", "desk/visits/<int:pk>/", "desk/visits/others/<int:pk>/"
CLOCKS, PLANNER, OUTSIDE = "desk/clocks/", "desk/planner/", "partner/visits/"
patterns = [
    path(LIST, desk.visit_list, name="list"),
    path(f"{LIST}export.<slug:form>", desk.visit_export, name="export"),
    path(f"{LIST}new/", writing.new, name="new"),
    path(f"{LIST}others/new/", others.new, name="other_new"),
    path(OTHER, others.detail, name="other"),
    path(f"{OTHER}change/", others.change, name="other_change"),
    path(f"{OTHER}withdraw/", others.withdraw, name="other_withdraw"),
    path(f"{OTHER}mark/", others.mark, name="other_mark"),
    path(ONE, desk.visit, name="workspace"),
    path(f"{ONE}visit.ics", desk.visit_ics, name="ics"),
    path(f"{ONE}change/", writing.change, name="change"),
    path(f"{ONE}days/", writing.move, name="days"),
    path(f"{ONE}clearance/", writing.clearance, name="clearance"),
    path(f"{ONE}mark/", writing.mark, name="mark"),
    path(f"{ONE}ask/", steps.ask, name="ask"),
    path(f"{ONE}benefit/", steps.benefit, name="benefit"),
    path(f"{ONE}carry/<slug:kind>/<int:number>/", carrying.carry, name="carry"),
    path(f"{ONE}notice/", steps.notice, name="notice"),
    path(f"{ONE}step/<slug:state>/", steps.step, name="step"),
    path(f"{ONE}cancel/", steps.cancel, name="cancel"),
    path(f"{ONE}resume/", steps.resume, name="resume"),
    path(f"{ONE}team/new/", parts.add_member, name="member_new"),
    path(f"{ONE}team/<int:number>/remove/", parts.remove_member, name="member_remove"),
    path(f"{ONE}places/new/", parts.add_leg, name="leg_new"),
    path(f"{ONE}places/<int:number>/", parts.change_leg, name="leg"),
    path(f"{ONE}places/<int:number>/<slug:what>/", parts.alter_leg, name="leg_alter"),
    path(f"{ONE}near/<int:number>/", others.answer, name="answer"),
    path(PLANNER, planner.year, name="planner"),
    path(f"{PLANNER}year.ics", planner.year_ics, name="planner_ics"),
    path(f"{PLANNER}export.<slug:form>", planner.year_export, name="planner_export"),
    path(CLOCKS, planner.clock_page, name="clocks"),
    path(f"{CLOCKS}export.<slug:form>", planner.clock_export, name="clocks_export"),
    path(f"{CLOCKS}<str:code>/<slug:clock>/suspend/", planner.suspend, name="suspend"),
    path(f"{CLOCKS}suspensions/<int:pk>/end/", planner.resume, name="clock_resume"),
    path(OUTSIDE, partner.visits, name="partner_list"),
    path(f"{OUTSIDE}export.<slug:form>", partner.visits_export, name="partner_export"),
    path(f"{OUTSIDE}tell/", partner.tell, name="partner_tell"),
    path(f"{OUTSIDE}<int:pk>/", partner.visit, name="partner_visit"),
    path(f"{OUTSIDE}<int:pk>/answer/", partner.reply, name="partner_reply"),
    path(f"{OUTSIDE}<int:pk>/near/<int:number>/", partner.answer, name="partner_answer"),
    path(f"{OUTSIDE}others/<int:pk>/", partner.other, name="partner_other"),
    path(f"{OUTSIDE}others/<int:pk>/change/", partner.change, name="partner_other_change"),
    path(f"{OUTSIDE}others/<int:pk>/withdraw/", partner.withdraw, name="partner_other_withdraw"),
]
