"""Ways in which notices write a facility.

Numbers that no advisory prints are invented: their serial begins with 9.
"""

from collections.abc import Mapping

from roadstead.core.advisory import Facility
from roadstead.screening.voyages import BERTH_SEPARATOR

INVENTED = 3  # invented numbers for a port


def ways_of_writing(code: str, facilities: tuple[Facility, ...], written: Mapping[str, float]) -> dict[str, float]:
    """Ways of writing a facility of this port, each with its weight."""
    ways = {f"{code}-9{serial:03d}": written["other"] / INVENTED for serial in range(1, INVENTED + 1)}
    for facility in facilities:
        for kind, texts in _spellings(facility, code).items():
            for text in texts:
                ways[text] = ways.get(text, 0) + written[kind] / len(texts) / len(facilities)
    return ways


def _spellings(facility: Facility, code: str) -> dict[str, list[str]]:
    numbers = list(dict.fromkeys(number.printed for number in facility.numbers))
    names = [facility.name, *facility.other_names]
    sure = (numbers or names)[0]
    return {
        "number": numbers or names,
        "name": names,
        "misspelt": [misspelt(text) for text in dict.fromkeys([*numbers, *names])],
        "two": [f"{sure}{BERTH_SEPARATOR}{code}-9001", f"{sure}{BERTH_SEPARATOR}"],
    }


def misspelt(text: str) -> str:
    """A number without its hyphen or with two digits turned round; a name with a letter left out."""
    if text[-4:].isdigit():
        return text.replace("-", "") if "-" in text else f"{text[:-2]}{text[-1]}{text[-2]}"
    middle = len(text) // 2
    return text[:middle] + text[middle + 1 :]
