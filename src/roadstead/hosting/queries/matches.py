"""Everything that a match rests on, gathered in a fixed number of queries."""

from collections import Counter
from datetime import date

from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.hosting import matching, public_figures, topics, traffic
from roadstead.hosting.models import HostingRequest, HostUnit
from roadstead.hosting.queries.units import Load, loads, units
from roadstead.registry.enums import CargoKind
from roadstead.registry.queries import ports_by_code, zones_by_port
from roadstead.registry.queries.facilities import facilities
from roadstead.visits.queries.observed import shortfalls


def matches(
    request: HostingRequest, viewer: Viewer, *, first_on: date | None = None, last_on: date | None = None
) -> list[matching.Match]:
    """Every US port that lies in a zone, ranked for a request; eight queries, however many ports."""
    return matching.rank(wanted(request, viewer, first_on, last_on), host_ports(request, viewer))


def wanted(request: HostingRequest, viewer: Viewer, first_on: date | None, last_on: date | None) -> matching.Wanted:
    """What the country is like, and what it wants to see."""
    rows = facilities(viewer).filter(country=request.country_id).order_by()
    cargo, tonnes, counted = Counter[str](), Counter[str](), 0
    for kinds, amount, port in rows.values_list("cargo", "tonnes", "port"):
        cargo.update(kinds)
        counted += bool(kinds)
        tonnes[port or ""] += amount or 0
    stand = shortfalls(viewer, country=request.country_id).order_by().values_list("element", flat=True)
    chosen = list(request.topics)
    return matching.Wanted(
        cargo=cargo,
        facilities=counted,
        tonnes=max(tonnes.values(), default=0) or None,
        topics=frozenset(chosen) - {one for one in chosen if topics.cargo_of([one])},
        asked_cargo=topics.cargo_of(chosen),
        elements=topics.elements_of(chosen),
        open=Counter(stand),
        size=request.size,
        first_on=first_on or request.first_on,
        last_on=last_on or request.last_on,
    )


def host_ports(request: HostingRequest, viewer: Viewer) -> list[matching.HostPort]:
    """Every US port that lies in one zone, with what is known of it."""
    zones = zones_by_port()
    names = ports_by_code(list(zones))
    cargo, tonnes = _handled(list(zones), viewer)
    public, held = public_figures.figures(), _units(request, viewer)
    counted = traffic.of_country(request.country_id)
    found = []
    for code, zone in zones.items():
        if code not in names:
            continue
        said = public.get(code)
        kinds = cargo.get(code, frozenset()) | ({CargoKind.CONTAINERS.value} if said and said.containers else set())
        kinds |= counted.handled(code) if counted else set()
        amount = (said.tonnes if said else None) or tonnes.get(code) or None
        ships = counted.by_port.get(code, 0) if counted else None
        found.append(matching.HostPort(code, names[code].name, zone, kinds, amount, ships, held.get(zone)))
    return found


def _handled(codes: list[str], viewer: Viewer) -> tuple[dict[str, frozenset[str]], Counter[str]]:
    """By port, what its facilities handle and how much a year, as the register has it."""
    cargo: dict[str, frozenset[str]] = {}
    tonnes = Counter[str]()
    rows = facilities(viewer).filter(port__in=codes).order_by().values_list("port", "cargo", "tonnes")
    for port, kinds, amount in rows:
        cargo[port] = cargo.get(port, frozenset()) | frozenset(kinds)
        tonnes[port] += amount or 0
    return cargo, tonnes


def _units(request: HostingRequest, viewer: Viewer) -> dict[str, matching.Unit]:
    """The unit that hosts in each zone: of several the one that hosted least lately."""
    rows = list(units(viewer))
    load = loads([one.pk for one in rows], clock.today(), viewer, but=request.pk)
    found: dict[str, matching.Unit] = {}
    for one in sorted(rows, key=lambda row: (-load[row.pk].lately, -row.pk)):
        found[one.zone_id] = _unit(one, load[one.pk])
    return found


def _unit(one: HostUnit, load: Load) -> matching.Unit:
    return matching.Unit(
        key=one.pk,
        name=one.name,
        places=one.places,
        a_year=one.a_year,
        shows=frozenset(one.shows),
        elements=topics.elements_of(one.shows),
        hosted=load.lately,
        by_year=load.by_year,
        busy=tuple(load.busy),
    )
