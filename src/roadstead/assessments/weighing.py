"""What the sources of an assessment suggest of one element or criterion. It suggests; a person states.

What is unknown never reads as no; what has expired supports nothing; what a State says in its own favour, and nobody
looked at, supports nothing by itself; neither do sources of low confidence. Two that contradict each other suggest
that it is not known.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from roadstead.assessments.country_enums import Confidence, Judgement, SourceKind

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Weighed:
    """One source, as far as it speaks of an element. says: yes, no or unknown."""

    number: int
    kind: SourceKind
    title: str
    says: str
    dated: date
    until: date
    confidence: Confidence

    def expired(self, on: date) -> bool:
        return on > self.until


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the sources suggest, why, and what is missing; both in words."""

    judgement: Judgement
    reasons: tuple[str, ...]
    missing: tuple[str, ...]


def weigh(sources: Iterable[Weighed], on: date) -> Suggestion:
    """What the sources that speak of one element suggest on a day."""
    found = sorted(sources, key=lambda one: (one.dated, one.number))
    live = [one for one in found if not one.expired(on)]
    reasons = [_told(one, on) for one in found]
    missing = [_expired(one) for one in found if one.expired(on)]
    against = [one for one in live if one.says == NO and one.confidence != Confidence.LOW]
    favour = [one for one in live if one.says == YES and one.confidence != Confidence.LOW]
    seen = [one for one in favour if one.kind != SourceKind.SELF_ASSESSMENT]
    if against and favour:
        missing.append(_("Something that settles which of the sources is right: they contradict each other."))
        return _suggestion(Judgement.NOT_KNOWN, reasons, missing)
    if against:
        return _suggestion(Judgement.NOT_EFFECTIVE, reasons, missing)
    if seen:
        return _suggestion(Judgement.EFFECTIVE, reasons, missing)
    if favour:
        missing.append(_("Somebody else who saw it: only the State itself says that it is in place."))
    elif any(one.says in (YES, NO) for one in live):
        missing.append(_("A source of more than low confidence."))
    elif not found:
        reasons.append(_("No source speaks of it."))
        missing.append(_("A visit that looks at it, an answered self-assessment, or a report of others."))
    else:
        missing.append(_("A source in force that says whether it is effective."))
    return _suggestion(Judgement.NOT_KNOWN, reasons, missing)


def _suggestion(judgement: Judgement, reasons: list[str], missing: list[str]) -> Suggestion:
    return Suggestion(judgement, tuple(reasons), tuple(missing))


def _told(one: Weighed, on: date) -> str:
    said = {YES: _("says that it is effective"), NO: _("says that it is not effective")}
    words = {
        "number": one.number,
        "kind": one.kind.label,
        "title": one.title,
        "says": said.get(one.says, _("does not say")),
        "day": _day(one.dated),
        "confidence": one.confidence.label,
    }
    text = _("Source %(number)s (%(kind)s, %(day)s, confidence %(confidence)s) %(says)s.") % words
    return f"{text} {_('It has expired, and supports nothing.')}" if one.expired(on) else text


def _expired(one: Weighed) -> str:
    words = {"number": one.number, "day": _day(one.until)}
    return _("A newer source in place of source %(number)s, which expired on %(day)s.") % words


def _day(on: date) -> str:
    return date_format(on, "j F Y")
