"""Addresses of the agenda: the same work at the desk, to partners, and by a link."""

from django.urls import path

from roadstead.visits.views import agenda_agreeing as agreeing
from roadstead.visits.views import agenda_by_link, agenda_desk, agenda_pages, agenda_speaking
from roadstead.visits.views import agenda_writing as writing
from roadstead.visits.views.agenda_by_link import by_link
from roadstead.visits.views.agenda_sitting import FORM, READ, SEND, at_desk, at_partner

DESK, PARTNER = "desk/visits/<int:pk>/agenda/", "partner/visits/<int:pk>/agenda/"
LINK = "agenda/of/<int:number>/"
ITEM = "items/<int:item>/"
WORK = (
    ("items/new/", writing.new, FORM),
    (ITEM, writing.change, FORM),
    (f"{ITEM}withdraw/", writing.withdraw, SEND),
    ("accept/", agreeing.accept, SEND),
    ("agree/", agreeing.agree, SEND),
    ("seen/", agreeing.seen, SEND),
    ("versions/", agenda_pages.versions, READ),
    ("print/", agenda_pages.printed, READ),
    ("agenda.pdf", agenda_pages.pdf, READ),
    ("agenda.ics", agenda_pages.calendar, READ),
)
patterns = [
    path(DESK, at_desk(agenda_desk.page, begun=False), name="agenda_desk"),
    path(f"{DESK}begin/", at_desk(agenda_desk.begin, SEND, begun=False)),
    path(f"{DESK}links/", at_desk(agenda_desk.links, FORM), name="agenda_links"),
    path(f"{DESK}links/<int:link>/revoke/", at_desk(agenda_desk.revoke, SEND)),
    path(PARTNER, at_partner(agenda_pages.page), name="agenda_partner"),
    path(LINK, by_link(agenda_pages.page), name="agenda_link"),
    path(f"{LINK}who/", agenda_by_link.who, name="agenda_who"),
    path(f"{LINK}language/", by_link(agenda_speaking.choose, SEND, named=False)),
    path(f"{PARTNER}language/", at_partner(agenda_speaking.choose, SEND)),
    *(path(f"{DESK}{tail}", at_desk(work, methods)) for tail, work, methods in WORK),
    *(path(f"{PARTNER}{tail}", at_partner(work, methods)) for tail, work, methods in WORK),
    *(path(f"{LINK}{tail}", by_link(work, methods)) for tail, work, methods in WORK),
    path("agenda/<str:secret>/", agenda_by_link.open_link, name="agenda_open"),
]
