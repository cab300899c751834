"""A day of the advisory in words, with its bounds where the day itself is not known."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext


def told(on: date | None, low: date | None, high: date | None) -> str:
    """“30 May 2019”, “between 1 May 2019 and …”; what the pages say with parts/day.html."""
    if on:
        return _said(on)
    if low and high:
        return gettext("a day between %(a)s and %(b)s") % {"a": _said(low), "b": _said(high)}
    if low:
        return gettext("perhaps from %(a)s on") % {"a": _said(low)}
    return gettext("a day up to %(b)s") % {"b": _said(high)} if high else gettext("a day not known")


def _said(day: date) -> str:
    return date_format(day, "j F Y")
