"""What belongs to a country: its languages, time zones and the bodies it is a member of."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from roadstead.registry.models.parts import Sourced, in_order


class CountryLanguage(Sourced):
    """A language of a country."""

    country = models.ForeignKey("registry.Country", on_delete=models.CASCADE, related_name="languages")
    code = models.CharField(max_length=15)
    name = models.CharField(max_length=80)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "code"],
                name="registry_country_language_once",
                violation_error_message=_("The country already has this language."),
            )
        ]

    def __str__(self) -> str:
        return str(self.name)


class CountryTimezone(Sourced):
    """A time zone of a country, by its name in the IANA database: Africa/Lagos."""

    country = models.ForeignKey("registry.Country", on_delete=models.CASCADE, related_name="timezones")
    name = models.CharField(max_length=60)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "name"],
                name="registry_country_timezone_once",
                violation_error_message=_("The country already has this time zone."),
            )
        ]

    def __str__(self) -> str:
        return str(self.name)


class Grouping(Sourced):
    """A body that countries are members of: APEC, OAS, EU, SPC, IMO.

    members_known: whether its members are loaded; where not, who is no member is not known either.
    """

    code = models.CharField(primary_key=True, max_length=10)
    name = models.CharField(max_length=120)
    note = models.CharField(max_length=300, blank=True)
    members_known = models.BooleanField(default=True)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return str(self.code)


class Membership(Sourced):
    """A country in a grouping, from when until the day it left; a beginning that is not known is left open."""

    grouping = models.ForeignKey(Grouping, on_delete=models.PROTECT, related_name="memberships")
    country = models.ForeignKey("registry.Country", on_delete=models.PROTECT, related_name="memberships")
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["grouping", "country"]
        constraints = [
            models.UniqueConstraint(
                fields=["grouping", "country", "since"],
                nulls_distinct=False,
                name="registry_membership_once",
                violation_error_message=_("The country already is a member since this day."),
            ),
            in_order("registry_membership_order", "since", "until"),
        ]

    def __str__(self) -> str:
        return f"{self.country_id} in {self.grouping_id}"
