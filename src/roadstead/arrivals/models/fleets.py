"""Fleets: which ships a company says are its own."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.guarded import Guarded
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer


class Ship(Guarded):
    """A ship in the fleet of a company. It is in one fleet at a time; who left stays on record.

    confirmed_at: when the watch confirmed that it is that company’s. Until then the company plans with it and keeps
    logs, and reads nothing that others sent of it.
    """

    company = models.CharField(_("company"), max_length=200)
    imo = models.CharField(_("IMO number"), max_length=7)
    name = models.CharField(_("name"), max_length=200, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    left_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta(Guarded.Meta):
        ordering = ["name", "imo", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["imo"],
                condition=Q(left_at__isnull=True),
                name="arrivals_ship_one_fleet",
                violation_error_message=_("This ship is in a fleet already."),
            ),
            models.CheckConstraint(
                name="arrivals_ship_imo",
                condition=Q(imo__length=7),
                violation_error_message=_("An IMO number has seven digits."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.imo

    @classmethod
    def visible(cls, viewer: Viewer) -> Q:
        """The programme reads all fleets; a company its own."""
        if viewer.holds(Permission.READ_PROGRAMME):
            return Q()
        own = viewer.reach(Permission.READ_OWN_ARRIVALS, ScopeKind.COMPANY)
        return Q() if own is None else Q(company__in=own - {""})
