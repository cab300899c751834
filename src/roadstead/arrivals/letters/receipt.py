"""A receipt of reported measures on paper: a tagged PDF of what the signed file says. The file is the proof."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import typst

WORDS = {"yes": "done", "no": "not done", "unknown": "not known"}


def make(shown: Mapping[str, Any]) -> bytes:
    """The receipt as PDF, of what its page shows, in English; the same receipt gives the same bytes."""
    inputs = {"data": json.dumps(_data(shown), ensure_ascii=False)}
    given: dict[str, Any] = {"sys_inputs": inputs, "format": "pdf", "ignore_system_fonts": True, "timestamp": 0}
    try:
        return bytes(typst.compile(_template(), pdf_standards=["ua-1"], **given))
    except typst.TypstError:
        # The accessible standard allows no letter without a shape; some scripts are in neither of the fonts.
        return bytes(typst.compile(_template(), **given))


@cache
def _template() -> bytes:
    return files("roadstead.arrivals").joinpath("letters/receipt.typ").read_bytes()


def _data(shown: Mapping[str, Any]) -> dict[str, Any]:
    said = shown["said"]
    ship, call = said["ship"], said["call"]
    return {
        "title": "Receipt of reported measures",
        "number": f"Receipt {said['number']}",
        "about": [
            f"{ship['name']} (IMO {ship['imo']}), {call.get('port') or call['country']}. {said['company']}.",
            f"Reported to the Captain of the Port {shown['reported']}.",
            shown["stay"],
        ],
        "parts": [_duties(shown), _judged(shown), _proof(shown)],
        "verify": (
            "This paper repeats what the signed file says. The file proves itself, years later, without the "
            "installation that made it and without a database:"
        ),
        "command": f"roadstead advisory verify {shown['file']} --key {shown['root']}",
    }


def _duties(shown: Mapping[str, Any]) -> dict[str, Any]:
    rows = [[f"{code}: {WORDS[met]}", text] for code, text, met, _tone in shown["duties"]]
    if shown["declaration"]:
        rows.append(["Declaration of Security", shown["declaration"]])
    return {"name": "The five duties", "text": "", "facts": [rows]}


def _judged(shown: Mapping[str, Any]) -> dict[str, Any]:
    rows = [
        [
            ["Arrival", f"{one['port']}, {eta}"],
            ["Verdict", str(outcome)],
            ["Edition in force", one["edition"] or "none"],
            ["As known on", one["known_at"]],
            ["Relief", one["relief"]["text"]],
            *([["Still missing", "; ".join(one["relief"]["missing"])]] if one["relief"]["missing"] else []),
            ["Digest of the decision", one["decision"]],
        ]
        for one, outcome, eta in shown["arrivals"]
    ]
    none = "No arrival with this call was announced yet. What was reported counts for it once it is."
    return {"name": "How it was judged", "text": "" if rows else none, "facts": rows}


def _proof(shown: Mapping[str, Any]) -> dict[str, Any]:
    log, signed = shown["said"]["log"], shown["signed"]
    rows = [
        ["Signed", f"{signed['signed_at']}, Ed25519, by the key {signed['key']}"],
        ["Root of the keys", shown["root"]],
        ["SHA-256 of the file", shown["receipt"].sha256],
        ["Entries of the log", str(len(log["entries"]))],
        ["Digest of the last", log["head"]],
    ]
    return {"name": "Proof", "text": "", "facts": [rows]}
