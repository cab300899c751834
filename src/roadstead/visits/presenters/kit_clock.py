"""What is said where the clock of a device goes wrong. Both times are kept; the server’s is the one that counts."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils.timesince import timesince
from django.utils.translation import gettext as _

LARGE = timedelta(minutes=5)
MOMENT = "%Y-%m-%d %H:%M"


def wrong_clock(device_at: datetime, server_at: datetime) -> str:
    """That a device’s clock is far ahead of the server’s, or behind it; "" where the difference is small."""
    off = device_at - server_at
    if abs(off) < LARGE:
        return ""
    words = {"much": timesince(server_at - abs(off), server_at)}
    if off > timedelta(0):
        said = _(
            "The clock of this device is %(much)s ahead of the server’s. What you type is put in order by the server’s."
        )
    else:
        said = _(
            "The clock of this device is %(much)s behind the server’s. What you type is put in order by the server’s."
        )
    return said % words


def both_times(stamps: Iterable[Mapping[str, Any]]) -> str:
    """When something was typed by a device’s clock that went wrong, and by the server’s; "" where it was right."""
    for stamp in stamps:
        device, at = datetime.fromisoformat(stamp["device"]), datetime.fromisoformat(stamp["at"])
        if abs(device - at) >= LARGE:
            words = {"device": device.strftime(MOMENT), "server": at.strftime(MOMENT)}
            return _("typed at %(server)s UTC; the device’s clock showed %(device)s UTC") % words
    return ""
