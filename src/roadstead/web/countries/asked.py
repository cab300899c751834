"""What an address asks of the list of countries."""

from collections.abc import Container
from dataclasses import asdict, dataclass

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from roadstead.web.countries import standing

LONGEST_SEARCH = 100
NOBODY = "none"  # in the choice of an officer
GAPS: dict[str, str | Promise] = {
    "officer": _("No officer"),
    "authority": _("No Designated Authority"),
    "embassy": _("No embassy"),
    "facilities": _("No facility"),
    "any": _("Any of these"),
}
MEASURES: dict[str, str | Promise] = {
    "advisory": _("Standing on the advisory"),
    "facilities": _("Port facilities"),
    "expired": _("Statements of Compliance expired"),
    "authority": _("Designated Authority named"),
    "officer": _("Responsible officer"),
}
COLUMNS: dict[str, str | Promise] = {
    "name": _("Country"),
    "advisory": _("Advisory"),
    "officer": _("Officer"),
    "facilities": _("Facilities"),
    "expired": _("SoC expired"),
    "authority": _("Authority"),
    "embassy": _("Embassy"),
}
DOWN_FIRST = frozenset({"facilities", "expired"})


@dataclass(frozen=True, slots=True)
class Asked:
    """An empty field asks nothing. officer: the number of a person, or "none"; measure: what the map is coloured by."""

    text: str = ""
    region: str = ""
    grouping: str = ""
    status: str = ""
    officer: str = ""
    gap: str = ""
    measure: str = "advisory"
    sort: str = "name"

    @property
    def query(self) -> dict[str, str]:
        """The question as the parameters of an address; what asks nothing is empty."""
        said = {name: str(value) for name, value in asdict(self).items()}
        text, measure = said.pop("text"), said.pop("measure")
        return {"q": text, **said, "measure": "" if measure == "advisory" else measure}

    @property
    def narrows(self) -> bool:
        """Whether it leaves any country out."""
        return any((self.text, self.region, self.grouping, self.status, self.officer, self.gap))


def read(query: QueryDict) -> Asked:
    """What the address asks; what it cannot ask is left out."""
    sort = query.get("sort", "")
    officer = query.get("officer", "")
    return Asked(
        text=_typed(query.get("q", "")),
        region=_typed(query.get("region", "")),
        grouping=_typed(query.get("grouping", "")).upper(),
        status=_one_of(query.get("status", ""), standing.WORDS),
        officer=officer if officer == NOBODY or (officer.isascii() and officer.isdigit()) else "",
        gap=_one_of(query.get("gap", ""), GAPS),
        measure=_one_of(query.get("measure", ""), MEASURES) or "advisory",
        sort=sort if sort.removeprefix("-") in COLUMNS else "name",
    )


def _typed(text: str) -> str:
    return text.replace("\0", "").strip()[:LONGEST_SEARCH]


def _one_of(value: str, known: Container[str]) -> str:
    return value if value in known else ""
