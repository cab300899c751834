"""When ships arrive: the months of the period, how busy each is, and which services are busy in it."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from roadstead.screening.generate.commerce import Commerce
from roadstead.screening.generate.period import Period
from roadstead.screening.generate.ports import Floats, Ints
from roadstead.screening.generate.trades import Change, Closure, Service

MINUTES = 1440  # of a day
AFTER_CLOSURE = 3 * MINUTES


@dataclass(frozen=True)
class Calendar:
    """Months of a period. starts: minutes since 1970 at which each begins (and the last ends); counts + 1 of them.

    busy: the share of arrivals up to the end of each month. mix: for each month, services by cumulated share,
    the month's number added, flat.
    """

    starts: Ints
    busy: Floats
    mix: Floats
    services: int

    def arrivals(self, quantiles: Floats) -> tuple[Ints, Ints]:
        """Minutes since 1970, and months, of arrivals at these quantiles (0 to 1, not included) of the period."""
        month = np.searchsorted(self.busy, quantiles, side="right").clip(max=len(self.busy) - 1)
        before = np.concatenate([[0.0], self.busy])[month]
        part = (quantiles - before) / (self.busy[month] - before)
        minutes = self.starts[month] + (part * (self.starts[month + 1] - self.starts[month])).astype(np.int64)
        return np.minimum(minutes, self.starts[month + 1] - 1), month

    def services_of(self, month: Ints, draw: Floats) -> Ints:
        """The service of each arrival; draw: uniform from 0 to 1, not included."""
        found = np.searchsorted(self.mix, month + draw, side="right") - month * self.services
        return found.clip(max=self.services - 1)


def calendar_of(period: Period, commerce: Commerce) -> Calendar:
    """Lay out a period."""
    first_days = _months(period)
    starts = np.array([(day - date(1970, 1, 1)).days * MINUTES for day in [*first_days, period.end]])
    shares = np.array([[_share(service, day, commerce) for service in commerce.services] for day in first_days])
    lengths = np.diff(starts)
    total = np.cumsum(shares.sum(axis=1) * lengths)
    mix = np.cumsum(shares, axis=1) / shares.sum(axis=1, keepdims=True)
    mix[:, -1] = 1.0
    flat = (mix + np.arange(len(first_days))[:, None]).ravel()
    return Calendar(starts=starts, busy=total / total[-1], mix=flat, services=len(commerce.services))


def delayed(minutes: Ints, ports: Ints, closures: tuple[Closure, ...], draw: Floats) -> Ints:
    """Arrivals at ports that were shut, moved to the three days after they opened."""
    moved = minutes
    for closure in closures:
        start, end = (_minute(day) for day in (closure.start, closure.end))
        inside = (minutes >= start) & (minutes < end)
        if inside.any():
            shut = inside & np.isin(ports, closure.ports)
            moved = np.where(shut, end + (draw * AFTER_CLOSURE).astype(np.int64), moved)
    return moved


def _months(period: Period) -> list[date]:
    days = [period.start]
    while (following := (days[-1].replace(day=1) + timedelta(days=32)).replace(day=1)) < period.end:
        days.append(following)
    return days


def _share(service: Service, day: date, commerce: Commerce) -> float:
    share = service.share * float(service.season[day.month - 1])
    for change in commerce.changes:
        if change.start <= day.replace(day=1) <= change.end and _concerns(change, service, commerce):
            share *= change.times
    return share


def _concerns(change: Change, service: Service, commerce: Commerce) -> bool:
    return change.of in (service.name, commerce.trades[service.trade].name)


def _minute(day: date) -> int:
    return (day - date(1970, 1, 1)).days * MINUTES
