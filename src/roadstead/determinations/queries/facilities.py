"""What the register says today of the facilities that a case names."""

from collections.abc import Collection

from roadstead.determinations.packet.content import Named
from roadstead.registry.open_items import READER
from roadstead.registry.queries.facilities import standing_for


def named_for_everyone(keys: Collection[int]) -> dict[int, Named]:
    """Number and name of those that anyone of the programme may read, by the key under which the case has them."""
    found = standing_for(keys, READER) if keys else {}
    return {key: Named(one.number or "", one.name) for key, one in found.items()}
