"""A letter on paper: a tagged PDF, made by Typst of what was signed. What varies goes in as data, never as markup."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

import typst
from django.utils.translation import override

from roadstead.arrivals.letter_enums import LetterKind


def make(content: str, digest: str, kind: str) -> bytes:
    """The letter as PDF; the same content gives the same bytes. digest: "" for a draft, which says that it is one."""
    with override("en"):  # a letter is written in English, whatever language the page has
        inputs = {"data": json.dumps(_data(json.loads(content), digest, kind), ensure_ascii=False)}
    given: dict[str, Any] = {"sys_inputs": inputs, "format": "pdf", "ignore_system_fonts": True, "timestamp": 0}
    try:
        return bytes(typst.compile(_template(), pdf_standards=["ua-1"], **given))
    except typst.TypstError:
        # The accessible standard allows no letter without a shape; some scripts are in neither of the fonts.
        return bytes(typst.compile(_template(), **given))


@cache
def _template() -> bytes:
    return files("roadstead.arrivals").joinpath("letters/letter.typ").read_bytes()


def _data(told: dict[str, Any], digest: str, kind: str) -> dict[str, Any]:
    signed = told["signed"]
    return {
        "title": told["subject"],
        "kind": str(LetterKind(kind).label),
        "office": f"Captain of the Port, {told['zone']}",
        "reference": told["reference"] or "Draft, not signed",
        "addressee": told["addressee"],
        "blocks": [block(one) for one in told["text"].split("\n\n") if one.strip()],
        "grounds": [
            one["text"] + (f" {one['url']}" if one["url"] else "") + ("" if one["verified"] else " (not verified)")
            for one in told["grounds"]
        ],
        "signature": [f"Signed by {signed['by']}", signed["as"], signed["at"]] if digest else ["Not signed"],
        "digest": f"Digest of what was signed: {digest}" if digest else "A draft: it holds nothing and orders nothing.",
    }


def block(text: str) -> dict[str, Any]:
    """A paragraph, with the lines of a list under it."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    plain = " ".join(line for line in lines if not line.startswith("- "))
    return {"text": plain, "items": [line.removeprefix("- ") for line in lines if line.startswith("- ")]}
