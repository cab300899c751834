"""Joinings of two entries, and imports of address books."""

from django.db.models import QuerySet

from roadstead.common.access.viewer import Viewer
from roadstead.engagement.models import Contact, ContactImport, ContactMerger, ToldApart


def mergers_of(contact: Contact) -> "QuerySet[ContactMerger]":
    """What was joined into an entry and was not parted again, the latest first."""
    rows = ContactMerger.objects.filter(kept=contact, reversed_at__isnull=True).stated()
    return rows.select_related("by").order_by("-at", "-pk")


def merger(pk: int, viewer: Viewer) -> ContactMerger | None:
    """A joining, for who may read both entries."""
    return ContactMerger.objects.visible_to(viewer).filter(pk=pk).first()


def told_apart(one: Contact, other: Contact, viewer: Viewer) -> ToldApart | None:
    """That two entries, in either order, were found to be two people."""
    rows = ToldApart.objects.visible_to(viewer).select_related("by")
    return rows.filter(one=min(one.pk, other.pk), other=max(one.pk, other.pk)).first()


def contact_import(pk: int, viewer: Viewer) -> ContactImport | None:
    """An import, for who read the file: nobody else is shown what it says of people."""
    return ContactImport.objects.filter(pk=pk, read_by=viewer.user_id).first() if viewer.user_id else None
