"""What can happen to the address book as a whole: two entries joined, files read in and taken out."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event


@event("engagement.contacts_merged", gettext_lazy("Two entries of a person joined"))
@dataclass(frozen=True, kw_only=True)
class ContactsMerged(EventData):
    """Two entries were found to be one person; so many addresses and numbers, parts and files followed."""

    merger: int
    merged: int
    points: int
    positions: int
    files: int
    why: str
    interactions: int = 0
    commitments: int = 0

    def sentence(self, told: Told) -> SafeString:
        said = _("{} joined another entry into {} ({} addresses, {} parts and {} files followed): {}")
        counts = (self.points, self.positions, self.files)
        return format_html(said, told.actor, told.subject, *counts, self.why)


@event("engagement.contacts_parted", gettext_lazy("Two entries parted again"))
@dataclass(frozen=True, kw_only=True)
class ContactsParted(EventData):
    """A joining was undone."""

    merger: int
    other: int

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} parted {} again from the entry it was joined with"), told.actor, told.subject)


@event("engagement.contacts_told_apart", gettext_lazy("Two entries are two people"))
@dataclass(frozen=True, kw_only=True)
class ContactsToldApart(EventData):
    """Somebody looked at two entries that are alike: they are two people."""

    other: int
    why: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} found that {} and another entry like it are two people: {}")
        return format_html(said, told.actor, told.subject, self.why)


@event("engagement.contacts_read", gettext_lazy("Address book read"))
@dataclass(frozen=True, kw_only=True)
class ContactsRead(EventData):
    """A file of people was read; nothing of it was taken over yet."""

    rows: int
    rejected: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} read an address book of {} entries, {} of which cannot be taken over ({})")
        return format_html(said, told.actor, self.rows, self.rejected, told.subject)


@event("engagement.contacts_imported", gettext_lazy("Address book taken over"))
@dataclass(frozen=True, kw_only=True)
class ContactsImported(EventData):
    """The good entries of a file were taken over."""

    new: int
    changed: int
    same: int
    rejected: int

    def sentence(self, told: Told) -> SafeString:
        said = _("{} took an address book over: {} new, {} changed, {} as they were, {} left out ({})")
        return format_html(said, told.actor, self.new, self.changed, self.same, self.rejected, told.subject)


@event("engagement.contacts_discarded", gettext_lazy("Address book discarded"))
@dataclass(frozen=True, kw_only=True)
class ContactsDiscarded(EventData):
    """A file that was read is not taken over."""

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} discarded an address book ({})"), told.actor, told.subject)


@event("engagement.contacts_exported", gettext_lazy("People taken out as a file"))
@dataclass(frozen=True, kw_only=True)
class ContactsExported(EventData):
    """People were taken out as a file; its subject is who took it."""

    changes = False
    form: str
    people: int

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} took {} people out as a {} file"), told.actor, self.people, self.form)
