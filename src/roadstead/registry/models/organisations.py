"""Authorities, embassies, operators and other organisations."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.access.marks import Marked
from roadstead.common.fields import SearchKeyField
from roadstead.registry.enums import OrganisationKind
from roadstead.registry.models.parts import Sourced, latitude, longitude


class Organisation(Sourced, Marked):
    """An organisation with a part in port security. `duties` says which."""

    kind = models.CharField(_("kind"), max_length=25, choices=OrganisationKind.choices)
    name = models.CharField(_("name"), max_length=200)
    local_name = models.CharField(_("name in its own language"), max_length=200, blank=True)
    folded = SearchKeyField(max_length=80)
    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    duties = models.TextField(_("duties in port security"), blank=True, max_length=2_000)
    place = models.CharField(_("place"), max_length=120, blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    website = models.URLField(_("website"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=5, null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)
    retired_at = models.DateTimeField(_("no longer there since"), null=True, blank=True)

    class Meta(Marked.Meta):
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["country", "kind", "name"], name="registry_organisation_country"),
            models.Index(fields=["folded"], name="registry_organisation_folded"),
        ]
        constraints = [
            *Marked.Meta.constraints,
            models.CheckConstraint(
                name="registry_organisation_name",
                condition=~Q(name=""),
                violation_error_message=_("Give the organisation a name."),
            ),
            latitude("organisation"),
            longitude("organisation"),
        ]

    def __str__(self) -> str:
        return str(self.name)
