"""How reciprocal visits and host units are called."""

from django.utils.translation import gettext as _

from roadstead.hosting.models import HostingRequest


def name_of(one: HostingRequest) -> str:
    """Of which country, and when. Wants its country."""
    day = one.first_on or one.earliest
    if day is None:
        return _("Reciprocal visit of %(country)s") % {"country": one.country.name}
    words = {"country": one.country.name, "month": f"{day:%Y-%m}"}
    return _("Reciprocal visit of %(country)s, %(month)s") % words
