"""Works that take turns, round after round, so that a busy minute hits all of them; compared within each round."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of each round, by the clock and of both cores together."""

    clock: list[float]
    processor: list[float]

    @property
    def seconds(self) -> float:
        return median(self.clock)

    @property
    def processor_seconds(self) -> float:
        return median(self.processor)

    def over(self, base: "Taken") -> tuple[float, float]:
        """How many times the base it takes: by the clock, and of the processor's time."""
        pairs = ((self.clock, base.clock), (self.processor, base.processor))
        by_clock, by_processor = (median(mine / its for mine, its in zip(*pair, strict=True)) for pair in pairs)
        return by_clock, by_processor


def take_turns(works: Mapping[str, Work], rounds: int) -> dict[str, Taken]:
    """Time each work once in every round, after one round that is not counted."""
    taken = {name: Taken([], []) for name in works}
    for number in range(rounds + 1):
        for name, work in works.items():
            clock, processor = perf_counter(), process_time()
            work()
            if number:
                taken[name].clock.append(perf_counter() - clock)
                taken[name].processor.append(process_time() - processor)
    return taken


@dataclass(frozen=True, slots=True)
class Child:
    """What a process of its own took: seconds, processor seconds, and the most memory it held, in bytes."""

    clock: float
    processor: float
    memory: int


def alone(module: str, *arguments: object) -> Child:
    """Run a module of ours, which says at its end what it held, in a process of its own."""
    started = perf_counter()
    command = [sys.executable, "-m", module, *map(str, arguments)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, cwd=Path(__file__).resolve().parent.parent)
    clock = perf_counter() - started
    processor, memory = done.stdout.split()[-2:]
    return Child(clock, float(processor), int(memory))


def held() -> str:
    """Processor seconds of this process, and the most memory it held."""
    # Not the rusage that a parent is told: it counts what the parent itself held when it started the child.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    high = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    return f"{process_time()} {high * 1024}"
