"""The summary of a screening on a terminal."""

from collections.abc import Iterator, Mapping

from rich.console import Console
from rich.table import Table

from roadstead.core.country import country_name
from roadstead.screening.output import calls_beside
from roadstead.screening.screen import Order
from roadstead.screening.summary import OUTCOMES, Summary

WORDS = {"applies": "Conditions apply", "cannot_tell": "Cannot tell", "does_not_apply": "Do not apply"}
MOST_ROWS = 12


def show(summary: Summary, order: Order) -> None:
    """Print counts by outcome, country, month, zone and vessel type; the longest lists cut short."""
    console = Console(highlight=False, markup=False)  # names of files and ports may hold brackets
    console.print(f"{summary.voyages:,} voyages screened; verdicts in {order.output}", soft_wrap=True)
    if order.explain:
        console.print(f"Calls with their reasons in {calls_beside(order.output)}", soft_wrap=True)
    for sentence in made_of(summary):
        console.print(sentence)
    for outcome in OUTCOMES:
        share = summary.outcomes[outcome] / max(summary.voyages, 1)
        console.print(f"  {WORDS[outcome]:18}{summary.outcomes[outcome]:>13,}{share:>8.1%}")
    _countries(console, summary)
    _group(console, "By zone of arrival", summary.zones)
    _group(console, "By vessel type", summary.vessel_types)
    _group(console, "By month, the latest", dict(list(summary.months.items())[-MOST_ROWS:]), in_order=True)


def made_of(summary: Summary) -> Iterator[str]:
    """What one must know of the voyages to read the counts: that they are invented, what they cannot tell, a draft."""
    said = summary.about.get("input", {}).get("about", {})
    if said.get("invented") is True:
        yield str(said.get("what") or "These voyages are invented.")
    limits = said.get("limits")
    yield from map(str, limits if isinstance(limits, list) else ())
    if summary.about.get("draft"):
        yield "This is a what-if: a draft, never an edition of the advisory."


def _countries(console: Console, summary: Summary) -> None:
    table = _table("Calls in listed countries", "Calls", "Caught", "Open")
    for code, count in sorted(summary.countries.items(), key=lambda item: -item[1].caught_calls)[:MOST_ROWS]:
        numbers = (count.listed_calls, count.caught_calls, count.unknown_calls)
        table.add_row(f"{country_name(code)} ({code})", *(f"{number:,}" for number in numbers))
    if summary.countries:
        console.print(table)


def _group(console: Console, title: str, groups: Mapping[str, Mapping[str, int]], *, in_order: bool = False) -> None:
    table = _table(title, *(WORDS[outcome] for outcome in OUTCOMES))
    ordered = list(groups.items()) if in_order else sorted(groups.items(), key=lambda item: -item[1]["applies"])
    for name, counts in ordered[:MOST_ROWS]:
        table.add_row(name, *(f"{counts[outcome]:,}" for outcome in OUTCOMES))
    if len(ordered) > MOST_ROWS:
        table.caption = f"and {len(ordered) - MOST_ROWS} more; --format json has all"
    if ordered:
        console.print(table)


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", box=None, header_style="bold")
    table.add_column("")
    for column in columns:
        table.add_column(column, justify="right")
    return table
