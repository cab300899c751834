"""The time zones of a country, as loaded."""

from roadstead.registry.models import Country


def timezones_of(country: str) -> list[str]:
    """The names of a country’s time zones in the IANA database; none for one that is not known."""
    rows = Country.objects.filter(pk=country, timezones__isnull=False)
    return [str(name) for name in rows.order_by("timezones__name").values_list("timezones__name", flat=True)]
