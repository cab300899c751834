"""What can happen to an interaction, and how it is told. Its subject and summary stand in no event, nor any name."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event

LABELS = {
    "kind": gettext_lazy("kind"),
    "held_on": gettext_lazy("day"),
    "held_at": gettext_lazy("time"),
    "zone": gettext_lazy("time zone"),
    "place": gettext_lazy("place"),
    "subject": gettext_lazy("subject"),
    "summary": gettext_lazy("what was said"),
    "topics": gettext_lazy("topics"),
    "countries": gettext_lazy("countries"),
    "contacts": gettext_lazy("people"),
    "officers": gettext_lazy("officers"),
    "organisations": gettext_lazy("organisations"),
}


@event("engagement.interaction_written", gettext_lazy("Interaction written"))
@dataclass(frozen=True, kw_only=True)
class InteractionWritten(EventData):
    """An interaction was written. origin: typed, ics, eml."""

    kind: str
    origin: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} wrote {}") if self.origin == "typed" else _("{} brought {} in from a file")
        return format_html(said, told.actor, told.subject)


@event("engagement.interaction_changed", gettext_lazy("Interaction changed"))
@dataclass(frozen=True, kw_only=True)
class InteractionChanged(EventData):
    """An interaction was changed."""

    fields: list[str]
    revision: int

    def sentence(self, told: Told) -> SafeString:
        changed = ", ".join(str(LABELS.get(one, one)) for one in self.fields)
        return format_html(_("{} changed {} ({}), now revision {}"), told.actor, told.subject, changed, self.revision)


@event("engagement.interaction_completed", gettext_lazy("Interaction completed"))
@dataclass(frozen=True, kw_only=True)
class InteractionCompleted(EventData):
    """A draft is complete: it counts as contact from now on."""

    held_on: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} completed {}"), told.actor, told.subject)


@event("engagement.interaction_discarded", gettext_lazy("Interaction taken back"))
@dataclass(frozen=True, kw_only=True)
class InteractionDiscarded(EventData):
    """An interaction was written by mistake."""

    why: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} took {} back: {}"), told.actor, told.subject, self.why)


@event("engagement.invitation_updated", gettext_lazy("Invitation updated"))
@dataclass(frozen=True, kw_only=True)
class InvitationUpdated(EventData):
    """A newer version of an invitation came in. fields: what it changed here; open: what it says otherwise."""

    sequence: int
    fields: list[str]
    open: list[str]
    cancelled: bool

    def sentence(self, told: Told) -> SafeString:
        if self.cancelled:
            return format_html(_("{} brought in that the organiser cancelled {}"), told.actor, told.subject)
        changed = ", ".join(str(LABELS.get(one, one)) for one in self.fields) or _("nothing")
        return format_html(
            _("{} brought a newer invitation in to {}; it changed: {}"), told.actor, told.subject, changed
        )


@event("engagement.invitation_settled", gettext_lazy("Newer invitation looked at"))
@dataclass(frozen=True, kw_only=True)
class InvitationSettled(EventData):
    """Somebody took over what a newer invitation says otherwise, or left the record as it is."""

    fields: list[str]
    taken: bool

    def sentence(self, told: Told) -> SafeString:
        said = _("{} took over into {} what its invitation says ({})")
        said = said if self.taken else _("{} left {} as it is, though its invitation says otherwise ({})")
        fields = ", ".join(str(LABELS.get(one, one)) for one in self.fields) or _("cancelled")
        return format_html(said, told.actor, told.subject, fields)


@event("engagement.digest_sent", gettext_lazy("Reminders sent"))
@dataclass(frozen=True, kw_only=True)
class DigestSentOut(EventData):
    """Somebody was sent the reminders of a day; the subject is that person."""

    changes = False
    on: str
    items: int

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} sent {} the {} reminders of {}"), told.actor, told.subject, self.items, self.on)
