"""Time something over and over, in processor time, and say what is typical of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from time import thread_time_ns
from typing import TypeVar

ROUNDS = 5
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Figures:
    """Medians of some rounds: how many a second, and how long one takes (microseconds)."""

    rate: float
    p50: float
    p99: float


def timed(work: Callable[[T], object], inputs: Sequence[T], rounds: int = ROUNDS) -> Figures:
    """Do the work for each input, in this process and one after another, after one round that is not counted."""
    for each in inputs:
        work(each)
    return typical([_round(work, inputs) for _ in range(rounds)])


def _round(work: Callable[[T], object], inputs: Sequence[T]) -> list[int]:
    taken = []
    for each in inputs:
        start = thread_time_ns()
        work(each)
        taken.append(thread_time_ns() - start)
    return taken


def typical(rounds: Sequence[Sequence[int]]) -> Figures:
    """The medians of rounds of single times in nanoseconds."""
    cuts = [quantiles(taken, n=100) for taken in rounds]
    return Figures(
        rate=median(len(taken) / (sum(taken) / 1e9) for taken in rounds),
        p50=median(cut[49] for cut in cuts) / 1e3,
        p99=median(cut[98] for cut in cuts) / 1e3,
    )
