"""The list, and the difference of two lists, as a person reads them on a terminal."""

from collections.abc import Sequence
from datetime import date

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from roadstead.core.diff import CountryChange, Difference, ExceptionChange
from roadstead.core.listing import AdvisoryOn, CountryOn, EditionRef, ExceptionOn
from roadstead.core.texts import said
from roadstead.core.truth import YES


def show_list(advisory: AdvisoryOn) -> None:
    """Print the list in force on a day."""
    console = Console(highlight=False)
    console.print(f"[bold]On the list on {said(advisory.on)}: {advisory.listed_count} countries[/]")
    if advisory.edition:
        console.print(f"Edition in force: {edition_said(advisory.edition)}. As known on {said(advisory.known_at)}.")
    if advisory.stale and advisory.last_confirmed_on:
        console.print(
            f"[yellow]Last confirmed on {said(advisory.last_confirmed_on)}. "
            "Check the Coast Guard's own page before relying on it.[/]"
        )
    if advisory.countries:
        console.print(_table(advisory.countries))
    for entry in advisory.recommendations:
        console.print(f"Only recommended: {escape(entry.name)} ({entry.code}), {escape(entry.citation)}")


def show_difference(found: Difference) -> None:
    """Print what changed between two lists."""
    console = Console(highlight=False)
    console.print(f"[bold]From {said(found.a.on)} to {said(found.b.on)}[/], as known on {said(found.b.known_at)}")
    if found.same:
        console.print("Nothing changed.")
    _countries(console, "Added", found.added)
    _countries(console, "Removed", found.removed)
    _countries(console, "No longer certain", found.became_unclear)
    _countries(console, "Now certain", found.became_clear)
    _exceptions(console, "Exceptions added", found.exceptions_added)
    _exceptions(console, "Exceptions withdrawn", found.exceptions_withdrawn)
    _exceptions(console, "Exceptions missing from later printings", found.exceptions_vanished)
    _exceptions(console, "Exceptions no longer certain", found.exceptions_unclear)
    _exceptions(console, "Exceptions now certain", found.exceptions_clear)
    _countries(console, "Recommendations added", found.recommendations_added)
    _countries(console, "Recommendations ended", found.recommendations_removed)
    if found.wording and found.wording.after:
        console.print(f"\n[bold]Wording of the consequences[/]\n  * now: {escape(found.wording.after.title)}")


def edition_said(edition: EditionRef) -> str:
    """An edition by number and citation; an inferred number is marked so."""
    if edition.psa is None:
        return escape(edition.citation)
    mark = "" if edition.psa_status == "printed" else f", number {edition.psa_status}"
    cited = "" if edition.citation == f"PSA {edition.psa}" else f" ({escape(edition.citation)}{mark})"
    return f"PSA {edition.psa}{cited}"


def bounds_said(on: date | None, not_before: date | None, not_after: date | None) -> str:
    """A day, or what is known of it."""
    if on:
        return on.isoformat()
    if not_before and not_after:
        return f"between {not_before} and {not_after}"
    return f"from {not_before} on, day unknown" if not_before else f"by {not_after}" if not_after else "day unknown"


def _table(countries: Sequence[CountryOn]) -> Table:
    table = Table("Code")
    table.add_column("Country", ratio=3)
    table.add_column("Since", ratio=3)
    table.add_column("Exceptions", ratio=6)
    table.add_column("Source", ratio=3)
    for entry in countries:
        name = escape(entry.name) + ("" if entry.listed is YES else " [yellow](perhaps)[/]")
        since = bounds_said(entry.since, entry.since_not_before, entry.since_not_after)
        rows = "\n".join(_exception_said(row) for row in entry.exceptions)
        table.add_row(entry.code, name, since, rows, escape(entry.citation))
    return table


def _exception_said(row: ExceptionOn) -> str:
    numbers = ", ".join(dict.fromkeys(number.printed for number in row.numbers))
    doubt = "" if row.in_force is YES else " [yellow](perhaps)[/]"
    return escape(row.name + (f" [{numbers}]" if numbers else "")) + doubt


def _countries(console: Console, title: str, changes: Sequence[CountryChange]) -> None:
    if changes:
        console.print(f"\n[bold]{title}[/]")
    for change in changes:
        by = f", {edition_said(change.by)}" if change.by else ""
        day = bounds_said(change.on, change.not_before, change.not_after)
        console.print(f"  * {escape(change.name)} ({change.code}): {day}{by}")


def _exceptions(console: Console, title: str, changes: Sequence[ExceptionChange]) -> None:
    if changes:
        console.print(f"\n[bold]{title}[/]")
    for change in changes:
        day = bounds_said(change.on, change.not_before, change.not_after)
        why = " (with its country)" if change.with_country else ""
        console.print(f"  * {escape(change.country_name)}: {escape(change.name)}, {day}{why}")
