"""Addresses of the programme's dealings with its partners."""

from django.urls import path

from roadstead.engagement.views import attaching, desk, marking, partner, preview, public, writing

app_name = "engagement"
DESK, ONE = "desk/information/", "desk/information/<int:pk>/"
urlpatterns = [
    path(DESK, desk.information_list, name="desk_information_list"),
    path(f"{DESK}export.<slug:form>", desk.information_export, name="desk_information_export"),
    path(f"{DESK}new/", writing.new, name="desk_information_new"),
    path(ONE, desk.information, name="desk_information"),
    path(f"{ONE}change/", writing.change, name="desk_information_change"),
    path(f"{ONE}mark/", marking.mark, name="desk_information_mark"),
    path(f"{ONE}withdraw/", marking.withdraw, name="desk_information_withdraw"),
    path(f"{ONE}as/", preview.see_as, name="desk_information_as"),
    path(f"{ONE}files/", attaching.attach, name="desk_information_attach"),
    path(f"{ONE}files/<int:number>/", attaching.remove, name="desk_information_remove_file"),
    path("partner/information/", partner.information_list, name="partner_information_list"),
    path("partner/information/export.<slug:form>", partner.information_export, name="partner_information_export"),
    path("partner/information/<int:pk>/", partner.information, name="partner_information"),
    path("information/", public.information_list, name="public_information_list"),
    path("information/export.<slug:form>", public.information_export, name="public_information_export"),
    path("information/<int:pk>/", public.information, name="public_information"),
    path("information.atom", public.feed, name="public_information_feed"),
]
