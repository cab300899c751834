"""Who acts in the cases of the demonstration."""

from dataclasses import dataclass

from roadstead.common.access.viewer import Viewer
from roadstead.determinations.enums import Part


@dataclass(frozen=True, slots=True)
class Cast:
    """Three people: who opens cases and proposes, who reviews, who signs."""

    proposer: Viewer
    reviewer: Viewer
    signer: Viewer

    def of(self, part: Part) -> Viewer:
        """Who does a part."""
        return {Part.PROPOSER: self.proposer, Part.REVIEWER: self.reviewer, Part.SIGNER: self.signer}[part]
