"""Spans of time in words: how long there is, and how long ago something was."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def left(at: datetime, now: datetime) -> str:
    """How long there is until a moment, or since when it is over."""
    if at >= now:
        return _("in %(span)s") % {"span": span(at - now)}
    return _("%(span)s ago") % {"span": span(now - at)}


def ago(at: datetime, now: datetime) -> str:
    """How long ago a moment was."""
    return _("%(span)s ago") % {"span": span(max(now - at, timedelta()))}


def span(long: timedelta) -> str:
    """Days and hours; hours and minutes; minutes: as exact as it helps."""
    days, hours, minutes = long // DAY, long % DAY // HOUR, long % HOUR // timedelta(minutes=1)
    if days:
        more = ngettext("%(count)s h", "%(count)s h", hours) % {"count": hours} if hours and days < 4 else ""
        return " ".join(filter(None, (ngettext("%(count)s day", "%(count)s days", days) % {"count": days}, more)))
    if hours:
        return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": f"{minutes:02}"}
    return _("%(minutes)s min") % {"minutes": minutes}
