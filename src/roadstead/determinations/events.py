"""What can happen to a case, and how it is told."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from roadstead.audit.events import EventData, Told, event
from roadstead.determinations.enums import CaseState, Effect, Part
from roadstead.determinations.words import day_said, step_title

LABELS = {
    "title": gettext_lazy("title"),
    "finding": gettext_lazy("what was found"),
    "rests": gettext_lazy("what it rests on"),
    "level": gettext_lazy("what is judged"),
    "port_id": gettext_lazy("port"),
    "facilities": gettext_lazy("facilities"),
}


@event("determinations.case_opened", gettext_lazy("Case opened"))
@dataclass(frozen=True, kw_only=True)
class CaseOpened(EventData):
    """A case was opened."""

    country: str
    effect: str
    procedure: str

    def sentence(self, told: Told) -> SafeString:
        word = Effect(self.effect).label if self.effect in Effect.values else self.effect
        return format_html(_("{} opened {}: {}"), told.actor, told.subject, word)


@event("determinations.case_changed", gettext_lazy("Case changed"))
@dataclass(frozen=True, kw_only=True)
class CaseChanged(EventData):
    """What is said in a case was changed."""

    fields: list[str]
    revision: int

    def sentence(self, told: Told) -> SafeString:
        changed = ", ".join(str(LABELS.get(one, one)) for one in self.fields)
        return format_html(_("{} changed {} ({}), now revision {}"), told.actor, told.subject, changed, self.revision)


@event("determinations.day_entered", gettext_lazy("Day of a case entered"))
@dataclass(frozen=True, kw_only=True)
class DayEntered(EventData):
    """A day of a case was entered or corrected, or a step left out. before: what stood there, "" where nothing did."""

    step: str
    before: str
    after: str

    def sentence(self, told: Told) -> SafeString:
        step, before, after = step_title(self.step), day_said(self.before), day_said(self.after)
        if not self.before:
            return format_html(_("{} entered “{}” in {}: {}"), told.actor, step, told.subject, after)
        words = _("{} corrected “{}” in {} from {} to {}")
        return format_html(words, told.actor, step, told.subject, before, after)


@event("determinations.clock_paused", gettext_lazy("Clock of a case stopped or started"))
@dataclass(frozen=True, kw_only=True)
class ClockPaused(EventData):
    """The clock of a case stands still, or runs again."""

    runs: bool
    day: str
    why: str = ""

    def sentence(self, told: Told) -> SafeString:
        words = _("{} started the clock of {} again on {}") if self.runs else _("{} stopped the clock of {} on {}")
        said = format_html(words, told.actor, told.subject, day_said(self.day))
        return format_html("{}: {}", said, self.why) if self.why else said


@event("determinations.evidence_taken", gettext_lazy("Source taken into a case"))
@dataclass(frozen=True, kw_only=True)
class EvidenceTaken(EventData):
    """A source was taken into a case, or out of it."""

    number: int
    into: bool
    digest: str
    why: str = ""

    def sentence(self, told: Told) -> SafeString:
        words = _("{} took source {} into {}") if self.into else _("{} took source {} out of {}")
        said = format_html(words, told.actor, self.number, told.subject)
        return format_html("{}: {}", said, self.why) if self.why else said


@event("determinations.source_changed", gettext_lazy("Source of a case changed"))
@dataclass(frozen=True, kw_only=True)
class SourceChanged(EventData):
    """A record that a case rests on says something else now."""

    numbers: list[int]

    def sentence(self, told: Told) -> SafeString:
        numbers = ", ".join(str(one) for one in self.numbers)
        return format_html(_("Sources {} of {} were found changed since they were taken"), numbers, told.subject)


@event("determinations.case_signed", gettext_lazy("Case signed"))
@dataclass(frozen=True, kw_only=True)
class CaseSigned(EventData):
    """Somebody did their part: proposed, reviewed, or signed."""

    part: str
    digest: str

    def sentence(self, told: Told) -> SafeString:
        words: dict[str, str] = {
            Part.PROPOSER: _("{} proposed {}"),
            Part.REVIEWER: _("{} reviewed {}"),
            Part.SIGNER: _("{} signed {}"),
        }
        return format_html(words.get(self.part, "{} {}"), told.actor, told.subject)


@event("determinations.signatures_void", gettext_lazy("Signatures on a case ended"))
@dataclass(frozen=True, kw_only=True)
class SignaturesVoid(EventData):
    """What was signed changed, so that the signatures ended; or one of them was taken back."""

    parts: list[str]
    why: str

    def sentence(self, told: Told) -> SafeString:
        return format_html(_("The signatures on {} ended: {}"), told.subject, self.why)


@event("determinations.case_stepped", gettext_lazy("State of a case changed"))
@dataclass(frozen=True, kw_only=True)
class CaseStepped(EventData):
    """A case went from one state to another."""

    before: str
    after: str
    why: str = ""

    def sentence(self, told: Told) -> SafeString:
        old, new = (CaseState(one).label if one in CaseState.values else one for one in (self.before, self.after))
        moved = format_html(_("{} moved {} from “{}” to “{}”"), told.actor, told.subject, old, new)
        return format_html("{}: {}", moved, self.why) if self.why else moved


@event("determinations.traffic_counted", gettext_lazy("Ships of a case counted"))
@dataclass(frozen=True, kw_only=True)
class TrafficCounted(EventData):
    """What the decision would do to ships was counted and kept; or why it was not. caught: voyages newly caught."""

    caught: int
    why: str = ""

    def sentence(self, told: Told) -> SafeString:
        if self.why:
            return format_html(_("{} left the ships of {} uncounted: {}"), told.actor, told.subject, self.why)
        words = _("{} kept the what-if of {}: {} voyages on record newly caught")
        return format_html(words, told.actor, told.subject, self.caught)


@event("determinations.telling_planned", gettext_lazy("Transition plan of a case changed"))
@dataclass(frozen=True, kw_only=True)
class TellingPlanned(EventData):
    """A line was put into the transition plan, or taken out of it."""

    number: int
    into: bool
    day: str

    def sentence(self, told: Told) -> SafeString:
        words = _("{} put line {} ({}) into the transition plan of {}")
        words = words if self.into else _("{} took line {} ({}) out of the transition plan of {}")
        return format_html(words, told.actor, self.number, day_said(self.day), told.subject)


@event("determinations.telling_done", gettext_lazy("Line of a transition plan done"))
@dataclass(frozen=True, kw_only=True)
class TellingDone(EventData):
    """Somebody was told, as the plan said."""

    number: int
    day: str

    def sentence(self, told: Told) -> SafeString:
        words = _("{} entered that line {} of the transition plan of {} was done on {}")
        return format_html(words, told.actor, self.number, told.subject, day_said(self.day))


@event("determinations.packet_frozen", gettext_lazy("Evidence packet frozen"))
@dataclass(frozen=True, kw_only=True)
class PacketFrozen(EventData):
    """The evidence was frozen as it was signed. digest: of the whole packet; editions: of each, by recipient."""

    number: int
    digest: str
    editions: dict[str, str]

    def sentence(self, told: Told) -> SafeString:
        words = _("Evidence packet {} of {} was frozen, with the digest {}")
        return format_html(words, self.number, told.subject, self.digest)


@event("determinations.chaser_sent", gettext_lazy("Chaser sent"))
@dataclass(frozen=True, kw_only=True)
class ChaserSent(EventData):
    """Those who answer for a case were told that its days run out."""

    days: int
    runs_out_on: str
    told: int

    def sentence(self, told: Told) -> SafeString:
        words = ngettext(
            "{} person was told that the days of {} have run by {}",
            "{} people were told that the days of {} have run by {}",
            self.told,
        )
        return format_html(words, self.told, told.subject, day_said(self.runs_out_on))
