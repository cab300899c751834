"""What an agenda is made of, and who has a say in it, in words."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Block(models.TextChoices):
    """The three usual parts of a visit (the programme's public FAQ)."""

    GOVERNMENT = "government", _("Government engagement")
    PORTS = "ports", _("Port visits")
    EMBASSY = "embassy", _("Embassy")


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
