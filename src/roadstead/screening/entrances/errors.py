"""Why a file, or a row of it, was not taken over."""

from dataclasses import dataclass

from roadstead.screening.errors import ScreeningError


class FileError(ScreeningError):
    """The file as a whole cannot be read. Its text says what, where and what to do."""


class OutputError(ScreeningError):
    """A file cannot be written. Its text says which, why and what to do."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that keeps a row out: which column, what stands there, why it does not do, what would."""

    column: str
    value: str
    why: str
    remedy: str


class RowError(Exception):
    """A row that cannot become a voyage."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.why)
        self.problem = problem


def shown(value: object, length: int = 60) -> str:
    """A value of the file, safe to repeat: short, and with nothing that a terminal would obey."""
    text = "".join(char if char.isprintable() else "�" for char in str(value)[: length + 1])
    return text if len(text) <= length else text[:length] + "…"
