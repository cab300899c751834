"""What the keys of a breakdown are called: months, ports, countries."""

from collections.abc import Callable, Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from roadstead.core.country import country_name, is_country
from roadstead.registry.queries import PortInfo

# As the engine has them; importing them would cost the second that importing the engine costs.
NOT_GIVEN, NO_ZONE = "not given", "no zone on record"
Ports = Mapping[str, PortInfo]


def name_of(table: str, key: str, ports: Ports) -> tuple[str, str]:
    """The name of a key in a table, and the code to show beside it."""
    if key == NOT_GIVEN:
        return _("Not given"), ""
    if key == NO_ZONE:
        return _("No zone on record"), ""
    return NAMED.get(table, _itself)(key, ports)


def _month(key: str, ports: Ports) -> tuple[str, str]:
    year, month = key.split("-")[:2]
    return date_format(date(int(year), int(month), 1), "F Y"), ""


def _port(key: str, ports: Ports) -> tuple[str, str]:
    port = ports.get(key)
    return (port_name(port), key) if port else (key, "")


def port_name(port: PortInfo) -> str:
    """“Houston, TX” at home, “Alexandria, Egypt” abroad."""
    behind = port.subdivision if port.country == "US" else country_name(port.country)
    return f"{port.name}, {behind}" if behind else port.name


def _country(key: str, ports: Ports) -> tuple[str, str]:
    return (country_name(key), key) if is_country(key) else (key, "")


def _itself(key: str, ports: Ports) -> tuple[str, str]:
    return key, ""


NAMED: Mapping[str, Callable[[str, Ports], tuple[str, str]]] = {
    "months": _month,
    "arrival_ports": _port,
    "ports": _port,
    "countries": _country,
    "flags": _country,
}
