"""What is asked of a search."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from roadstead.search.slips import near
from roadstead.search.words import Wanted, wanted

LONGEST = 200  # characters


@dataclass(frozen=True)
class Asked:
    """A text, and perhaps one kind to stay within; near: similar spellings are wanted, too. (Not a slotted class: it
    keeps what it has looked up.)
    """

    text: str = ""
    kind: str = ""
    near: bool = False

    @cached_property
    def words(self) -> list[Wanted]:
        return wanted(self.text)

    @cached_property
    def slips(self) -> Mapping[str, Mapping[str, int]]:
        """Words near those that are wanted, where similar spellings are; one query."""
        return near([one.word for one in self.words]) if self.near else {}

    @property
    def with_near(self) -> "Asked":
        return Asked(self.text, self.kind, True)

    def address(self, kind: str = "", **more: str) -> str:
        """The address of the same search, within a kind or over all."""
        said = {"q": self.text, "kind": kind, "near": "1" if self.near else ""} | more
        return "/search/?" + urlencode({name: value for name, value in said.items() if value})


def read(values: Mapping[str, str], kinds: Mapping[str, object]) -> Asked:
    """What a query asks; a kind that there is not asks for all."""
    text = " ".join(values.get("q", "").replace("\0", "").split())[:LONGEST]
    kind = values.get("kind", "")
    return Asked(text, kind if kind in kinds else "", values.get("near") == "1")
