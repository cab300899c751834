"""Names of people and things that are not there, in the sound of a country; each says of itself that it is invented."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from roadstead.common.invented.chance import Chance

FILE = Path(__file__).with_name("sounds.yaml")
ELSEWHERE = "english"
TRIES = 40


@dataclass(frozen=True, slots=True)
class Named:
    """A name in Latin letters, and in its own script where the sound has one ("" else)."""

    latin: str
    local: str = ""


def invented(name: str) -> str:
    """A name as it is kept: whoever reads it, wherever it is carried, is told."""
    return f"{name} (invented)"


def person(country: str, subregion: str, chance: Chance, taken: set[str]) -> Named:
    """A person’s name that is not among those taken, to which it is added. Without the word “(invented)”."""
    sound = _sound(country, subregion)
    made = _full(sound, chance)
    for _ in range(TRIES):
        if made.latin not in taken:
            break
        made = _full(sound, chance)
    else:
        # A sound of few syllables has fewer names than a large world has people: a second family name.
        made = Named(f"{made.latin}-{_joined(sound['family'], chance).latin}", made.local)
    taken.add(made.latin)
    return made


def word(country: str, subregion: str, chance: Chance) -> str:
    """A name for a company or a terminal."""
    return _joined(_sound(country, subregion)["family"], chance).latin


def _full(sound: dict[str, Any], chance: Chance) -> Named:
    given, family = _joined(sound["given"], chance), _joined(sound["family"], chance)
    local = f"{given.local} {family.local}" if given.local and family.local else ""
    return Named(f"{given.latin} {family.latin}", local)


def _joined(parts: list[list[Any]], chance: Chance) -> Named:
    chosen = [chance.one_of(part) for part in parts]
    if isinstance(chosen[0], str):
        return Named("".join(chosen))
    return Named("".join(one for one, _local in chosen), "".join(local for _one, local in chosen))


def _sound(country: str, subregion: str) -> dict[str, Any]:
    sounds, by_country, by_subregion = _sounds()
    found: dict[str, Any] = sounds[by_country.get(country) or by_subregion.get(subregion) or ELSEWHERE]
    return found


@cache
def _sounds() -> tuple[dict[str, Any], dict[str, str], dict[str, str]]:
    sounds: dict[str, Any] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    by_country = {str(code): name for name, one in sounds.items() for code in one["countries"]}
    by_subregion = {place: name for name, one in sounds.items() for place in one["subregions"]}
    return sounds, by_country, by_subregion
