"""Liners walk their rotation backwards, and leave out a call now and then."""

from dataclasses import dataclass

import numpy as np

from roadstead.screening.generate.chains import STEPS, Chains
from roadstead.screening.generate.ports import Flags, Floats, Ints
from roadstead.screening.generate.trades import CALL, Service

LEFT_OUT = 0.06  # share of calls that a liner leaves out


@dataclass(frozen=True)
class Loops:
    """Rotations as a table. ports: services × longest, padded; sizes: calls in each; skippable: may this call be left
    out (its neighbours differ); arrivals: places of US calls, padded; arrival_counts: how many."""

    ports: Ints
    sizes: Ints
    skippable: Flags
    arrivals: Ints
    arrival_counts: Ints


def loops_of(services: tuple[Service, ...], domestic: Flags) -> Loops:
    """Tabulate the rotations; a tramp's row stays empty."""
    width = max(len(service.ports) for service in services)
    ports = np.zeros((len(services), width), dtype=np.int64)
    skippable = np.zeros((len(services), width), dtype=bool)
    arrivals = np.zeros((len(services), width), dtype=np.int64)
    for row, service in enumerate(services):
        calls = service.ports
        places = [place for place, port in enumerate(calls) if domestic[port]]
        ports[row, : len(calls)] = calls
        skippable[row, : len(calls)] = [calls[i - 1] != calls[(i + 1) % len(calls)] for i in range(len(calls))]
        arrivals[row, : len(places)] = places
    sizes = np.array([max(len(service.ports), 1) for service in services])
    counts = np.array([sum(bool(domestic[port]) for port in service.ports) for service in services])
    return Loops(ports, sizes, skippable, arrivals, counts)


def walk_loops(loops: Loops, service: Ints, draw: Floats) -> Chains:
    """Chains of liners. draw: voyages × (STEPS + 1), uniform."""
    ports = np.empty((len(service), STEPS + 1), dtype=np.int64)
    size = loops.sizes[service]
    place = loops.arrivals[service, (draw[:, 0] * loops.arrival_counts[service]).astype(np.int64)]
    ports[:, 0] = loops.ports[service, place]
    for step in range(1, STEPS + 1):
        place = (place - 1) % size
        skip = (draw[:, step] < LEFT_OUT) & loops.skippable[service, place]
        place = np.where(skip, (place - 1) % size, place)
        ports[:, step] = loops.ports[service, place]
    return Chains(ports, np.full_like(ports, CALL))
