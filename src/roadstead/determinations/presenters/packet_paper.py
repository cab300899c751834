"""A packet on paper: a tagged PDF, made by Typst. What varies goes in as data, never as markup."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import typst
from django.utils.translation import gettext as _

from roadstead.determinations.presenters import packet
from roadstead.determinations.presenters.packet import Section

NARROWEST, WIDEST = 9, 34  # characters


def make(content: Mapping[str, Any], digest: str) -> bytes:
    """The packet as PDF; the same content gives the same bytes."""
    inputs = {"data": json.dumps(_data(content, digest), ensure_ascii=False)}
    given: dict[str, Any] = {"sys_inputs": inputs, "format": "pdf", "ignore_system_fonts": True, "timestamp": 0}
    try:
        return bytes(typst.compile(_template(), pdf_standards=["ua-1"], **given))
    except typst.TypstError:
        # The accessible standard allows no letter without a shape; some scripts are in neither of the fonts.
        return bytes(typst.compile(_template(), **given))


@cache
def _template() -> bytes:
    return files("roadstead.determinations").joinpath("packet/packet.typ").read_bytes()


def _data(content: Mapping[str, Any], digest: str) -> dict[str, Any]:
    left = packet.left_out(content)
    facts = [*packet.decision(content), (_("Digest of this packet"), digest)]
    facts.append((_("Left out"), "; ".join(left) if left else _("nothing")))
    found = packet.sections(content)
    return {
        "title": _("Evidence packet %(number)s: %(country)s")
        % {"number": content["number"], "country": content["country_name"]},
        "standing": _("For %(recipient)s") % {"recipient": packet.recipient(content)},
        "facts": facts,
        "sections": [
            {
                "heading": one.heading,
                "lines": list(one.lines),
                "heads": list(one.heads),
                "rows": [list(row) for row in one.rows],
                "widths": _widths(one),
            }
            for one in found
        ],
        "page": _("page"),
        "of": _("of"),
    }


def _widths(section: Section) -> list[int]:
    """How wide each column is, by its longest cell."""
    columns = zip(section.heads, *section.rows, strict=True)
    return [min(max(NARROWEST, *(len(cell) for cell in column)), WIDEST) for column in columns]
