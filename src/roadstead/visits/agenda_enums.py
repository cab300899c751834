"""What an agenda is made of, and who has a say in it, in words."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from roadstead.visits.enums import VisitKind


class Block(models.TextChoices):
    """The parts of an agenda: the three usual ones of a visit, and those of a reciprocal visit (the public FAQ)."""

    GOVERNMENT = "government", _("Government engagement")
    HEADQUARTERS = "hq", _("Headquarters days")
    FIELD = "field", _("Field unit days")
    PORTS = "ports", _("Port visits")
    CULTURE = "culture", _("Culture of the host")
    EMBASSY = "embassy", _("Embassy")

    @classmethod
    def of(cls, kind: str) -> tuple["Block", ...]:
        """The parts of a visit of some kind, in their order."""
        return RECIPROCAL if kind == VisitKind.RECIPROCAL else USUAL

    @classmethod
    def choices_of(cls, kind: str) -> list[tuple[str, object]]:
        """The same as a form offers them."""
        return [(one.value, one.label) for one in cls.of(kind)]


USUAL: tuple[Block, ...] = (Block.GOVERNMENT, Block.PORTS, Block.EMBASSY)
RECIPROCAL: tuple[Block, ...] = (Block.HEADQUARTERS, Block.FIELD, Block.PORTS, Block.CULTURE, Block.EMBASSY)


class Side(models.TextChoices):
    """The two who agree."""

    PROGRAMME = "programme", _("the programme")
    HOST = "host", _("the host")

    @property
    def other(self) -> "Side":
        return Side.HOST if self is Side.PROGRAMME else Side.PROGRAMME


class Use(models.TextChoices):
    """What was done with a link."""

    OPENED = "opened", _("opened the link")
    SAID_WHO = "said_who", _("said who they are")
    READ = "read", _("read the agenda")
    TOOK = "took", _("took a copy away")
    WROTE = "wrote", _("changed the agenda")
    ACCEPTED = "accepted", _("accepted items")
    AGREED = "agreed", _("agreed the whole agenda")
    REFUSED = "refused", _("was refused: the link was not good any more")
