"""Fields that the schema of a notice does not have: taken out, and named so that a slip is seen."""

import msgspec

from roadstead.wire.shapes import ArrivalShape, BerthShape, CallShape, MeasuresShape, NoticeShape, VesselShape

Shape = type[msgspec.Struct]
MOST_NAMED = 100  # the rest is ignored without a word
LONGEST_SHOWN = 60  # characters of a field's name
# The objects inside objects, by field; no two shapes use one name for different things.
_INSIDE: dict[str, Shape] = {
    "vessel": VesselShape,
    "arrival": ArrivalShape,
    "calls": CallShape,
    "berths": BerthShape,
    "measures": MeasuresShape,
}
_SHAPES: tuple[Shape, ...] = (NoticeShape, *_INSIDE.values())
_KNOWN = {shape: frozenset(field.encode_name for field in msgspec.structs.fields(shape)) for shape in _SHAPES}


def take_out_unknown(document: object, shape: Shape) -> list[str]:
    """Delete what the shape does not know from a decoded document; the paths of the first hundred deleted."""
    found: list[str] = []
    _take_out(document, shape, "", found)
    return found[:MOST_NAMED]


def _take_out(node: object, shape: Shape, at: str, found: list[str]) -> None:
    if not isinstance(node, dict):
        return
    for name in [name for name in node if name not in _KNOWN[shape]]:
        del node[name]
        found.append(at + _shown(name))
    for name, inner in _INSIDE.items():
        inside = node.get(name) if name in _KNOWN[shape] else None
        if isinstance(inside, list):
            for number, entry in enumerate(inside):
                _take_out(entry, inner, f"{at}{name}[{number}].", found)
        else:
            _take_out(inside, inner, f"{at}{name}.", found)


def _shown(name: str) -> str:
    """A name safe to repeat: short, and with nothing that a terminal would obey."""
    printable = "".join(char if char.isprintable() else "�" for char in name[:LONGEST_SHOWN])
    return printable + ("…" if len(name) > LONGEST_SHOWN else "")
