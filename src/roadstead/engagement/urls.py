"""Addresses of the programme's dealings with its partners."""

from django.urls import path

from roadstead.engagement.views import (
    attaching,
    desk,
    marking,
    partner,
    people,
    people_importing,
    people_joining,
    people_keeping,
    people_parts,
    people_writing,
    preview,
    public,
    writing,
)

app_name = "engagement"
DESK, ONE = "desk/information/", "desk/information/<int:pk>/"
PEOPLE, PERSON = "desk/people/", "desk/people/<int:pk>/"
urlpatterns = [
    path(PEOPLE, people.people, name="people"),
    path(f"{PEOPLE}export.<slug:form>", people.export, name="people_export"),
    path(f"{PEOPLE}new/", people_writing.new, name="person_new"),
    path(f"{PEOPLE}duplicates/", people_joining.duplicates, name="people_duplicates"),
    path(f"{PEOPLE}import/", people_importing.new, name="people_import_new"),
    path(f"{PEOPLE}import/<int:pk>/", people_importing.detail, name="people_import"),
    path(f"{PEOPLE}import/<int:pk>/left-out.csv", people_importing.report, name="people_import_report"),
    path(f"{PEOPLE}import/<int:pk>/end/", people_importing.end, name="people_import_end"),
    path(PERSON, people.detail, name="person"),
    path(f"{PERSON}card.vcf", people.card, name="person_card"),
    path(f"{PERSON}change/", people_writing.change, name="person_change"),
    path(f"{PERSON}retire/", people_writing.retire, name="person_retire"),
    path(f"{PERSON}mark/", people_keeping.mark, name="person_mark"),
    path(f"{PERSON}forget/", people_keeping.forget, name="person_forget"),
    path(f"{PERSON}files/", people_keeping.attach, name="person_attach"),
    path(f"{PERSON}files/<int:number>/", people_keeping.detach, name="person_detach"),
    path(f"{PERSON}parts/new/", people_parts.add, name="person_part"),
    path(f"{PERSON}parts/<int:number>/end/", people_parts.end, name="person_part_end"),
    path(f"{PERSON}parts/<int:number>/remove/", people_parts.remove, name="person_part_remove"),
    path(f"{PERSON}join/<int:other>/", people_joining.join, name="person_join"),
    path(f"{PERSON}joined/<int:number>/", people_joining.part, name="person_unjoin"),
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
