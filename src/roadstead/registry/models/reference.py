"""Countries, ports and Captain of the Port zones, as loaded from packages and authored files."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from roadstead.common.fields import SearchKeyField
from roadstead.registry.enums import (
    Coast,
    Confidence,
    CountryKind,
    NameKind,
    PortReason,
    PositionCheck,
    PositionSource,
    Standing,
)
from roadstead.registry.models.parts import latitude, longitude


class Country(models.Model):
    """A country or territory of ISO 3166-1, a code withdrawn from it, or UN/LOCODE's area outside any country."""

    code = models.CharField(_("ISO 3166-1 code"), primary_key=True, max_length=2)
    kind = models.CharField(max_length=10, choices=CountryKind.choices, default=CountryKind.COUNTRY)
    alpha3 = models.CharField(max_length=3, blank=True)
    numeric = models.CharField(max_length=3, blank=True)
    name = models.CharField(max_length=100)
    official_name = models.CharField(max_length=150, blank=True)
    region = models.CharField(_("UN M49 region"), max_length=60, blank=True)
    subregion = models.CharField(_("UN M49 subregion"), max_length=60, blank=True)
    coast = models.CharField(max_length=10, choices=Coast.choices, default=Coast.UNKNOWN)
    coastline_km = models.PositiveIntegerField(null=True, blank=True)
    coast_source = models.CharField(max_length=100, blank=True)
    capital = models.CharField(max_length=100, blank=True)
    latitude = models.DecimalField(_("latitude of the capital"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=5, null=True, blank=True)
    withdrawn = models.CharField(_("year or day the code was withdrawn"), max_length=10, blank=True)
    retired = models.BooleanField(_("no longer in the sources"), default=False)

    class Meta:
        ordering = ["name", "code"]
        verbose_name_plural = "countries"
        constraints = [
            models.CheckConstraint(
                name="registry_country_code_length",
                condition=Q(code__length=2),
                violation_error_message=_("A country code has two letters, as in KH."),
            ),
            models.CheckConstraint(
                name="registry_country_landlocked_no_coastline",
                condition=~Q(coast=Coast.LANDLOCKED) | Q(coastline_km__isnull=True) | Q(coastline_km=0),
                violation_error_message=_("A landlocked country has no coastline."),
            ),
            latitude("country"),
            longitude("country"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"


class CountryName(models.Model):
    """A name of a country in one language, or a further name in English (`language` "en")."""

    country = models.ForeignKey(Country, on_delete=models.CASCADE, related_name="names")
    language = models.CharField(max_length=3)
    name = models.CharField(max_length=150)
    folded = SearchKeyField(max_length=80)
    main = models.BooleanField(_("the name to show in this language"))

    class Meta:
        indexes = [models.Index(fields=["folded"], name="registry_country_folded")]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "language"],
                condition=Q(main=True),
                name="registry_country_name_one_main",
                violation_error_message=_("A country has one name to show in each language."),
            ),
            models.UniqueConstraint(
                fields=["country", "language", "name"],
                name="registry_country_name_once",
                violation_error_message=_("The country already has this name in this language."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.language})"


class Port(models.Model):
    """A place ships call at, under its UN/LOCODE without a space."""

    locode = SearchKeyField(_("UN/LOCODE"), primary_key=True, max_length=5)
    name = models.CharField(max_length=100)
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="ports")
    subdivision = models.CharField(_("ISO 3166-2 subdivision, without the country"), max_length=3, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=5, null=True, blank=True)
    position_source = models.CharField(max_length=10, choices=PositionSource.choices, blank=True)
    position_check = models.CharField(max_length=10, choices=PositionCheck.choices, blank=True)
    position_note = models.CharField(max_length=200, blank=True)
    status = models.CharField(_("status of the UN/LOCODE entry"), max_length=2, blank=True)
    functions = models.CharField(_("functions in UN/LOCODE"), max_length=8, blank=True)
    reason = models.CharField(max_length=10, choices=PortReason.choices)
    standing = models.PositiveSmallIntegerField(choices=Standing.choices)
    retired = models.BooleanField(_("no longer in the sources"), default=False)

    class Meta:
        ordering = ["name", "locode"]
        indexes = [models.Index(fields=["country", "standing", "name"], name="registry_port_by_country")]
        constraints = [
            models.CheckConstraint(
                name="registry_port_locode_length",
                condition=Q(locode__length=5),
                violation_error_message=_("A UN/LOCODE has five characters without a space, as in USHOU."),
            ),
            models.CheckConstraint(
                name="registry_port_whole_position",
                condition=Q(latitude__isnull=True, longitude__isnull=True, position_source="", position_check="")
                | (Q(latitude__isnull=False, longitude__isnull=False) & ~Q(position_source="") & ~Q(position_check="")),
                violation_error_message=_("A position has a latitude, a longitude, a source and a check, or none."),
            ),
            latitude("port"),
            longitude("port"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.locode})"


class PortName(models.Model):
    """One name of a port, folded for search, with the consonants one hears."""

    port = models.ForeignKey(Port, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=12, choices=NameKind.choices)
    folded = SearchKeyField(max_length=80)
    skeleton = SearchKeyField(max_length=80)

    class Meta:
        indexes = [models.Index(fields=["skeleton"], name="registry_port_skeleton")]
        constraints = [
            models.UniqueConstraint(
                fields=["port", "folded"],
                name="registry_port_name_once",
                violation_error_message=_("The port already has this name."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class PortNameWord(models.Model):
    """A name from one of its words on, so that "la cruz" finds Puerto La Cruz by an index."""

    name = models.ForeignKey(PortName, on_delete=models.CASCADE, related_name="words")
    key = SearchKeyField(max_length=80)
    position = models.PositiveSmallIntegerField(_("how many words stand before"))

    class Meta:
        indexes = [models.Index(fields=["key", "position"], name="registry_port_word_key")]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "position"],
                name="registry_port_word_once",
                violation_error_message=_("The name is already kept from this word on."),
            )
        ]

    def __str__(self) -> str:
        return str(self.key)


class Zone(models.Model):
    """A Captain of the Port zone of the US Coast Guard, as named in a dated source."""

    name = models.CharField(primary_key=True, max_length=80)
    district = models.CharField(_("Coast Guard district, old ordinal name"), max_length=20)
    district_renamed = models.CharField(_("the district's name since July 2025"), max_length=30, blank=True)
    as_of = models.DateField(_("day of the source"))
    source = models.CharField(max_length=200)
    retired = models.BooleanField(_("no longer in the sources"), default=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class ZoneMembership(models.Model):
    """A port in a zone, as one dated source has it; two rows where the source places the port twice."""

    port = models.ForeignKey(Port, on_delete=models.PROTECT, related_name="zone_memberships")
    zone = models.ForeignKey(Zone, on_delete=models.PROTECT, related_name="memberships")
    named_as = models.CharField(_("the port's name in the source"), max_length=80)
    confidence = models.CharField(max_length=10, choices=Confidence.choices)
    as_of = models.DateField(_("day of the source"))
    source = models.CharField(max_length=200)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["zone", "port"]
        constraints = [
            models.UniqueConstraint(
                fields=["port", "zone", "as_of"],
                name="registry_zone_membership_once",
                violation_error_message=_("The port is already in this zone at this date."),
            ),
            models.UniqueConstraint(
                fields=["port", "as_of"],
                condition=~Q(confidence=Confidence.CONFLICT),
                name="registry_zone_membership_one_zone",
                violation_error_message=_("A port lies in one zone, unless its source contradicts itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.port_id} in {self.zone_id}"


class ReferenceLoad(models.Model):
    """One loading of the reference data: what came from where, and what was not taken over and why."""

    digest = models.CharField(_("digest of every source and of the loader itself"), max_length=64)
    loaded_at = models.DateTimeField()
    by = models.CharField(max_length=100)
    seconds = models.FloatField()
    report = models.JSONField()

    class Meta:
        ordering = ["-loaded_at", "-pk"]
        get_latest_by = ["loaded_at", "pk"]

    def __str__(self) -> str:
        return f"{self.loaded_at:%Y-%m-%d %H:%M} {self.digest[:12]}"
