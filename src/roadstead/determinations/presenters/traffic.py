"""What the what-if said of a decision, in words."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _


def counted_lines(said: Mapping[str, Any]) -> list[str]:
    """The count in a few lines, out of its plain values; or why there is none."""
    if said["why"]:
        return [_("Nothing was counted: %(why)s") % {"why": said["why"]}]
    basis = _("Counted over %(voyages)s voyages on record (%(record)s)%(invented)s.") % {
        "voyages": _number(said["voyages"]),
        "record": said["record"],
        "invented": _(", which are invented") if said["invented"] else "",
    }
    answers = _(
        "%(concerned)s of them call where the decision changes something: %(caught)s would be caught that are not now, "
        "%(freed)s would no longer be, of %(unclear)s nobody could tell any more."
    ) % {name: _number(said[name]) for name in ("concerned", "caught", "freed", "unclear")}
    lines = [basis, answers]
    if said["ships"] is not None:
        lines.append(_("Ships among them: %(n)s.") % {"n": _number(said["ships"])})
    if said["at_sea"] is not None:
        words = {"n": _number(said["at_sea"]), "day": said["since"]}
        lines.append(
            _("With %(day)s as the first day, %(n)s ships were at sea on the way to the United States.") % words
        )
    return lines


def _number(value: int) -> str:
    return f"{value:,}".replace(",", "\u202f")
