"""The nations that a voyage touches, from its notice: every tie in a sentence, and what nobody told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from roadstead.arrivals.models import Arrival
from roadstead.core.nations import Nations, Voyage, nations
from roadstead.core.notice import Notice
from roadstead.wire.incoming.aboard import Cargo, People
from roadstead.wire.incoming.parties import Role
from roadstead.wire.incoming.places import Place
from roadstead.wire.incoming.value import Incoming


@dataclass(frozen=True, slots=True)
class Touched:
    """named: parties whose names the notice gives without a country, each in a sentence. cargo: what is known of it."""

    found: Nations
    named: tuple[str, ...]
    cargo: str


def touched(arrival: Arrival, notice: Notice, incoming: Incoming) -> Touched:
    """The nations, as the notice tells them. Names of parties give no country: a name is no proof of one."""
    crew, others = incoming.crew, incoming.others
    made = Voyage(
        flag=arrival.flag or None,
        crew=_heads(crew),
        passengers=_heads(others),
        uncounted_crew=_uncounted(crew),
        uncounted_passengers=_uncounted(others),
        cargo_from=_cargo(incoming.cargo, [one.origin for one in incoming.cargo.cdc]),
        cargo_to=_cargo(incoming.cargo, [one.destination for one in incoming.cargo.cdc]),
        calls=_calls(notice, incoming),
        arrival=("US", arrival.eta.date()),
    )
    return Touched(nations(made), tuple(_named(incoming)), _said_of(incoming.cargo))


def _heads(people: People | None) -> dict[str, int] | None:
    if people is None:
        return None
    return {one.nationality: one.people for one in people.by_nationality if one.nationality}


def _uncounted(people: People | None) -> int:
    """Heads without a nationality: those of the list, and those that only the stated number knows of."""
    if people is None:
        return 0
    known = sum(one.people for one in people.by_nationality if one.nationality)
    return max(people.count - known, 0)


def _cargo(cargo: Cargo, places: Iterable[Place | None]) -> list[str] | None:
    """Countries that dangerous cargo names. Of other cargo the notice says none: then it is not known."""
    if cargo.on_board is False:
        return []
    found = [place.country for place in places if place and place.country]
    return found or None


def _calls(notice: Notice, incoming: Incoming) -> list[tuple[str, date | None]] | None:
    """Every call with a country; one without a day has none. None where no call is told."""
    told: list[tuple[str, date | None]] = [(one.country, _day(one.departed)) for one in notice.calls]
    known = {country for country, _on in told}
    extra = {one.place.country for one in incoming.calls if one.place.country and one.departed is None} - known
    told += [(country, None) for country in sorted(extra)]
    return told or None


def _day(at: datetime) -> date:
    return at.date()


def _named(incoming: Incoming) -> Iterable[str]:
    vessel = incoming.vessel
    insurer = incoming.party(Role.INSURER)
    rows = (
        (_("Owner"), vessel.owner),
        (_("Operator"), vessel.operator),
        (_("Charterer"), vessel.charterer),
        (_("Insurer"), vessel.insurer or (insurer and (insurer.organisation or insurer.name))),
        (_("Classification society"), vessel.class_society),
    )
    for title, name in rows:
        if name:
            yield _("%(title)s: “%(name)s”; of which country, the notice does not say.") % {
                "title": title,
                "name": name,
            }


def _said_of(cargo: Cargo) -> str:
    """What the notice says of the cargo as a whole."""
    if cargo.on_board is False:
        return _("The notice says that there is no cargo on board.")
    told = (
        _("Cargo, as the notice describes it: “%(said)s”.") % {"said": cargo.description} if cargo.description else ""
    )
    if cargo.cdc:
        told += " " + _(
            "Origin and destination are asked of certain dangerous cargo alone; of other cargo they are not told."
        )
    return told.strip()
