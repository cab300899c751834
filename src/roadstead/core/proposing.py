"""What the tool proposes to the Captain of the Port for an arrival. A person decides; the proposal says why.

It follows the wording of the edition in force: whether ships are boarded, and what is said of guards for ships with
all duties met and documented, and for the others. What is not known is asked first and examined; nothing is held, and
no entry is denied, by a proposal: the advisories only say that failing the duties may bring delay or refusal.
"""

from collections.abc import Collection
from dataclasses import dataclass

from roadstead.core.advisory import Boarding, Guards
from roadstead.core.decision import APPLIES, DOES_NOT_APPLY
from roadstead.core.verdict import Verdict

NO_CONDITIONS, RECOMMENDED_ONLY, VERIFIED = "no_conditions", "recommended_only", "verified"
AT_SEA, AT_BERTH = "examine_at_sea", "examine_at_berth"
GUARDS_REQUIRED, GUARDS_WAIVED = "guards_required", "guards_waived"
RECOMMENDS = "recommendation_only"  # the caution of a decision on an advisory that only recommended

WHY: dict[str, str] = {
    "free": "No call of the voyage brings conditions of entry.",
    "only_recommended": "No call brings conditions; an advisory recommended measures for one of them, and no more.",
    "cannot_tell": "Whether conditions apply is not known yet. Ask first; unanswered, an examination settles it.",
    "guards_for_all": "The wording in force asks for armed guards of every ship with a listed call.",
    "unmet": "Duties were not met: examine the ship; the wording in force lets guards be required on what is found.",
    "unmet_no_guards": "Duties were not met, and only the duties in port are owed: examine whether they can be mended.",
    "unmet_unrecorded": "Duties were not met: examine the ship. What the wording says of guards was not recorded.",
    "not_known": "Nobody has said whether all duties were met. Ask first; unanswered, an examination settles it.",
    "waived": "All duties are said to be met and documented. Guards are normally waived once good compliance is shown.",
    "captain": "All duties are said to be met and documented. Guards are left to the Captain of the Port.",
    "met": "All duties are said to be met and documented.",
    "wording_unknown": "All duties are said to be met. What the wording in force says of guards was not recorded.",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """kind: a disposition; code: of `WHY`."""

    kind: str
    code: str

    @property
    def text(self) -> str:
        return WHY[self.code]


def propose(verdict: Verdict, *, cautions: Collection[str] = (), at_sea: bool = False) -> Proposal:
    """What to propose. cautions: codes of the decision's warnings; at_sea: whether the wording boards ships at sea."""
    examine = AT_SEA if at_sea else AT_BERTH
    if verdict.outcome == DOES_NOT_APPLY:
        advised = RECOMMENDS in cautions
        return Proposal(RECOMMENDED_ONLY, "only_recommended") if advised else Proposal(NO_CONDITIONS, "free")
    if verdict.outcome != APPLIES:
        return Proposal(examine, "cannot_tell")
    if verdict.armed_guards is Guards.REQUIRED:
        return Proposal(GUARDS_REQUIRED, "guards_for_all")
    if verdict.unmet:
        lesser = {Guards.NONE: "unmet_no_guards", Guards.UNKNOWN: "unmet_unrecorded"}.get(verdict.armed_guards)
        return Proposal(examine, lesser) if lesser else Proposal(GUARDS_REQUIRED, "unmet")
    if verdict.unsure or verdict.unclear:
        return Proposal(examine, "not_known")
    return _met(verdict)


def _met(verdict: Verdict) -> Proposal:
    """All duties met. The log and the report are documents themselves, and both are among the duties."""
    if verdict.armed_guards is Guards.NORMALLY_WAIVED:
        return Proposal(GUARDS_WAIVED, "waived")
    codes = {Guards.CAPTAIN_DECIDES: "captain", Guards.NONE: "met"}
    return Proposal(VERIFIED, codes.get(verdict.armed_guards, "wording_unknown"))


def boards_at_sea(boarding: Boarding, text: str) -> bool:
    """Whether the wording boards or examines ships at sea. text: as the edition has it."""
    return boarding in (Boarding.WILL, Boarding.MAY) and "at sea" in text.lower()
