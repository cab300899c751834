"""Why a US port suits a delegation, and what stands against it, each in a sentence."""

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from roadstead.hosting import matching
from roadstead.hosting.matching import Against, Match, Reason
from roadstead.hosting.topics import labels
from roadstead.registry.enums import CargoKind
from roadstead.visits import isps

MILLION = 1_000_000
CARGO = dict(CargoKind.choices)
WORDS = {
    matching.CARGO: gettext_lazy("Cargo like the country’s own"),
    matching.SIZE: gettext_lazy("Size"),
    matching.TRAFFIC: gettext_lazy("Ships from the country"),
    matching.TOPICS: gettext_lazy("Chosen topics"),
    matching.OPEN: gettext_lazy("Open observations"),
    matching.TURN: gettext_lazy("Whose turn it is"),
}


def sentences(match: Match) -> list[tuple[Reason, str]]:
    """Every reason of a port with its sentence, in the order of the weights."""
    return [(one, _SAID[one.kind](one.values, one)) for one in match.reasons]


def in_short(match: Match) -> str:
    """The reasons that gave points, in one sentence each; the most telling first."""
    told = sorted(sentences(match), key=lambda pair: -pair[0].points)
    return " ".join(text for one, text in told if one.points) or _("Nothing is known that speaks for it.")


def against(match: Match) -> list[str]:
    """What stands against a port on these days."""
    return [_AGAINST[one.kind](one) for one in match.against]


def kinds_said(kinds: Iterable[str]) -> str:
    """Kinds of cargo in words."""
    return ", ".join(str(CARGO.get(one, one)) for one in kinds)


def tonnes_said(tonnes: int) -> str:
    """An amount in words: millions of tonnes, or thousands."""
    if tonnes >= MILLION:
        return _("%(amount)s million tonnes") % {
            "amount": f"{tonnes / MILLION:.0f}" if tonnes >= 10 * MILLION else f"{tonnes / MILLION:.1f}"
        }
    return _("%(amount)s thousand tonnes") % {"amount": f"{tonnes / 1_000:.0f}"}


def _titles(codes: Iterable[str]) -> list[str]:
    held = isps.elements()
    return [held[code].label if code in held else code for code in codes]


def _cargo(values: Any, reason: Reason) -> str:
    if not reason.known:
        return _("What the country’s facilities or this port handle is not on record.")
    if not values["kinds"]:
        return _("It handles nothing that the country’s facilities are known to handle.")
    return _("It handles %(kinds)s, as the country’s facilities do.") % {"kinds": kinds_said(values["kinds"])}


def _size(values: Any, reason: Reason) -> str:
    if not reason.known:
        return _("How much is handled here, or in the country’s largest port, is not on record.")
    words = {"ours": tonnes_said(values["tonnes"]), "theirs": tonnes_said(values["theirs"])}
    return _("It handles %(ours)s a year, the country’s largest port %(theirs)s.") % words


def _traffic(values: Any, reason: Reason) -> str:
    if not reason.known:
        return _("No voyages are on record here, so that ships from the country are not counted.")
    count = values["ships"]
    if not count:
        return _("No ship on record came here after a call in the country.")
    said = ngettext(
        "%(count)s arrival on record came after a call in the country.",
        "%(count)s arrivals on record came after a call in the country.",
        count,
    )
    return said % {"count": count}


def _topics(values: Any, reason: Reason) -> str:
    if not reason.known:
        return _("No topics were chosen.")
    shown = [*labels(values["topics"]), *([kinds_said(values["kinds"])] if values["kinds"] else [])]
    if not shown:
        return _("Nothing says that it can show the chosen topics.")
    return _("It can show what was chosen: %(topics)s.") % {"topics": "; ".join(shown)}


def _open(values: Any, reason: Reason) -> str:
    if not reason.known:
        return _("No shortfall stands in the country, as far as you may read.")
    if not values["count"]:
        return _("Nothing says that it can show what is open in the country.")
    words = {"count": values["count"], "of": values["of"], "elements": "; ".join(_titles(values["elements"]))}
    return _("It can show what %(count)s of %(of)s open shortfalls belong to: %(elements)s.") % words


def _turn(values: Any, reason: Reason) -> str:
    if not reason.known:
        return _("No host unit is kept for this zone.")
    count = values["hosted"]
    if not count:
        return _("Its unit hosted nobody in the last two years.")
    said = ngettext(
        "Its unit hosted %(count)s delegation in the last two years.",
        "Its unit hosted %(count)s delegations in the last two years.",
        count,
    )
    return said % {"count": count}


_SAID: dict[str, Callable[[Any, Reason], str]] = {
    matching.CARGO: _cargo,
    matching.SIZE: _size,
    matching.TRAFFIC: _traffic,
    matching.TOPICS: _topics,
    matching.OPEN: _open,
    matching.TURN: _turn,
}


def _busy(one: Against) -> str:
    words = {
        "first": one.values["first"],
        "last": one.values["last"],
        "why": one.values["why"] or _("another delegation"),
    }
    return _("Its unit is taken from %(first)s to %(last)s: %(why)s.") % words


_AGAINST: dict[str, Callable[[Against], str]] = {
    matching.NO_UNIT: lambda one: _("No host unit is kept for the zone %(zone)s.") % one.values,
    matching.TOO_MANY: lambda one: _("Its unit takes %(places)s people, and %(size)s come.") % one.values,
    matching.BUSY: _busy,
    matching.FULL: lambda one: (
        _("Its unit hosts %(a_year)s delegations a year, and has them in %(year)s.") % one.values
    ),
}
