"""What the map of the list is coloured by: for each measure, classes with their words, and the class of a country."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from roadstead.web.countries import standing
from roadstead.web.countries.rows import Row

OFFICERS = 8  # who have a colour of their own; the others share one
Text = str | Promise


@dataclass(frozen=True, slots=True)
class Shade:
    """One class of a measure: the name of its colour, which the style sheet and the map know, and its words."""

    colour: str
    words: Text


YES_NO = {
    "yes": Shade("good", gettext_lazy("Named")),
    "no": Shade("lack", gettext_lazy("Not named, or not to be read")),
}
COUNTS = {
    "0": Shade("lack", gettext_lazy("None")),
    "1": Shade("step-1", gettext_lazy("1 to 9")),
    "10": Shade("step-2", gettext_lazy("10 to 49")),
    "50": Shade("step-3", gettext_lazy("50 or more")),
}
SHARES = {
    "unknown": Shade("none", gettext_lazy("No end of a statement is known")),
    "0": Shade("good", gettext_lazy("None of those known")),
    "1": Shade("step-1", gettext_lazy("Less than a quarter")),
    "25": Shade("step-2", gettext_lazy("A quarter to a half")),
    "50": Shade("step-3", gettext_lazy("More than a half")),
}
STANDINGS = {
    standing.LISTED: Shade("alarm", standing.WORDS[standing.LISTED]),
    standing.UNCLEAR: Shade("ask", standing.WORDS[standing.UNCLEAR]),
    standing.ADVISED: Shade("advised", standing.WORDS[standing.ADVISED]),
    standing.FORMER: Shade("former", standing.WORDS[standing.FORMER]),
    standing.NEVER: Shade("land", standing.WORDS[standing.NEVER]),
}


def legend(rows: Iterable[Row], measure: str) -> dict[str, Shade]:
    """The classes of a measure, in order."""
    if measure == "officer":
        return _officers(list(rows))
    fixed: Mapping[str, Mapping[str, Shade]] = {
        "advisory": STANDINGS,
        "facilities": COUNTS,
        "expired": SHARES,
        "authority": YES_NO,
    }
    return dict(fixed[measure])


def class_of(row: Row, measure: str, shades: Mapping[str, Shade]) -> str:
    """The class of a country: a key of its measure's legend."""
    return CLASSES[measure](row, shades)


def words_of(row: Row, measure: str) -> str:
    """What the map says of a country under the pointer."""
    if measure == "facilities":
        count = row.facilities.count
        return ngettext("%(n)s facility", "%(n)s facilities", count) % {"n": count}
    if measure == "expired":
        if not row.facilities.dated:
            return _("No end of a statement is known")
        said = {"expired": row.facilities.expired, "dated": row.facilities.dated}
        return _("%(expired)s of %(dated)s known are expired") % said
    if measure == "authority":
        return row.authorities[0][1] if row.authorities else _("No Designated Authority is named")
    if measure == "officer":
        responsible = row.who.responsible
        return responsible.officer_name if responsible else row.country.no_officer or _("Nobody is responsible")
    return str(row.standing.word)


def _officers(rows: list[Row]) -> dict[str, Shade]:
    """Those with the most countries have a colour each."""
    load: dict[str, tuple[int, str]] = {}
    for row in rows:
        if one := row.who.responsible:
            load[str(one.officer)] = (load.get(str(one.officer), (0, ""))[0] + 1, one.officer_name)
    ordered = sorted(load.items(), key=lambda pair: (-pair[1][0], pair[1][1]))
    shades = {
        key: Shade(f"officer-{place}", f"{name} ({count})")
        for place, (key, (count, name)) in enumerate(ordered[:OFFICERS], 1)
    }
    if len(ordered) > OFFICERS:
        shades["others"] = Shade("others", _("Other officers"))
    return shades | {"none": Shade("lack", _("Nobody is responsible")), "left out": Shade("land", _("None is needed"))}


def _officer(row: Row, shades: Mapping[str, Shade]) -> str:
    if row.who.responsible is None:
        return "left out" if row.country.no_officer else "none"
    key = str(row.who.responsible.officer)
    return key if key in shades else "others"


def _count(row: Row, shades: Mapping[str, Shade]) -> str:
    return max((key for key in COUNTS if int(key) <= row.facilities.count), key=int)


def _share(row: Row, shades: Mapping[str, Shade]) -> str:
    share = row.facilities.expired_share
    if share is None:
        return "unknown"
    return "0" if share == 0 else "1" if share < 0.25 else "25" if share <= 0.5 else "50"


CLASSES: Mapping[str, Callable[[Row, Any], str]] = {
    "advisory": lambda row, shades: row.standing.value,
    "facilities": _count,
    "expired": _share,
    "authority": lambda row, shades: "yes" if row.authorities else "no",
    "officer": _officer,
}
