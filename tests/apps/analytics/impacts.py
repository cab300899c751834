"""Impacts made by hand, for the parts that only read one."""

from datetime import UTC, date, datetime

from roadstead.analytics.figures import Case
from roadstead.screening.drafts import Draft, Put
from roadstead.screening.impact import AtSea, Impact, Tally

NONE_OF_THEM: tuple[Tally, ...] = ()


def tally(key: str, caught: int = 0, freed: int = 0, unclear: int = 0, settled: int = 0) -> Tally:
    return Tally(key, 10 + caught + freed + unclear + settled, caught, freed, unclear, settled)


def impact(**parts: object) -> Impact:
    """An impact that touches nothing, but for what is said otherwise."""
    told: dict[str, object] = {
        "arrivals": 1000,
        "period": (date(2024, 1, 1), date(2024, 12, 31)),
        "concerned": 60,
        "outcomes": (),
        "ships": None,
        "calls_without_terminal": 0,
        "consequences": (),
        "at_sea": (),
        "at_sea_in_all": 0,
        "seconds": 0.25,
    }
    names = ("months", "zones", "arrival_ports", "countries", "ports", "vessel_types", "flags", "operators")
    return Impact(**{**dict.fromkeys(names, NONE_OF_THEM), **told, **parts})  # type: ignore[arg-type]


def case(letter: str = "a", draft: Draft | None = None, text: str = "add:EG", **parts: object) -> Case:
    return Case(letter, text, draft or Draft(add=(Put("EG"),)), impact(**parts))


def ship(number: int) -> AtSea:
    left, comes = datetime(2024, 9, 20, 4, tzinfo=UTC), datetime(2024, 10, 3, 6, tzinfo=UTC)
    vessel = (f"EXAMPLE {number}", "Bulk Carrier", "PA", None)
    return AtSea(str(number), *vessel, "EGPSD", left, "USHOU", comes, "does_not_apply", "applies")
