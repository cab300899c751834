"""What ship operators do: fleets, logs of measures, reports. Nothing of it names a person beside who did it."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.audit.events import EventData, Told, event


@event("arrivals.ship_added", gettext_lazy("Ship added to a fleet"))
@dataclass(frozen=True, kw_only=True)
class ShipAdded(EventData):
    """A company says that a ship is its own."""

    imo: str
    company: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} added {} to the fleet of {}"), told.actor, told.subject, self.company)


@event("arrivals.ship_left", gettext_lazy("Ship left a fleet"))
@dataclass(frozen=True, kw_only=True)
class ShipLeft(EventData):
    """A ship is in a company's fleet no longer. turned_down: the watch said that it is not that company's."""

    imo: str
    company: str
    turned_down: bool = False

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} took {} from the fleet of {}"), told.actor, told.subject, self.company)


@event("arrivals.ship_confirmed", gettext_lazy("Ship of a fleet confirmed"))
@dataclass(frozen=True, kw_only=True)
class ShipConfirmed(EventData):
    """The watch confirmed whose ship it is; so many arrivals are shown to that company from now on."""

    imo: str
    company: str
    arrivals: int

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} confirmed that {} is a ship of {}"), told.actor, told.subject, self.company)


@event("arrivals.log_begun", gettext_lazy("Log of measures begun"))
@dataclass(frozen=True, kw_only=True)
class LogBegun(EventData):
    """A log of measures was begun for a call."""

    imo: str
    port: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("{} began the log of measures {}"), told.actor, told.subject)


@event("arrivals.log_kept", gettext_lazy("Log of measures kept"))
@dataclass(frozen=True, kw_only=True)
class LogKept(EventData):
    """Entries were added to a log. head: the digest of the last."""

    kinds: list[str]
    number: int
    head: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} wrote entries into {}, which has {} now")
        return format_html(said, told.actor, told.subject, self.number)


@event("arrivals.measures_reported", gettext_lazy("Measures reported"))
@dataclass(frozen=True, kw_only=True)
class MeasuresReported(EventData):
    """Measures were reported to the Captain of the Port. receipt: the digest of the file that the ship was given."""

    number: int
    head: str
    met: list[str]
    receipt: str

    def sentence(self, told: Told) -> SafeString:
        words = ", ".join(self.met) or _("none")
        return format_html(_("{} reported measures from {}; met: {}"), told.actor, told.subject, words)


@event("arrivals.measures_applied", gettext_lazy("Measures judged"))
@dataclass(frozen=True, kw_only=True)
class MeasuresApplied(EventData):
    """Reported measures went into what is judged of an arrival."""

    version: int
    place: int
    outcome: str

    def sentence(self, told: Told) -> SafeString:
        said = _("{} brought reported measures into {}, call {}")
        return format_html(said, told.actor, told.subject, self.place + 1)
