"""Choices of what was said and promised, and with whom."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class InteractionKind(TextChoices):
    """How the programme and others dealt with each other."""

    MEETING = "meeting", _("meeting")
    CALL = "call", _("call")
    LETTER = "letter", _("letter")
    EMAIL = "email", _("e-mail")
    EVENT = "event", _("event")
    OTHER = "other", _("other")


class InteractionState(TextChoices):
    """How far it is written. What was taken back stays, with its reason, and is counted nowhere."""

    DRAFT = "draft", _("draft")
    COMPLETE = "complete", _("complete")
    DISCARDED = "discarded", _("taken back")


class Origin(TextChoices):
    """How it came into the programme."""

    TYPED = "typed", _("typed")
    ICS = "ics", _("calendar invitation")
    EML = "eml", _("e-mail message")


class Side(TextChoices):
    """Who promised."""

    OURS = "ours", _("the programme")
    THEIRS = "theirs", _("the other side")


class Topic(TextChoices):
    """What is talked about: elements of the ISPS Code, Part A (section in brackets). Other words are free."""

    DUTIES = "isps-duties", _("security duties (A/14.2.1)")
    ACCESS = "isps-access", _("access to the port facility (A/14.2.2)")
    MONITORING = "isps-monitoring", _("monitoring of the port facility (A/14.2.3)")
    RESTRICTED = "isps-restricted", _("restricted areas (A/14.2.4)")
    CARGO = "isps-cargo", _("handling of cargo (A/14.2.5)")
    STORES = "isps-stores", _("ship’s stores (A/14.2.6)")
    COMMUNICATION = "isps-communication", _("security communication (A/14.2.7)")
    DOS = "isps-dos", _("Declaration of Security (A/5)")
    PFSA = "isps-pfsa", _("port facility security assessment (A/15)")
    PFSP = "isps-pfsp", _("port facility security plan (A/16)")
    PFSO = "isps-pfso", _("port facility security officer (A/17)")
    TRAINING = "isps-training", _("training, drills and exercises (A/18)")


def topic_word(topic: str) -> str:
    """A topic in words: an element of the Code, or the free word that it is."""
    return str(Topic(topic).label) if topic in Topic.values else topic
