"""The headings of a list that can be sorted by its columns."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a column. sorted: as aria-sort says it, "" where the list is not sorted by it."""

    label: Text
    href: str
    sorted: str


def headings(
    columns: Mapping[str, Text], sort: str, query: Mapping[str, str], *, down_first: Collection[str] = ()
) -> dict[str, Heading]:
    """A heading for each column. sort: the present one, "-" before it where it goes down; query: what else was asked.

    A click on a column sorts by it; another turns the order round.
    """
    return {key: _heading(key, label, sort, query, key in down_first) for key, label in columns.items()}


def _heading(key: str, label: Text, sort: str, query: Mapping[str, str], down_first: bool) -> Heading:
    now, down = sort.removeprefix("-") == key, sort.startswith("-")
    turned = ("" if down else "-") if now else ("-" if down_first else "")
    words = ("descending" if down else "ascending") if now else ""
    return Heading(label, "?" + query_of(dict(query) | {"sort": turned + key}), words)


def query_of(asked: Mapping[str, str]) -> str:
    """A question as an address has it, without what is empty."""
    return urlencode({name: value for name, value in asked.items() if value})
