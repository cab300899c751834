"""Captain of the Port zones without a database: read from the file that the reference data is loaded from."""

from importlib.resources import files

import yaml


def zone_names() -> dict[str, str]:
    """The zone of each US port; a port that the source names in two zones is in neither."""
    text = files("roadstead.registry").joinpath("data/zones.yaml").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for zone in yaml.load(text, yaml.CSafeLoader)["zones"]:
        for port in zone["ports"]:
            found.setdefault(port["port"], set()).add(zone["name"])
    return {port: next(iter(zones)) for port, zones in found.items() if len(zones) == 1}
