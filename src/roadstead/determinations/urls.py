"""Addresses of the cases of countries."""

from django.urls import path

from roadstead.determinations.views import dating, packets, reading, transition, writing

app_name = "determinations"
LIST, ONE = "desk/cases/", "desk/cases/<int:pk>/"
PACKET = f"{ONE}packets/<int:number>/<slug:recipient>/"
urlpatterns = [
    path(LIST, reading.case_list, name="list"),
    path(f"{LIST}export.<slug:form>", reading.case_export, name="export"),
    path(f"{LIST}new/", writing.new, name="new"),
    path(ONE, reading.case, name="case"),
    path(f"{ONE}change/", writing.change, name="change"),
    path(f"{ONE}drop/", writing.drop, name="drop"),
    path(f"{ONE}steps/<slug:step>/", dating.day, name="day"),
    path(f"{ONE}steps/<slug:step>/leave-out/", dating.leave, name="leave"),
    path(f"{ONE}clock/stop/", dating.stop_clock, name="stop"),
    path(f"{ONE}clock/start/", dating.start_clock, name="start"),
    path(f"{ONE}sources/new/", writing.give_source, name="source_new"),
    path(f"{ONE}sources/observations/", writing.offered, name="offered"),
    path(f"{ONE}sources/observations/<int:key>/", writing.take_observation, name="take_observation"),
    path(f"{ONE}sources/assessments/<int:key>/", writing.take_assessment, name="take_assessment"),
    path(f"{ONE}sources/<int:number>/take-out/", writing.put_out, name="put_out"),
    path(f"{ONE}ships/", transition.count, name="count"),
    path(f"{ONE}ships/uncounted/", transition.uncounted, name="uncounted"),
    path(f"{ONE}transition/new/", transition.tell, name="tell"),
    path(f"{ONE}transition/<int:number>/take-out/", transition.untell, name="untell"),
    path(f"{ONE}transition/<int:number>/done/", transition.told, name="told"),
    path(PACKET, packets.packet, name="packet"),
    path(f"{PACKET}packet.json", packets.packet_json, name="packet_json"),
    path(f"{PACKET}packet.pdf", packets.packet_pdf, name="packet_pdf"),
    path(f"{ONE}sign/<slug:part>/", dating.sign, name="sign"),
    path(f"{ONE}take-back/", dating.take_back, name="take_back"),
]
