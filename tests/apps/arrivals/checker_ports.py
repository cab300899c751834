"""A handful of real ports for the checker's tests, in place of the whole list."""

from roadstead.common.folding import fold, skeleton
from roadstead.registry.enums import NameKind, PortReason, Standing
from roadstead.registry.models import Country, Port, PortName, PortNameWord

PORTS = {
    "USHOU": "Houston",
    "USNYC": "New York",
    "NGAPP": "Apapa",
    "NGLOS": "Lagos",
    "PTLOS": "Lagos",
    "NLRTM": "Rotterdam",
    "JMKIN": "Kingston",
    "GHTEM": "Tema",
    "ESALG": "Algeciras",
    "BRSSZ": "Santos",
    "VELAG": "La Guaira",
    "DJJIB": "Djibouti",
    "SGSIN": "Singapore",
}


def load_ports() -> None:
    """Write the ports with their names as the search wants them."""
    for code, name in PORTS.items():
        country, _made = Country.objects.get_or_create(code=code[:2], defaults={"name": code[:2]})
        port = Port.objects.create(
            locode=code, name=name, country=country, reason=PortReason.FUNCTION, standing=Standing.MAJOR
        )
        folded = fold(name)
        row = PortName.objects.create(
            port=port, name=name, kind=NameKind.OFFICIAL, folded=folded, skeleton=skeleton(folded)
        )
        words = folded.split()
        for position in range(len(words)):
            PortNameWord.objects.create(name=row, key=" ".join(words[position:]), position=position)
