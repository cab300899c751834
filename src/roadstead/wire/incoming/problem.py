"""What could not be taken in, and what to do about it. Values of people's lines are never repeated in it."""

import msgspec


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Why a notice, or a whole file, was not taken in. at: row, cell, element or field; notice: its number."""

    at: str
    what: str
    todo: str
    notice: str | None = None

    def __str__(self) -> str:
        return f"{self.at}: {self.what} {self.todo}"


class RefusedError(ValueError):
    """A file, or a notice in it, that cannot be taken in."""

    def __init__(self, at: str, what: str, todo: str) -> None:
        super().__init__(f"{at}: {what} {todo}")
        self.problem = Problem(at=at, what=what, todo=todo)
