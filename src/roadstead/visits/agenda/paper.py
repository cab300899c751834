"""An agenda on paper in both languages: a tagged PDF, made by Typst. What varies goes in as data, never as markup."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

import typst


def make(content: dict[str, Any]) -> bytes:
    """The agenda as PDF, with its tags; the same content gives the same bytes."""
    inputs = {"data": json.dumps(content, ensure_ascii=False)}
    given: dict[str, Any] = {"sys_inputs": inputs, "format": "pdf", "ignore_system_fonts": True, "timestamp": 0}
    try:
        return bytes(typst.compile(_template(), pdf_standards=["ua-1"], **given))
    except typst.TypstError:
        # The accessible standard allows no letter without a shape; some scripts are in neither of the fonts.
        return bytes(typst.compile(_template(), **given))


@cache
def _template() -> bytes:
    return files("roadstead.visits").joinpath("agenda/agenda.typ").read_bytes()
