"""The pages of the static publication: the list, each country, each edition. English; links lead inside only."""

from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from typing import Any

from django.template.loader import render_to_string

from roadstead.advisories import presenters, queries, summary
from roadstead.advisories.queries import Entry

STYLE = "style.css"


def pages(on: date, known_at: date) -> Iterator[tuple[str, bytes]]:
    """Every page by its name."""
    entries, listed = queries.entries_until(on, known_at), queries.advisory(on, known_at)
    shared = {"on": on, "known_at": known_at, "advisory": listed}
    first = {"rows": listed.countries, "entries": entries[:3], "up": ""}
    yield STYLE, files("roadstead.advisories").joinpath("site/style.css").read_bytes()
    yield "index.html", _page("list", {**shared, **first})
    lines = presenters.by_year(entries)
    yield "editions/index.html", _page("editions", {**shared, "years": lines, "count": len(entries), "up": "../"})
    for entry in entries:
        yield f"editions/{entry.edition.id}.html", _page("edition", {**shared, **_edition(entry, known_at)})
    for code in sorted(_named(entries)):
        file = queries.country_file(code, on, known_at)
        groups = presenters.exception_groups(file)
        told = {"file": file, "moments": presenters.moments(file), "exceptions": groups, "up": "../"}
        shown = [(entry, summary.number(entry)) for entry in file.entries if entry.day <= on]
        yield f"countries/{code}.html", _page("country", {**shared, **told, "editions": shown})


def _named(entries: tuple[Entry, ...]) -> set[str]:
    return {code for entry in entries for code in entry.countries}


def _edition(entry: Entry, known_at: date) -> dict[str, Any]:
    words = presenters.edition_words(entry)
    return {"entry": entry, **words, "after": queries.advisory(entry.day, known_at), "up": "../"}


def _page(name: str, context: dict[str, Any]) -> bytes:
    text = render_to_string(f"advisories/site/{name}.html", context)
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines() if line.strip()).encode()
