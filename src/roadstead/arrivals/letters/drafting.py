"""The first text of a letter. What only the officer can know stands in brackets, and keeps it from being signed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from roadstead.arrivals.letter_enums import LetterKind
from roadstead.arrivals.letters import sentences
from roadstead.arrivals.letters.about import About
from roadstead.arrivals.models import LONGEST_LETTER, LONGEST_SUBJECT
from roadstead.core.decision import APPLIES, DOES_NOT_APPLY
from roadstead.rulebook import letters as rules

OPEN = re.compile(r"\[[^\[\]]*\]")
ADDRESSEE = "To the master, owner, operator, agent or person in charge"
SUBJECTS = {
    LetterKind.CONDITIONS: "Conditions of entry",
    LetterKind.GUARDS_REQUIRED: "Armed guards required",
    LetterKind.GUARDS_WAIVED: "Armed guards waived",
    LetterKind.ORDER: "Captain of the Port order",
    LetterKind.DENIAL: "Entry denied",
    LetterKind.RECEIPT: "Notice of arrival received",
    LetterKind.WITHDRAWAL: "Letter withdrawn",
}
ORDERS = {
    "held": "does not enter {port} and stays at [place] until the Captain of the Port releases it.",
    "examine_at_sea": "stays at [place] and does not enter {port} before it was examined there.",
    "examine_at_berth": "is examined at the berth, and begins no work with cargo before it was.",
}
FOUND = {
    APPLIES: "conditions of entry apply",
    DOES_NOT_APPLY: "no conditions of entry apply",
}


@dataclass(frozen=True, slots=True)
class Drafted:
    """A letter as it is proposed. grounds: rows of text, url and verified."""

    addressee: str
    subject: str
    text: str
    grounds: list[dict[str, Any]]


def drafted(kind: LetterKind, about: About) -> Drafted:
    """The letter of a kind, from what is known."""
    parts = [sentences.opening(about), sentences.withdrawing(about), *_BODIES[kind](about)]
    text = "\n\n".join(part for part in parts if part)[:LONGEST_LETTER]
    subject = f"{SUBJECTS[kind]}: {about.arrival}, {about.port}"[:LONGEST_SUBJECT]
    return Drafted(ADDRESSEE, subject, text, list(grounds(kind, about)))


def grounds(kind: LetterKind, about: About) -> Iterator[dict[str, Any]]:
    """What it rests on: the law, the edition in force, the listing of each call, the wording of what follows."""
    seen: set[str] = set()
    rows = [
        (f"{one.cite}: {one.says}", one.url, one.status == "verified")
        for one in rules.in_force(about.today).grounds(kind)
    ]
    if kind is not LetterKind.WITHDRAWAL:
        rows += [(one.citation, one.url or "", True) for call in about.caught for one in call.reasons if one.citation]
        if about.caught and about.regime:
            rows.append((about.regime.citation.text, about.regime.citation.url or "", True))
    for text, url, verified in rows:
        if text not in seen:
            seen.add(text)
            yield {"text": text, "url": url, "verified": verified}


def still_open(text: str) -> list[str]:
    """What of a text waits to be filled in."""
    return OPEN.findall(text)


def _conditions(about: About) -> list[str]:
    said = sentences.wording(about, "boarding_text", "guards_text", "non_compliance_text") if about.caught else ""
    wanted = [
        sentences.calls(about),
        sentences.duties(about),
        said,
        sentences.questions(about),
        sentences.reason(about),
    ]
    none = "No conditions of entry apply to it." if about.arrival.outcome == DOES_NOT_APPLY else ""
    return [none, *wanted]


def _guards(about: About) -> list[str]:
    until = f" until {sentences.moment(about.decided.until)}" if about.decided and about.decided.until else ""
    required = (
        f"The Captain of the Port, {about.arrival.zone_id or '[zone]'}, requires armed guards while the vessel lies in "
        f"{about.port}{until}: [how many] guards, at [which access points], so that they see the whole outside of the "
        "vessel, to the shore and to the water."
    )
    return [sentences.calls(about), required, sentences.reason(about), sentences.wording(about, "guards_text")]


def _waiver(about: About) -> list[str]:
    until = sentences.moment(about.decided.until) if about.decided and about.decided.until else "[day and hour]"
    waived = f"The Captain of the Port waives armed guards for the vessel in {about.port} until {until}."
    ends = "The waiver ends at once if a fact that it rests on changes."
    return [sentences.calls(about), waived, sentences.reason(about), sentences.wording(about, "guards_text"), ends]


def _order(about: About) -> list[str]:
    kind = about.decided.kind if about.decided else "held"
    ordered = f"The Captain of the Port orders that the vessel {ORDERS[kind].format(port=about.port)}"
    return [ordered, sentences.reason(about), sentences.calls(about), sentences.duties(about)]


def _denial(about: About) -> list[str]:
    denied = f"The Captain of the Port denies the vessel entry into {about.port}."
    again = "Entry may be asked for anew once what stands in its way is mended."
    said = sentences.wording(about, "non_compliance_text") if about.caught else ""
    return [denied, sentences.reason(about), sentences.calls(about), sentences.duties(about), said, again]


def _receipt(about: About) -> list[str]:
    edition = about.found.edition
    found = FOUND.get(about.arrival.outcome, "it cannot be told yet whether conditions of entry apply")
    by = f"the Port Security Advisory in force on the day of arrival ({edition.citation})" if edition else "no advisory"
    judged = f"It was judged under {by}: {found}. The verdict has the digest {about.found.digest}."
    taken = f"The notice was taken in; what is kept of it has the digest sha256:{about.version.sha256}."
    return [taken, judged, sentences.questions(about)]


def _withdrawal(about: About) -> list[str]:
    return ["Nothing takes its place."]


_BODIES = {
    LetterKind.CONDITIONS: _conditions,
    LetterKind.GUARDS_REQUIRED: _guards,
    LetterKind.GUARDS_WAIVED: _waiver,
    LetterKind.ORDER: _order,
    LetterKind.DENIAL: _denial,
    LetterKind.RECEIPT: _receipt,
    LetterKind.WITHDRAWAL: _withdrawal,
}
