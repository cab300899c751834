"""Addresses of reciprocal visits at the desk."""

from django.urls import path

from roadstead.hosting.views import after, arranging, asking, desk, hosts, units

AT = "desk/hosting/"
ONE, UNITS = f"{AT}<int:pk>/", f"{AT}units/"
UNIT = f"{UNITS}<int:pk>/"
patterns = [
    path(AT, desk.request_list, name="list"),
    path(f"{AT}export.<slug:form>", desk.request_export, name="export"),
    path(f"{AT}new/", asking.new, name="new"),
    path(f"{AT}invite/", asking.invite, name="invite"),
    path(f"{AT}past/", asking.enter_past, name="past"),
    path(f"{AT}numbers/", desk.number_page, name="numbers"),
    path(f"{AT}numbers/export.<slug:form>", desk.number_export, name="numbers_export"),
    path(f"{AT}never/", desk.never, name="never"),
    path(f"{AT}never/export.<slug:form>", desk.never_export, name="never_export"),
    path(f"{AT}links/", asking.link_list, name="links"),
    path(f"{AT}links/<int:number>/revoke/", asking.revoke, name="link_revoke"),
    path(UNITS, units.unit_list, name="units"),
    path(f"{UNITS}export.<slug:form>", units.unit_export, name="units_export"),
    path(f"{UNITS}new/", units.new, name="unit_new"),
    path(UNIT, units.unit, name="unit"),
    path(f"{UNIT}change/", units.change, name="unit_change"),
    path(f"{UNIT}busy/", units.busy, name="unit_busy"),
    path(f"{UNIT}busy/<int:number>/free/", units.free, name="unit_free"),
    path(f"{UNIT}retire/", units.retire, name="unit_retire"),
    path(ONE, desk.one, name="one"),
    path(f"{ONE}change/", asking.change, name="change"),
    path(f"{ONE}hosts/", hosts.hosts, name="hosts"),
    path(f"{ONE}hosts/<slug:code>/", hosts.choose, name="choose"),
    path(f"{ONE}offers/<int:number>/", hosts.answer, name="answer"),
    path(f"{ONE}programme/", hosts.programme, name="programme"),
    path(f"{ONE}moves/<slug:what>/", hosts.step, name="step"),
    path(f"{ONE}steps/new/", arranging.new_step, name="step_new"),
    path(f"{ONE}steps/<int:number>/", arranging.end_step, name="step_end"),
    path(f"{ONE}interpreters/new/", arranging.interpreter, name="interpreter_new"),
    path(f"{ONE}interpreters/<int:number>/", arranging.interpreter, name="interpreter"),
    path(f"{ONE}costs/new/", arranging.cost, name="cost"),
    path(f"{ONE}delegation/", arranging.delegation, name="delegation"),
    path(f"{ONE}delegation/<int:number>/drop/", arranging.drop, name="drop"),
    path(f"{ONE}kit/", desk.kit, name="kit"),
    path(f"{ONE}feedback/<slug:side>/", after.feedback, name="feedback"),
    path(f"{ONE}take-aways/new/", after.taken, name="take_away"),
    path(f"{ONE}practice/", after.practice, name="practice"),
    path(f"{ONE}certificates/", after.certify, name="certify"),
    path(f"{ONE}certificates/<int:number>.pdf", after.certificate, name="certificate"),
]
