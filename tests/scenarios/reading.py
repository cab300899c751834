"""Scenarios: sentences in YAML, read into notices and expectations.

A good scenario is compact. Every value is text:

    - name: A ship that loaded at an excepted terminal meets no conditions
      given:
        eta: 2019-06-01                 # noon UTC, unless a time is written
        calls:
        - DJJIB 2019-05-11              # place, day of departure (noon UTC), purpose if it is not cargo
        - {stop: NG 2019-05-01, terminal: APM Terminal, number: NGAPP-0001, done: all, not: C5, unsaid: C4}
      known_at: 2026-11-22              # this is the default
      then:
        outcome: applies
        calls: [yes yes yes no, yes yes no yes]   # counted listed excepted caught; - is not looked at

`done: all` says that all five duties were met, `done: none` that none was; `not` and `unsaid` take some
out. `berths` is a list of terminals' names, or of mappings with number and terminal.
"""

from datetime import date
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)
DUTIES = {
    "C1": "security_level_2",
    "C2": "access_points_guarded",
    "C3": "declaration_of_security",
    "C4": "logged",
    "C5": "reported",
}


def good() -> list[tuple[str, dict[str, Any]]]:
    """Every good scenario with the id that a test report shows."""
    return [
        (f"{file.stem}: {scenario['name']}", scenario)
        for file in sorted((HERE / "good").glob("*.yaml"))
        for scenario in yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    ]


def bad() -> list[tuple[str, dict[str, Any]]]:
    """Every bad scenario with the id that a test report shows."""
    return [
        (f"{file.stem}: {scenario['name']}", scenario)
        for file in sorted((HERE / "bad").glob("*.yaml"))
        for scenario in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


def notice_of(given: dict[str, Any]) -> dict[str, Any]:
    """The notice that a good scenario gives."""
    notice: dict[str, Any] = {
        "schema": "roadstead/notice/1",
        "arrival": {"port": given.get("port", "USHOU"), "eta": _time(given["eta"])},
        "calls": [_call(call) for call in given["calls"]],
    }
    if "vessel" in given:
        notice["vessel"] = {key: _plain(value) for key, value in given["vessel"].items()}
    return notice


def _call(given: str | dict[str, Any]) -> dict[str, Any]:
    said: dict[str, Any] = {"stop": given} if isinstance(given, str) else given
    unknown = said.keys() - {"stop", "terminal", "number", "berths", "done", "not", "unsaid", "arrived"}
    assert not unknown, f"a scenario's call has no {unknown}"
    place, departed, *purpose = said["stop"].split()
    call: dict[str, Any] = {"port" if len(place) == 5 else "country": place, "departed": _time(departed)}
    if purpose:
        call["purpose"] = purpose[0]
    if "arrived" in said:
        call["arrived"] = _time(said["arrived"])
    call |= _berth(said)
    if "berths" in said:
        call["berths"] = [_berth({"terminal": b} if isinstance(b, str) else b) for b in said["berths"]]
    if "done" in said:
        call["measures"] = _measures(said)
    return call


def _berth(said: dict[str, Any]) -> dict[str, Any]:
    names = {"number": "facility", "terminal": "facility_name"}
    return {field: said[key] for key, field in names.items() if key in said}


def _measures(said: dict[str, Any]) -> dict[str, Any]:
    done = said["done"] == "all"
    measures: dict[str, Any] = dict.fromkeys(DUTIES.values(), done)
    measures["declaration_of_security"] = "signed" if done else "not_attempted"
    for code in said.get("not", "").split():
        measures[DUTIES[code]] = "not_attempted" if code == "C3" else False
    for code in said.get("unsaid", "").split():
        del measures[DUTIES[code]]
    return measures


def _time(text: str) -> str:
    return text if "T" in text else f"{text}T12:00:00Z"


def _plain(text: str) -> Any:
    return {"true": True, "false": False}.get(text, text)
