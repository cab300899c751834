"""The list on paper: a tagged PDF, made by Typst. What varies goes in as data, never as markup.

The same list, as known on the same day, gives the same bytes.
"""

import json
from functools import cache
from importlib.resources import files
from typing import Any

import typst
from django.utils.translation import gettext as _

from roadstead.advisories import days
from roadstead.common.dates import said
from roadstead.common.status import status
from roadstead.core.listed import AdvisoryOn, CountryOn, ExceptionOn, WordingOn
from roadstead.core.truth import YES

PAPERS = {"a4": "a4", "letter": "us-letter"}


def make(listed: AdvisoryOn, paper: str = "a4") -> bytes:
    """The list as PDF. paper: a key of PAPERS; another means A4."""
    inputs = {"data": json.dumps(content(listed), ensure_ascii=False), "paper": PAPERS.get(paper, "a4")}
    given: dict[str, Any] = {"sys_inputs": inputs, "format": "pdf", "ignore_system_fonts": True, "timestamp": 0}
    try:
        return bytes(typst.compile(_template(), pdf_standards=["ua-1"], **given))
    except typst.TypstError:
        # The accessible standard allows no letter without a shape; a name may have one that the fonts lack.
        return bytes(typst.compile(_template(), **given))


@cache
def _template() -> bytes:
    return files("roadstead.advisories").joinpath("advisory.typ").read_bytes()


def content(listed: AdvisoryOn) -> dict[str, Any]:
    """Everything that the paper says, as plain data."""
    return {
        "title": _("Port security advisory"),
        "standing": _standing(listed),
        "stale": _stale(listed),
        "heads": [_("Country"), _("On the list since"), _("Why"), _("Source")],
        "countries": [_row(one) for one in listed.countries],
        "exceptions": [
            {"name": one.name, "rows": [_exception(row) for row in one.exceptions]}
            for one in listed.countries
            if one.exceptions
        ],
        "exception_heads": [_("Facility"), _("Number"), _("Excepted from")],
        "recommended": [
            f"{one.name}: {days.told(one.since, one.since_not_before, one.since_not_after)}. {one.citation}"
            for one in listed.recommendations
        ],
        "duties": [[duty.code, duty.text] for duty in listed.duties],
        "wording": _wording(listed.wording),
        "basis": [
            [_("Rule book"), listed.rule_book],
            [_("In force on"), said(listed.on).text],
            [_("As known on"), said(listed.known_at).text],
        ],
        "words": _words(),
    }


def _standing(listed: AdvisoryOn) -> list[str]:
    lines = [
        _("In force on %(on)s, as known on %(known)s: %(n)d countries on the list.")
        % {"on": said(listed.on).text, "known": said(listed.known_at).text, "n": listed.listed_count}
    ]
    if listed.unclear_count:
        lines.append(_("Of %(n)d others no source settles it; they are marked.") % {"n": listed.unclear_count})
    if ref := listed.edition:
        named = f"PSA {ref.psa}" if ref.psa else ref.title
        since = days.told(ref.effective_on, ref.effective_not_before, ref.effective_not_after)
        lines.append(_("Edition in force: %(name)s, from %(day)s.") % {"name": named, "day": since})
    return lines


def _stale(listed: AdvisoryOn) -> str:
    if not listed.stale:
        return ""
    if listed.last_confirmed_on is None:
        return _("No source confirms the whole list. Check the official advisory.")
    text = _("The whole list was last confirmed on %(day)s. Check the official advisory before you rely on it.")
    return text % {"day": said(listed.last_confirmed_on).text}


def _row(entry: CountryOn) -> list[str]:
    since = days.told(entry.since, entry.since_not_before, entry.since_not_after)
    doubt = "" if entry.listed is YES else f" ({_('not known whether on the list')})"
    ground = _("State sponsor of terrorism") if entry.ground == "deemed" else _("Measures found not effective")
    return [f"{entry.name} ({entry.code}){doubt}", since, ground, entry.citation]


def _exception(row: ExceptionOn) -> list[str]:
    doubt = "" if row.in_force is YES else f" ({_('not known whether in force')})"
    numbers = ", ".join(number.normalised or number.printed for number in row.numbers) or _("none on record")
    tiers = {"duties_only": _("duties in port still owed"), "carved_out": _("outside the finding")}
    tier = f" ({tiers[row.tier]})" if row.tier in tiers else ""
    return [f"{row.name}{tier}{doubt}", numbers, days.told(row.since, row.since_not_before, row.since_not_after)]


def _wording(wording: WordingOn | None) -> list[list[str]]:
    if wording is None:
        return []
    return [
        [_("Boarding"), f"{status(wording.boarding).word}. {wording.boarding_text}"],
        [_("Armed guards, duties met"), str(status(wording.guards_when_met).word)],
        [_("Armed guards, duties not met"), f"{status(wording.guards_when_unmet).word}. {wording.guards_text}"],
        [_("Ships that did not comply"), wording.non_compliance_text],
        [_("Source"), wording.citation],
    ]


def _words() -> dict[str, str]:
    return {
        "countries": _("Countries on the list"),
        "exceptions": _("Excepted facilities"),
        "recommended": _("Measures only recommended"),
        "duties": _("In the listed port"),
        "wording": _("In the US port"),
        "basis": _("How to check this paper"),
        "none": _("No country was on the list."),
        "page": _("page"),
        "of": _("of"),
        "notice": _(
            "Roadstead is an independent open project, not a government site. "
            "Check the official advisory before you act."
        ),
    }
