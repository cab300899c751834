"""What a letter is drafted from, read once."""

from dataclasses import dataclass
from datetime import date

from roadstead.arrivals.models import Arrival, Decision, Letter, Received
from roadstead.core.advisory import Regime
from roadstead.core.decision import CallVerdict
from roadstead.core.decision import Decision as Judged
from roadstead.core.notice import Notice


@dataclass(frozen=True, slots=True)
class About:
    """The arrival with the version of its notice that counts, what the judge says of it, and what a person decided.

    regime: the wording in force on arrival, None where none is known. ports: names by UN/LOCODE. withdraws: the letter
    that the new one ends. today: the day of drafting.
    """

    arrival: Arrival
    version: Received
    notice: Notice
    found: Judged
    regime: Regime | None
    decided: Decision | None
    ports: dict[str, str]
    withdraws: Letter | None
    today: date

    @property
    def ship(self) -> str:
        """The ship as a letter names it."""
        told = [str(self.arrival)]
        told += [f"IMO {self.arrival.imo}"] if self.arrival.imo else []
        return ", ".join([*told, *([f"flag {self.arrival.flag}"] if self.arrival.flag else [])])

    @property
    def port(self) -> str:
        """The port of arrival, with its code."""
        name = self.ports.get(self.arrival.port)
        return f"{name} ({self.arrival.port})" if name else self.arrival.port or "a port that is not known"

    @property
    def caught(self) -> list[CallVerdict]:
        """The calls that surely count against the ship."""
        return [one for one in self.found.calls if one.caught.value == "yes"]
