"""From texts to values: what cannot be read is kept as said, and remarked with its place; nothing turns into “no”."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from roadstead.core.identity import IdentityError
from roadstead.wire.incoming import times
from roadstead.wire.incoming.base import Remark, When
from roadstead.wire.incoming.draft import Draft, Fields, printable

_YES = frozenset(("yes", "y", "true", "1", "x"))
_NO = frozenset(("no", "n", "false", "0"))
_SILENT = frozenset(("not provided", "n/a", "na", "not applicable", "unknown", "none", "-"))
_HIDDEN = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, 0xFEFF)))
T = TypeVar("T")


class Values:
    """The fields of one group of a draft. prefix: “vessel.” for one."""

    def __init__(self, draft: Draft, fields: Fields, prefix: str = "") -> None:
        self.draft, self.fields, self.prefix = draft, fields, prefix

    def under(self, name: str) -> "Values":
        return Values(self.draft, self.fields, f"{self.prefix}{name}.")

    def any(self) -> bool:
        """Whether the group has any field."""
        return any(name.startswith(self.prefix) for name in self.fields)

    def remark(self, name: str, what: str, todo: str = "") -> None:
        given = self.fields.get(self.prefix + name)
        at = given.at if given else self.prefix + name
        self.draft.remarks.append(Remark(at=at, what=what, todo=todo))

    def raw(self, name: str) -> str:
        given = self.fields.get(self.prefix + name)
        return given.text if given else ""

    def text(self, name: str) -> str | None:
        """The text; controls and what turns or hides text are taken out, as no terminal or page should obey it."""
        said = self.raw(name)
        if not (said.isascii() and said.isprintable()):
            said = "".join(char for char in said if char.isprintable() and char not in _HIDDEN).strip()
        return said or None

    def truth(self, name: str) -> bool | None:
        said = self.raw(name).casefold()
        if not said or said in _SILENT:
            return None
        if said in _YES or said in _NO:
            return said in _YES
        self.remark(name, f"“{printable(said)}” is neither yes nor no.", "It is taken as not said.")
        return None

    def number(self, name: str, most: int = 10**9) -> int | None:
        said = self.raw(name).replace(",", "").removesuffix(".0")
        if not said:
            return None
        if said.isascii() and said.isdecimal() and len(said) < 12 and int(said) <= most:
            return int(said)
        self.remark(name, f"“{printable(said)}” is no whole number.", "It is taken as not said.")
        return None

    def word(self, name: str, words: Mapping[str, T], todo: str = "It is taken as not said.") -> T | None:
        """One of a few words, capitals forgiven."""
        said = self.raw(name)
        if not said:
            return None
        found = next((value for word, value in words.items() if word.casefold() == said.casefold()), None)
        if found is None:
            known = ", ".join(sorted({str(value) for value in words.values()}))
            self.remark(name, f"“{printable(said)}” is not a word we know here ({known}).", todo)
        return found

    def identity(self, name: str, parse: Callable[[str], str]) -> str | None:
        said = self.text(name)
        if said is None:
            return None
        try:
            return parse(said)
        except IdentityError as error:
            self.remark(name, str(error))
            return None

    def when(self, name: str) -> When | None:
        """A time out of its day and its time, as stated, with the moment where it can be read."""
        day, time = self.text(name) or "", self.text(f"{name}_time") or ""
        if not day:
            if time:
                self.remark(f"{name}_time", "is a time without a day.", "Give the day too.")
            return None
        found = times.read(day, time, self.draft.zone)
        if found.what:
            self.remark(name, f"“{printable(f'{day} {time}'.strip())}” {found.what}", found.todo)
        return found.when
