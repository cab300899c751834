"""How offerings, requests and experts are called."""

from django.utils.translation import gettext as _

from roadstead.training.catalogue import title_of
from roadstead.training.models import Offering, Request


def name_of_offering(one: Offering) -> str:
    """Its title, its place, and when it begins."""
    words = {"title": one.title or title_of(one.course), "place": one.place, "day": one.first_on.isoformat()}
    return _("%(title)s, %(place)s, %(day)s") % words


def name_of_request(one: Request) -> str:
    """Which country asks for what. Wants its country."""
    return _("%(country)s asks for: %(course)s") % {"country": one.country.name, "course": title_of(one.course)}
