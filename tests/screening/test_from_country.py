"""What a folder keeps counted of US ports is what counting its voyages says."""

from datetime import date
from pathlib import Path

from roadstead.rulebook import shipped
from roadstead.screening import generate, layout
from roadstead.screening.from_country import KEPT, arrivals_after, types_by_port

UNTIL = date(2026, 11, 22)


def test_what_is_kept_is_what_counting_says(tmp_path: Path) -> None:
    folder, book = tmp_path / "small", shipped()
    made = generate.tables(400, seed=7, until=UNTIL, listings=book.listings, facilities=book.facilities)
    layout.write(made, folder, book=book, about={"invented": True})
    countries = sorted(one.name.partition("=")[2] for one in (folder / "calls").iterdir())
    kept, types = {code: arrivals_after(folder, code) for code in countries}, types_by_port(folder)
    assert sum(map(len, kept.values())) > 100
    assert types
    (folder / KEPT).unlink()  # as in a folder that was made before
    assert {code: arrivals_after(folder, code) for code in countries} == kept
    assert types_by_port(folder) == types


def test_what_is_kept_and_broken_is_counted_anew(tmp_path: Path) -> None:
    (tmp_path / KEPT).write_text("[]", encoding="utf-8")
    assert arrivals_after(tmp_path, "NG") == {} == types_by_port(tmp_path)
