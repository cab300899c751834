"""Why a row's last place is not certain, as sentences."""

from roadstead.core.country import country_name
from roadstead.screening.entrances.errors import Problem, shown
from roadstead.screening.entrances.tables import Official


def disagreement(country: str, code: str, found: tuple[str, ...]) -> Problem:
    said = " or ".join(country_name(one) for one in found)
    why = f"WHERE_SCHEDK {shown(code)} lies in {said}, so the code and the country's name disagree"
    return Problem("WHERE_CTRY", shown(country), why, "Correct the one that is wrong.")


def several(code: str, country: str, found: list[str]) -> Problem:
    said = " or ".join(country_name(one) for one in found)
    column, value = ("WHERE_SCHEDK", code) if code else ("WHERE_CTRY", country)
    return Problem(column, shown(value), f"this can be {said}", "Write that country's name in WHERE_CTRY.")


def nowhere(code: str, country: str, official: Official) -> Problem:
    if not code and not country:
        why = "neither a code nor a country says where the ship came from"
        return Problem("WHERE_SCHEDK", "", why, "Write the Schedule K code, or the country in WHERE_CTRY.")
    name = f" (“{shown(official.name)}”)" if official.name else ""
    why = f"no country is known for this code{name}"
    why += f", and “{shown(country)}” in WHERE_CTRY is no country we know" if country else ", and WHERE_CTRY is blank"
    return Problem("WHERE_SCHEDK", shown(code), why, "Write the country in WHERE_CTRY; leave the row out if at sea.")
