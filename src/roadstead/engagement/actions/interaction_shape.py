"""What an interaction is made of, checked before it is written, and who may change one."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from django.utils.translation import gettext as _

from roadstead.accounts import zones
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.interaction_enums import InteractionKind, InteractionState
from roadstead.engagement.models import LONGEST_PLACE, LONGEST_SUBJECT, LONGEST_SUMMARY, Interaction
from roadstead.registry.reach import must_reach, reach_of

FIELDS = ("kind", "held_on", "held_at", "zone", "place", "subject", "summary", "topics")
MOST_TOPICS, LONGEST_TOPIC = 20, 60
EARLIEST = date(1990, 1, 1)  # before it nobody kept any; a year typed wrongly is caught


class InteractionError(ValueError):
    """What was asked cannot be done; `field` names the field that is wrong, if it is one."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class StaleInteractionError(InteractionError):
    """Somebody changed the record first; `current` is how it stands now."""

    def __init__(self, current: Interaction) -> None:
        super().__init__(_("Somebody changed this after you opened it. Nothing of yours was saved yet."))
        self.current = current


@dataclass(frozen=True, slots=True)
class InteractionSaid:
    """What somebody writes. countries: codes; contacts, officers, organisations: numbers; topics: values of Topic,
    and free words."""

    kind: InteractionKind
    held_on: date
    subject: str
    held_at: time | None = None
    zone: str = ""
    place: str = ""
    summary: str = ""
    topics: Collection[str] = ()
    countries: Collection[str] = ()
    contacts: Collection[int] = ()
    officers: Collection[int] = ()
    organisations: Collection[int] = ()

    def checked(self) -> "InteractionSaid":
        """The same without space around it. Raises InteractionError for what is missing, too long or impossible."""
        subject, place = " ".join(self.subject.split()), " ".join(self.place.split())
        summary = self.summary.replace("\r\n", "\n").strip()
        if not subject:
            raise InteractionError(_("Say what it was about."), "subject")
        for name, text, most in (
            ("subject", subject, LONGEST_SUBJECT),
            ("place", place, LONGEST_PLACE),
            ("summary", summary, LONGEST_SUMMARY),
        ):
            if len(text) > most:
                raise InteractionError(_("Write at most %(most)s characters.") % {"most": most}, name)
        if self.held_on < EARLIEST:
            raise InteractionError(_("Look at the year: that day is before 1990."), "held_on")
        if self.zone and self.zone not in zones.names():
            raise InteractionError(_("There is no such time zone. Choose one of the list."), "zone")
        if self.held_at is not None and not self.zone:
            raise InteractionError(_("Say in which time zone, or leave the time empty."), "zone")
        zone = self.zone if self.held_at is not None else ""
        topics = _topics(self.topics)
        return replace(self, subject=subject, place=place, summary=summary, zone=zone, topics=topics)


def held_for(interaction: Interaction, by: Viewer) -> Any:
    """The record, locked, for who may keep it and speak to whom its mark reaches.

    Raises PermissionDenied; DoesNotExist where it may not be read; InteractionError for one that was taken back.
    """
    by.must(Permission.KEEP_ENGAGEMENT)
    held = Interaction.objects.visible_to(by).select_for_update().get(pk=interaction.pk)
    must_reach(by, reach_of(held))
    if held.state == InteractionState.DISCARDED:
        raise InteractionError(_("This was taken back. Write anew what took place."))
    return held


def _topics(said: Collection[str]) -> list[str]:
    """Each topic once, in the order said."""
    topics = list(dict.fromkeys(word for one in said if (word := " ".join(one.split()))))
    if len(topics) > MOST_TOPICS:
        raise InteractionError(_("Name at most %(most)s topics.") % {"most": MOST_TOPICS}, "topics")
    if any(len(one) > LONGEST_TOPIC for one in topics):
        raise InteractionError(_("A topic has at most %(most)s characters.") % {"most": LONGEST_TOPIC}, "topics")
    return topics
