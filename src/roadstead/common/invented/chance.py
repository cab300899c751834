"""Choices that look like chance and are the same each time they are made for the same thing."""

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")
WORD = 4  # bytes of a digest for each choice


class Chance:
    """Choices about one thing: `Chance("facility", "NGAPP", 3)` chooses the same on every machine and day."""

    def __init__(self, *about: object) -> None:
        self._about = "/".join(map(str, about)).encode()
        self._block, self._left = 0, b""

    def below(self, most: int) -> int:
        """A number from 0, and less than `most`."""
        if not self._left:
            self._left = sha256(self._about + self._block.to_bytes(4)).digest()
            self._block += 1
        word, self._left = self._left[:WORD], self._left[WORD:]
        return int.from_bytes(word) % most

    def between(self, least: int, most: int) -> int:
        """A number, both ends among them."""
        return least + self.below(most - least + 1)

    def one_of(self, choices: Sequence[T]) -> T:
        return choices[self.below(len(choices))]

    def some_of(self, choices: Sequence[T], number: int) -> list[T]:
        """Different ones, in the order in which they stand."""
        left = list(range(len(choices)))
        taken = [left.pop(self.below(len(left))) for _ in range(min(number, len(choices)))]
        return [choices[at] for at in sorted(taken)]

    def happens(self, percent: int) -> bool:
        return self.below(100) < percent
