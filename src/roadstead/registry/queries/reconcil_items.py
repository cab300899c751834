"""What does not resolve, as values: one item for each name or number that a person should look at."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

EXCEPTION, CLASH, PORT = "exception", "clash", "port"
KINDS: dict[str, str | Promise] = {
    EXCEPTION: _("Advisory exceptions"),
    CLASH: _("Clashes"),
    PORT: _("Ports not found"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """Something that does not resolve.

    key: its address; text: as the source has it; folded and where: what a decision about it is kept under; names: what
    entries are compared with; number: what the source gives; why: why it does not resolve; entries: keys of what it is
    about; brings: the names that the facility gets which it turns out to be; both: it asks whether two entries are one.
    """

    key: str
    kind: str
    country: str
    text: str
    folded: str
    where: str
    source: str
    why: str
    names: tuple[str, ...] = ()
    number: str = ""
    ports: tuple[str, ...] = ()
    entries: tuple[int, ...] = ()
    brings: tuple[str, ...] = ()
    both: bool = False
    in_force: str = ""
    since: date | None = None
    url: str = ""
    settled: str = ""  # the port that this name was decided to be, for entries that came since

    @property
    def order(self) -> tuple[object, ...]:
        """Exceptions in force first, then what touches most entries, then by country and text."""
        first = {"yes": 0, "unknown": 1}.get(self.in_force, 2)
        return (list(KINDS).index(self.kind), first, -len(self.entries), self.country, self.text.casefold(), self.key)
