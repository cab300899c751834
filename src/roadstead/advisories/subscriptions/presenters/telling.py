"""What an edition changed and what follows from it, in sentences: as far as facts are known, and no further."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from roadstead.advisories.days import told as day_told
from roadstead.advisories.models import Face
from roadstead.advisories.subscriptions.queries.changed import Changed, Line
from roadstead.core.advisory import Tier
from roadstead.core.listed import EditionRef
from roadstead.core.truth import YES

SHIPS = (Face.OPERATOR, Face.AGENT)
PORTS = (Face.AUTHORITY, Face.FACILITY)


@dataclass(frozen=True, slots=True)
class Told:
    """A change: what changed, what it means for who is told, and the facilities that are excepted with it."""

    what: str
    means: str
    excepted: tuple[str, ...] = ()


def title(ref: EditionRef) -> str:
    """What an edition is called."""
    return f"PSA {ref.psa}: {ref.title}" if ref.psa else ref.title


def lines(said: Changed, face: Face) -> list[Told]:
    """Every change with its meaning, country by country."""
    found = []
    for _country, own in groupby(sorted(said.lines, key=lambda one: one.country_name), key=lambda one: one.country):
        found += list(_of_country(list(own), face, said.basis))
    if said.wording:
        what = _("The words on boarding and armed guards in US ports changed.")
        found.append(Told(what, said.wording))
    return found


def duties(said: Changed, face: Face, ships: bool) -> tuple[tuple[str, str], ...]:
    """What a ship does in a port of a country that goes on the list; for those alone who have ships."""
    listed = any(one.sort == "added" for one in said.lines)
    return said.duties if listed and (ships or face in SHIPS) else ()


def _of_country(own: list[Line], face: Face, basis: str) -> Iterator[Told]:
    """The changes of one country; exceptions that came or went with it are told with it."""
    came = tuple(one.facility for one in own if one.sort == "exceptions_added" and one.with_country)
    for one in own:
        if one.with_country:
            continue
        yield Told(_what(one), _means(one, face, basis), came if one.sort == "added" else ())


def _what(one: Line) -> str:
    words = {"country": one.country_name, "facility": one.facility, "day": day_told(one.on, one.low, one.high)}
    words["stands"] = _stands(one)
    said = {
        "added": _("%(country)s goes on the list: %(day)s."),
        "removed": _("%(country)s comes off the list: %(day)s."),
        "became_unclear": _("Whether %(country)s is on the list is not known any more."),
        "became_clear": _("It is known now: %(country)s is %(stands)s."),
        "recommendations_added": _("Measures are recommended to ships that call in %(country)s: %(day)s."),
        "recommendations_removed": _("Measures are recommended no longer to ships that call in %(country)s: %(day)s."),
        "exceptions_added": _("%(facility)s (%(country)s) is excepted: %(day)s."),
        "exceptions_withdrawn": _("%(facility)s (%(country)s) is excepted no longer: %(day)s."),
        "exceptions_vanished": _("The exception of %(facility)s (%(country)s) stands in the printed list no longer."),
        "exceptions_unclear": _("Whether %(facility)s (%(country)s) is excepted is not known any more."),
        "exceptions_clear": _("It is known now: %(facility)s (%(country)s) is %(stands)s."),
    }
    return said[one.sort] % words


def _stands(one: Line) -> str:
    """How a country or a facility stands, where that is known again."""
    if one.facility:
        return _("excepted") if one.after is YES else _("not excepted")
    return _("on the list") if one.after is YES else _("not on the list")


def _means(one: Line, face: Face, basis: str) -> str:
    words = {"country": one.country_name, "facility": one.facility, "day": day_told(one.on, one.low, one.high)}
    if one.sort == "exceptions_added" and one.tier is Tier.DUTIES_ONLY:
        return _("The measures in port are still owed there; what follows in US ports is not.")
    ships = {
        "added": _listed(basis),
        "removed": _(
            "A call in %(country)s brings no conditions of entry to a ship that arrives in the United States from then "
            "on."
        ),
        "exceptions_added": _("A call at this facility alone brings no conditions of entry from then on."),
        "exceptions_withdrawn": _("A call at this facility counts like any other call in %(country)s from then on."),
        "recommendations_added": _("That is no listing, and brings no conditions of entry by itself."),
        "recommendations_removed": "",
        "became_clear": "",
        "exceptions_clear": "",
    }
    unknown = _("Ask the Captain of the Port before you rely on either.")
    return _for_ports(one, face) or ships.get(one.sort, unknown) % words


def _listed(basis: str) -> str:
    """What a listing means for a ship, by what the day of the edition counts for."""
    if basis == "arrival_in_us":
        return _(
            "A ship that called in %(country)s among its last five foreign ports comes under conditions of entry when "
            "it arrives in the United States from then on, unless it called at excepted facilities alone."
        )
    if basis == "visit_to_listed_port":
        return _(
            "A ship that calls in %(country)s from then on, among its last five foreign ports, comes under conditions "
            "of entry in the United States, unless it called at excepted facilities alone."
        )
    return _(
        "A ship that called in %(country)s among its last five foreign ports comes under conditions of entry in the "
        "United States, unless it called at excepted facilities alone. Whether the day counts for the call or for the "
        "arrival is not settled."
    )


def _for_ports(one: Line, face: Face) -> str:
    """What a change means for those whose ports they are."""
    words = {"country": one.country_name, "facility": one.facility}
    if face not in PORTS or one.sort not in ("added", "removed"):
        return ""
    if one.sort == "added":
        said = _(
            "Ships that call in %(country)s come under conditions of entry in the United States, unless they called at "
            "excepted facilities alone."
        )
    else:
        said = _("Ships come under conditions of entry for a call in %(country)s no longer, from then on.")
    return said % words
