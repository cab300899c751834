"""Verbs that read: for this app and the apps above it."""

from roadstead.registry.queries.countries import (
    CountryInfo,
    countries,
    country,
    country_rows,
    country_rows_where,
    find_countries,
)
from roadstead.registry.queries.loads import LastLoad, last_load
from roadstead.registry.queries.ports import PortInfo, PortPoint, port, port_points, ports_by_code, seaports_of
from roadstead.registry.queries.search import PortMatch, find_ports
from roadstead.registry.queries.zones import PortZone, zone_of, zones_by_port, zones_of_ports

__all__ = [
    "CountryInfo",
    "LastLoad",
    "PortInfo",
    "PortMatch",
    "PortPoint",
    "PortZone",
    "countries",
    "country",
    "country_rows",
    "country_rows_where",
    "find_countries",
    "find_ports",
    "last_load",
    "port",
    "port_points",
    "ports_by_code",
    "seaports_of",
    "zone_of",
    "zones_by_port",
    "zones_of_ports",
]
