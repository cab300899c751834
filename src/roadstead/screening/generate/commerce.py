"""Trades, services and events as they are written in the package's own files."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from roadstead.screening.generate.authored import read_yaml
from roadstead.screening.generate.ports import Ports
from roadstead.screening.generate.trades import CALL, DISCHARGING, LOADING, ROLES, Change, Closure, Era, Service, Trade


@dataclass(frozen=True)
class Commerce:
    """Everything authored about trades."""

    trades: tuple[Trade, ...]
    services: tuple[Service, ...]
    changes: tuple[Change, ...]
    eras: tuple[Era, ...]
    closures: tuple[Closure, ...]


def load(ports: Ports, first: date) -> Commerce:
    """Read trades, rotations, changes, closures, and the eras from the one that holds the day `first` on."""
    facts = read_yaml("trades")
    rotations = read_yaml("rotations")
    services: list[Service] = []
    for number, (name, trade) in enumerate(facts["trades"].items()):
        if name in rotations:
            services += _rotations(number, trade, rotations[name], ports)
        else:
            services += _directions(number, name, trade)
    return Commerce(
        trades=tuple(_trade(name, trade) for name, trade in facts["trades"].items()),
        services=tuple(services),
        changes=tuple(_change(entry) for entry in facts["changes"]),
        eras=_eras(facts["eras"], facts["seldom"], first),
        closures=tuple(
            Closure(tuple(ports.number[code] for code in entry["ports"]), entry["from"], entry["until"])
            for entry in facts["closures"]
        ),
    )


def _trade(name: str, facts: dict[str, Any]) -> Trade:
    stay = facts["stay"]
    tramp = "laden" in facts
    mean, deviation, least, most = facts["speed"]
    return Trade(
        name=name,
        ships=facts["ships"],
        types=facts["types"],
        speed=(mean, deviation, least, most),
        stay=(stay.get("loading", 0), stay.get("discharging", 0), stay.get("call", 0)),
        spread=stay["spread"],
        wait=facts["wait"],
        panama=facts["panama"],
        bunkers=facts["stops"]["bunkers"],
        other=facts["stops"]["other"],
        pull=(facts["laden"], facts["ballast"], facts["near"]) if tramp else None,
        split=facts.get("split", 0),
    )


def _rotations(trade: int, facts: dict[str, Any], rotations: list[dict[str, Any]], ports: Ports) -> list[Service]:
    total = sum(rotation["weight"] for rotation in rotations)
    return [
        Service(
            name=rotation["name"],
            trade=trade,
            role=CALL,
            share=facts["share"] * rotation["weight"] / total,
            season=np.array(rotation.get("season", facts["season"]), dtype=float),
            ports=tuple(ports.numbers(rotation["ports"])),
        )
        for rotation in rotations
    ]


def _directions(trade: int, name: str, facts: dict[str, Any]) -> list[Service]:
    shares = (facts["loading"], 1 - facts["loading"])
    return [
        Service(
            name=f"{name}/{ROLES[role]}",
            trade=trade,
            role=role,
            share=facts["share"] * shares[role],
            season=np.array(facts["season"][ROLES[role]], dtype=float),
        )
        for role in (LOADING, DISCHARGING)
    ]


def _eras(entries: list[dict[str, Any]], seldom: dict[str, float], first: date) -> tuple[Era, ...]:
    eras = []
    for entry in entries:
        pull = {**seldom, **{land: seldom.get(land, 1.0) * factor for land, factor in entry["pull"].items()}}
        eras.append(Era(entry["from"], entry["suez"], pull))
    held = [number for number, era in enumerate(eras) if era.start <= first]
    return tuple(eras[max(held, default=0) :])


def _change(entry: dict[str, Any]) -> Change:
    start, end = _month(entry.get("from"), date.min), _month(entry.get("until"), date.max)
    return Change(entry["of"], start, end, entry["times"])


def _month(text: str | None, default: date) -> date:
    """The first day of a month written as 2019-06."""
    return date.fromisoformat(f"{text}-01") if text else default
