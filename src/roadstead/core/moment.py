"""A day that may be known only between bounds.

Dates are stored, never computed: where a source gives a month, a week or nothing but two
printings, the days between the bounds are unknown.
"""

from dataclasses import dataclass
from datetime import date

from roadstead.core.truth import NO, UNKNOWN, YES, Truth


@dataclass(frozen=True, slots=True)
class Moment:
    """When something took effect or became public.

    not_before: the first day on which it may have happened (None: no bound is known).
    not_after: a day by which it had happened (None: no source says that it has).
    """

    not_before: date | None
    not_after: date | None

    def __post_init__(self) -> None:
        if self.not_before and self.not_after and self.not_before > self.not_after:
            raise ValueError(f"the bounds {self.not_before} and {self.not_after} stand in the wrong order")

    @classmethod
    def on(cls, day: date) -> "Moment":
        """A day known exactly."""
        return cls(day, day)

    @property
    def exact(self) -> date | None:
        """The day, where it is known exactly."""
        return self.not_after if self.not_before == self.not_after else None

    def reached(self, day: date) -> Truth:
        """Whether it had happened on that day (the day itself counts)."""
        if self.not_after is not None and day >= self.not_after:
            return YES
        if self.not_before is not None and day < self.not_before:
            return NO
        return UNKNOWN
