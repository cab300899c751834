"""What shared information leaves open with a country: what is good for a short time only, and nobody has renewed."""

from collections.abc import Collection, Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.models import Information
from roadstead.engagement.queries import readable
from roadstead.registry.open_items import OpenItem, register

SOON = timedelta(days=60)


def ending(countries: Collection[str], viewer: Viewer) -> Iterator[OpenItem]:
    """Information about a country that ends within two months."""
    today = clock.today()
    rows = readable(viewer).filter(withdrawn_at__isnull=True, valid_until__gte=today, valid_until__lte=today + SOON)
    about = Information.countries.through._default_manager.filter(country_id__in=countries)
    pairs = about.filter(information_id__in=rows.order_by().values("pk")).values_list("information_id", "country_id")
    found = {one.pk: one for one in rows}
    for pk, country in pairs:
        one = found[pk]
        words = {"title": one.title, "day": date_format(one.valid_until or today, "j F Y")}
        url = reverse("engagement:desk_information", args=[pk])
        yield OpenItem(country, _("“%(title)s” is good until %(day)s: renew it, or let it end.") % words, url)


register("information that ends", ending)
