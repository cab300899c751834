"""What can happen to an organisation, and how it is told. What is written about it stands in no event."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event

LABELS = {
    "kind": gettext_lazy("kind"),
    "name": gettext_lazy("name"),
    "local_name": gettext_lazy("name in its own language"),
    "country": gettext_lazy("country"),
    "parent": gettext_lazy("part of"),
    "duties": gettext_lazy("duties"),
    "place": gettext_lazy("place"),
    "address": gettext_lazy("address"),
    "website": gettext_lazy("website"),
    "phone": gettext_lazy("telephone"),
    "email": gettext_lazy("e-mail address"),
    "source": gettext_lazy("source"),
    "as_of": gettext_lazy("day of the source"),
}


@event("registry.organisation_written", gettext_lazy("Organisation written"))
@dataclass(frozen=True, kw_only=True)
class OrganisationWritten(EventData):
    """An organisation was entered in the register."""

    kind: str
    country: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} entered {} in the register"), told.actor, told.subject)


@event("registry.organisation_changed", gettext_lazy("Organisation changed"))
@dataclass(frozen=True, kw_only=True)
class OrganisationChanged(EventData):
    """What is written about an organisation was changed."""

    fields: list[str]
    revision: int

    def sentence(self, told: Told) -> SafeString:
        changed = ", ".join(str(LABELS.get(one, one)) for one in self.fields)
        return format_html(_("{} changed {} ({}), now revision {}"), told.actor, told.subject, changed, self.revision)


@event("registry.organisation_retired", gettext_lazy("Organisation no longer there"))
@dataclass(frozen=True, kw_only=True)
class OrganisationRetired(EventData):
    """An organisation is no longer there; its entry stays."""

    why: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} said that {} is no longer there: {}"), told.actor, told.subject, self.why)
