"""Addresses of editions in draft."""

from django.urls import path

from roadstead.advisories.drafting.views import drafts, previewing

app_name = "drafting"
LIST, ONE = "desk/editions/", "desk/editions/<int:pk>/"
urlpatterns = [
    path(LIST, drafts.draft_list, name="list"),
    path(f"{LIST}new/", drafts.begin, name="begin"),
    path(ONE, drafts.draft, name="draft"),
    path(f"{ONE}preview/", previewing.preview, name="preview"),
    path(f"{ONE}change/", drafts.change, name="change"),
    path(f"{ONE}drop/", drafts.drop, name="drop"),
    path(f"{ONE}publish/", drafts.publish, name="publish"),
]
