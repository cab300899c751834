"""A decision on paper: a tagged PDF, made by Typst.

The template is fixed; everything that varies goes in as data (JSON in `sys.inputs`), so that no text, however
hostile, is ever read as markup or as a path. Fonts are the two that the Typst wheel carries: Libertinus Serif, and
DejaVu Sans Mono for letters it lacks (Arabic among them). The same decision gives the same bytes.
"""

import json
from functools import cache
from importlib.resources import files
from typing import Any

import typst
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from roadstead.arrivals.checker.bridge import Reading
from roadstead.arrivals.checker.presenter import CallShown, Result
from roadstead.common.dates import said
from roadstead.common.status import status
from roadstead.core.decision import Caution, Reason

PAPERS = {"a4": "a4", "letter": "us-letter"}


def make(reading: Reading, result: Result, address: str, paper: str = "a4") -> bytes:
    """The decision as PDF. `paper`: a key of PAPERS; another means A4."""
    inputs = {
        "data": json.dumps(content(reading, result, address), ensure_ascii=False),
        "paper": PAPERS.get(paper, "a4"),
    }
    given: dict[str, Any] = {"sys_inputs": inputs, "format": "pdf", "ignore_system_fonts": True, "timestamp": 0}
    try:
        return bytes(typst.compile(_template(), pdf_standards=["ua-1"], **given))
    except typst.TypstError:
        # The accessible standard allows no letter without a shape; a name in a script that the fonts lack has some.
        return bytes(typst.compile(_template(), **given))


@cache
def _template() -> bytes:
    return files("roadstead.arrivals.checker").joinpath("decision.typ").read_bytes()


def content(reading: Reading, result: Result, address: str) -> dict[str, Any]:
    """Everything that the paper says, as plain data."""
    decision, notice = result.decision, reading.notice
    edition = decision.edition
    in_port = decision.in_us_port
    known = [_("As known on %(day)s.") % {"day": said(decision.known_at).text}]
    if edition:
        named = f"PSA {edition.psa}" if edition.psa else edition.citation
        in_force = said(edition.effective_on, "in_force") if edition.effective_on else None
        known.insert(0, f"{named}. {in_force.what} {in_force.text}." if in_force else f"{named}.")
    return {
        "lang": get_language() or "en",
        "rtl": get_language_bidi(),
        "title": result.headline,
        "outcome": str(status(decision.outcome).word),
        "tone": result.tone,
        "because": _reason(result.because) if result.because else None,
        "because_of": _named(result.because_of) if result.because_of else "",
        "few_calls": result.few_calls,
        "voyage": _voyage(reading, result),
        "asks": [ask.text for ask in result.asks],
        "duties": [
            {"call": _named(call), "duties": [[d.code, d.word, d.text, d.hint] for d in call.duties]}
            for call in result.duty_calls
        ],
        "in_port": []
        if decision.outcome == "does_not_apply"
        else [
            [_("Boarding or examination"), str(status(in_port.boarding).word)],
            [_("Armed guards"), str(status(in_port.armed_guards).word)],
        ],
        "in_port_reasons": [[head, *_reason(reason)] for head, reason in result.in_port],
        "changes": [[text, str(status(outcome).word)] for text, outcome in result.changes],
        "rolls_off": result.rolls_off,
        "calls": [_call(call) for call in result.calls],
        "warnings": [_reason(warning) for warning in decision.warnings],
        "basis": [
            [_("Advisory in force"), " ".join(known)],
            [_("Arrival test"), str(status(decision.tests.arrival_in_us).word)],
            [_("Visit test"), str(status(decision.tests.visit_to_listed_port).word)],
            [_("Rule book"), decision.rule_book],
            [_("Digest"), decision.digest],
        ],
        "address": address,
        "words": _words(),
    } | {"notice": notice is not None}


def _voyage(reading: Reading, result: Result) -> list[list[str]]:
    notice = reading.notice
    if notice is None:
        return []
    vessel = notice.vessel
    rows = [
        [_("Ship"), ", ".join(part for part in (vessel.name, vessel.type) if part)],
        [_("IMO number"), vessel.imo or ""],
        [_("Flag"), vessel.flag or ""],
        [_("Arrival"), f"{reading.places[0].label}, {said(result.eta).text}"],
    ]
    return [row for row in rows if row[1]]


def _named(call: CallShown) -> str:
    return f"{call.place} ({call.code})" if call.code else call.place


def _call(call: CallShown) -> dict[str, Any]:
    arrived = _("arrived %(when)s") % {"when": said(call.arrived).text} if call.arrived else ""
    departed = _("left %(when)s") % {"when": said(call.departed).text}
    facts = [call.country_name, call.terminal, call.purpose, arrived, departed]
    return {
        "name": _named(call),
        "facts": [fact for fact in facts if fact],
        "verdict": call.word,
        "steps": [[step.name, str(status(step.value).word)] for step in call.steps],
        "reasons": [_reason(reason) for reason in call.reasons],
        "rolls_off": call.rolls_off,
    }


def _reason(reason: Reason | Caution) -> list[str]:
    """Text, citation, address; only a web address becomes a link."""
    url = reason.url if reason.url and reason.url.startswith(("https://", "http://")) else ""
    return [reason.text, reason.citation or "", url or ""]


def _words() -> dict[str, str]:
    return {
        "asks": _("What would settle it"),
        "duties": _("Duties in the listed port"),
        "in_port": _("What awaits the ship in the US port"),
        "changes": _("What would change it"),
        "if": _("If"),
        "calls": _("Call by call"),
        "warnings": _("Mind also"),
        "basis": _("How it was judged"),
        "voyage": _("The voyage as given"),
        "same": _("The same answer on line"),
        "page": _("page"),
        "of": _("of"),
        "notice": _(
            "Roadstead is an independent open project, not a government site. "
            "Check the official advisory before you act."
        ),
    }
