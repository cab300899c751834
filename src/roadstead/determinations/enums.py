"""What a case is about, what it rests on, and how it stands, in words."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from roadstead.core.determination import Origin


class Level(models.TextChoices):
    """What is judged: since 2010 the statute speaks of a port or facility throughout (46 USC 70108, 70110)."""

    COUNTRY = "country", _("the country")
    PORT = "port", _("one port")
    FACILITY = "facility", _("one facility")


class Rests(models.TextChoices):
    """What a determination rests on; the values are those of `core.determination.Origin`."""

    VISIT = Origin.VISIT.value, _("a visit (46 USC 70108(b))")
    NO_VISIT = Origin.NO_VISIT.value, _("no visit (46 USC 70108(e))")
    THIRD_PARTY = Origin.THIRD_PARTY.value, _("a recognised third party (46 USC 70108(f))")
    STATE_SPONSOR = Origin.STATE_SPONSOR.value, _("a state sponsor of terrorism, deemed (46 USC 70108(g))")


class Effect(models.TextChoices):
    """What the decision does to the advisory."""

    LIST = "list", _("put on the list")
    DELIST = "delist", _("take off the list")
    EXCEPT = "except", _("except facilities")
    WITHDRAW = "withdraw", _("withdraw exceptions")

    @property
    def lists(self) -> bool:
        """Whether the steps and the wait of the law before conditions begin are asked."""
        return self is Effect.LIST

    @property
    def of_facilities(self) -> bool:
        return self in (Effect.EXCEPT, Effect.WITHDRAW)


class CaseState(models.TextChoices):
    """How a case stands. What it decided is only in force once an edition carries it."""

    OPEN = "open", _("open")
    SIGNED = "signed", _("signed")
    PUBLISHED = "published", _("published")
    DROPPED = "dropped", _("dropped")

    @property
    def ended(self) -> bool:
        return self in (CaseState.PUBLISHED, CaseState.DROPPED)


class Part(models.TextChoices):
    """Four eyes, and two more: three people, each for their part, in this order."""

    PROPOSER = "proposer", _("proposes")
    REVIEWER = "reviewer", _("reviews")
    SIGNER = "signer", _("signs")


class Recipient(models.TextChoices):
    """For whom an edition of the evidence packet is; what each leaves out stands in `determinations.packet`."""

    PROGRAMME = "programme", _("the programme")
    STATE = "state", _("the Department of State")
    HOST = "host", _("the host government")
    PUBLIC = "public", _("the public")
