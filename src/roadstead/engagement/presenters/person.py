"""One person as the desk shows it."""

from typing import Any

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.enums import Consent
from roadstead.engagement.models import Contact
from roadstead.engagement.presenters.people import languages, name_of_person, parts, points
from roadstead.engagement.queries.mergers import mergers_of
from roadstead.files import presenters as files
from roadstead.registry.presenters.marked import mark_shown
from roadstead.registry.reach import may_reach, reach_of


def detail(contact: Contact, viewer: Viewer) -> dict[str, Any]:
    """What the page of a person wants."""
    keeps = viewer.may(Permission.KEEP_CONTACTS) and may_reach(viewer, reach_of(contact))
    keeps = keeps and contact.forgotten_at is None
    refused = contact.consent == Consent.REFUSED
    return {
        "record": contact,
        "name": name_of_person(contact),
        "mark": mark_shown(contact, viewer, keeps=keeps),
        "parts": parts(contact, viewer),
        "emails": points(contact, "email"),
        "phones": points(contact, "phone"),
        "languages": languages(contact),
        "attachments": files.rows(contact, viewer),
        "mergers": list(mergers_of(contact)),
        "keeps": keeps,
        "refused": refused,
        "may_forget": keeps and refused and viewer.may(Permission.FORGET_CONTACTS),
    }
