"""What is open with a country: information that ends and nobody has renewed, promises, and questions passed on."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.interaction_enums import Side
from roadstead.engagement.models import Information
from roadstead.engagement.queries import readable
from roadstead.engagement.queries.promises import drafts_about, open_promises, open_questions
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


def promised(countries: Collection[str], viewer: Viewer) -> Iterator[OpenItem]:
    """Promises of either side that were neither kept nor dropped."""
    for one in open_promises(viewer, countries):
        words = {"what": one.row.what, "day": _day(one.row.due_on)}
        ours = _("We promised: “%(what)s”, due %(day)s.")
        said = ours if one.row.side == Side.OURS else _("They promised: “%(what)s”, due %(day)s.")
        url = reverse("engagement:interaction", args=[one.row.interaction_id])
        yield from (OpenItem(country, said % words, url) for country in one.countries)


def asked(countries: Collection[str], viewer: Viewer) -> Iterator[OpenItem]:
    """Questions that were passed on and have no answer."""
    for one in open_questions(viewer, countries):
        said = _("A question that was passed on has no answer: “%(question)s”") % {"question": one.row.question}
        url = reverse("engagement:interaction", args=[one.row.interaction_id])
        yield from (OpenItem(country, said, url) for country in one.countries)


def drafts(countries: Collection[str], viewer: Viewer) -> Iterator[OpenItem]:
    """Interactions that were begun and not completed."""
    for one in drafts_about(viewer, countries):
        said = _("“%(subject)s” of %(day)s is still a draft: complete it, or take it back.")
        words = {"subject": one.row.subject, "day": _day(one.row.held_on)}
        url = reverse("engagement:interaction", args=[one.row.pk])
        yield from (OpenItem(country, said % words, url) for country in one.countries)


def _day(on: date | None) -> str:
    return date_format(on, "j F Y") if on else _("on no day that was said")


register("information that ends", ending)
register("promises", promised)
register("questions passed on", asked)
register("drafts of interactions", drafts)
