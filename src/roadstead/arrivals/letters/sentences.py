"""The paragraphs that letters have in common. A letter is written in English, whatever language the page is in."""

from collections.abc import Iterator
from datetime import datetime

from roadstead.arrivals.letters.about import About
from roadstead.core.country import country_name
from roadstead.core.decision import CallVerdict
from roadstead.core.texts import DUTIES, said


def moment(at: datetime) -> str:
    """A moment as letters say it."""
    return f"{said(at.date())}, {at:%H:%M} UTC"


def opening(about: About) -> str:
    """Which ship, where, when, and by which notice."""
    return (
        f"The vessel {about.ship}, announced its arrival at {about.port} on {moment(about.arrival.eta)}. This letter "
        f"goes by version {about.version.number} of its notice, received on {moment(about.version.received_at)}."
    )


def calls(about: About) -> str:
    """The calls that bring conditions of entry; "" for none."""
    if not about.caught:
        return ""
    edition = about.found.edition
    by = f"the Port Security Advisory in force on the day of arrival ({edition.citation})" if edition else "the list"
    rows = "\n".join(f"- {_call(about, one)}" for one in about.caught)
    return f"Conditions of entry apply to it under {by}, because of:\n{rows}"


def _call(about: About, call: CallVerdict) -> str:
    place = ", ".join(filter(None, (about.ports.get(call.port or "", call.port or ""), country_name(call.country))))
    return f"the call at {place}, departed {said(call.departed.date())}"


def duties(about: About) -> str:
    """What was owed in the listed ports and is not shown; "" where all of it is."""
    rows = [row for call in about.caught for row in _lacking(about, call)]
    if not rows:
        return "All five actions that are owed in the listed port are reported as done." if about.caught else ""
    return "Of the actions that are owed in the listed port, these are not shown:\n" + "\n".join(rows)


def _lacking(about: About, call: CallVerdict) -> Iterator[str]:
    how = {"no": "not done", "unknown": "nobody has said whether it was done"}
    for duty in call.duties:
        if duty.met.value in how:
            yield f"- {duty.code}, {DUTIES[duty.code]}, for {_call(about, call)}: {how[duty.met.value]}."


def wording(about: About, *names: str) -> str:
    """What the wording in force says. names: fields of the regime."""
    if about.regime is None:
        return "The wording in force on the day of arrival is not known."
    return " ".join(filter(None, (getattr(about.regime, name) for name in names)))


def questions(about: About) -> str:
    """What the ship's side is asked; "" for nothing."""
    rows = "\n".join(f"- {one.text}" for one in about.found.questions)
    return f"To settle what is not known, tell the watch before arrival:\n{rows}" if rows else ""


def reason(about: About) -> str:
    """Why it was decided so, in the words of who decided; "" without any."""
    return f"The reason: {about.decided.reason}" if about.decided and about.decided.reason else ""


def withdrawing(about: About) -> str:
    """Which letter ends with this one; "" for none."""
    before = about.withdraws
    if before is None or before.signed_at is None:
        return ""
    return (
        f"This letter withdraws letter {before.reference} of {said(before.signed_at.date())} (“{before.subject}”), "
        "which holds no longer."
    )
