"""What can be taken into the assessment of a country, as it is when it is taken."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date

from roadstead.assessments.country_enums import SourceKind


@dataclass(frozen=True, slots=True)
class Taken:
    """A source. record, key: the record it is; "" and None for what is written here. dated: the day it speaks of.

    says: {code of an element or criterion: yes, no or unknown}.
    """

    kind: SourceKind
    title: str
    text: str
    origin: str
    dated: date
    says: dict[str, str] = field(default_factory=dict)
    record: str = ""
    key: int | None = None

    @property
    def reference(self) -> str:
        """How a form names it."""
        return f"{self.record}:{self.key}"

    def digest(self) -> str:
        """What stands for all that it says: "sha256:" and 64 digits, the same on every machine."""
        said = [self.kind.value, self.title, self.text, self.origin, self.dated.isoformat(), sorted(self.says.items())]
        content = json.dumps(said, ensure_ascii=True, separators=(",", ":"))
        return "sha256:" + hashlib.sha256(content.encode()).hexdigest()
