"""Numbers and lists as people read them."""

from collections.abc import Sequence

from django.utils.translation import gettext as _


def count(number: int) -> str:
    """12345 as “12,345”."""
    return f"{number:,}"


def about(number: float) -> str:
    """A number as exact as it deserves: “123”, “4.2”, “0.03”."""
    return f"{number:,.0f}" if number >= 10 else f"{number:.2g}"


def percent(part: int, whole: int) -> str:
    """“4.2 %”; never 0 % of something that is there."""
    share = 100 * part / whole if whole else 0.0
    return _("under 0.01 %") if 0 < share < 0.01 else f"{share:.2g} %" if share < 99.5 else "100 %"


def listed(names: Sequence[str]) -> str:
    """“Egypt”, “Egypt and Kenya”, “Egypt, Kenya and Togo”."""
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s and %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}
