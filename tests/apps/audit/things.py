"""Small actions and events of the tests' own."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from roadstead.accounts.models import User
from roadstead.audit.actions import action, record, unchanged
from roadstead.audit.events import TYPES, EventData, Told, personal
from roadstead.audit.models import Event
from roadstead.common.access.viewer import Viewer
from roadstead.core import proof


@dataclass(frozen=True, kw_only=True)
class Renamed(EventData):
    """A person's organisation was written down."""

    organisation: str
    nickname: str = personal(default="")

    def sentence(self, told: Told) -> SafeString:
        return format_html("{} wrote {} for {} ({})", told.actor, self.organisation, told.subject, self.nickname)


Renamed.type, Renamed.title = "tests.renamed", "Renamed"


@action
def rename(*, person: User, to: str, by: Viewer, nickname: str = "", about: int | None = None) -> None:
    """Write an organisation down, and say so."""
    person.organisation = to
    person.save(update_fields=["organisation"])
    record(Renamed(organisation=to, nickname=nickname), subject=person, by=by, about=about)


@action
def rename_silently(*, person: User, to: str, by: Viewer) -> None:
    """Write without saying so."""
    person.organisation = to
    person.save(update_fields=["organisation"])


@action
def do_nothing(*, by: Viewer) -> None:
    """Find nothing to do."""
    unchanged()


def known() -> None:
    """Make the type of event known, as an app's events are."""
    TYPES[Renamed.type] = Renamed


def events() -> list[Event]:
    """Everything that was done, in its order."""
    return list(Event.objects.for_the_system("tests look at everything").order_by("number"))


def check() -> proof.Checked:
    """Follow the chain of the database."""
    return proof.check(one.link() for one in events())
