"""From a log of measures to the five duties, as far as the log says: what is not in it is not known."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from roadstead.core.guard_posts import Guarding, Outsiders, Watch, guarding
from roadstead.core.logbook import Standing
from roadstead.core.notice import Declaration
from roadstead.core.rest import RestLimits, Stretch
from roadstead.core.truth import NO, UNKNOWN, YES, Truth

TRUTHS = {"yes": YES, "no": NO}


@dataclass(frozen=True, slots=True)
class Logged:
    """What a log comes to. declaration: "" where nothing is said of it. guarding: None where no watch is on record.

    guarded_said: what somebody said of the posts, beside what the watches show; the watches count.
    """

    security_level_2: Truth
    access_points_guarded: Truth
    declaration: str
    logged: Truth
    reported: Truth
    guarding: Guarding | None
    guarded_said: Truth

    @property
    def declaration_attempted(self) -> Truth:
        if not self.declaration:
            return UNKNOWN
        return NO if self.declaration == Declaration.NOT_ATTEMPTED else YES

    @property
    def met(self) -> dict[str, Truth]:
        """Each duty by its code."""
        found = (self.security_level_2, self.access_points_guarded, self.declaration_attempted)
        return dict(zip(("C1", "C2", "C3", "C4", "C5"), (*found, self.logged, self.reported), strict=True))

    def document(self) -> dict[str, Any]:
        """As the `measures` of a call of `roadstead/notice/1`; what is not known is left out."""
        told = {
            "security_level_2": self.security_level_2,
            "access_points_guarded": self.access_points_guarded,
            "logged": self.logged,
            "reported": self.reported,
        }
        said: dict[str, Any] = {name: truth is YES for name, truth in told.items() if truth is not UNKNOWN}
        return said | ({"declaration_of_security": self.declaration} if self.declaration else {})


def logged(held: Standing, limits: RestLimits) -> Logged:
    """Weigh what stands in a log."""
    said = {code: TRUTHS.get(str(held.one("duty", code).get("done", "")), UNKNOWN) for code in ("C1", "C2", "C4")}
    found = guards(held, limits)
    guarded = found.guarded if found is not None and found.guarded is not UNKNOWN else said["C2"]
    if found is not None and found.accepted is not YES and guarded is YES:
        guarded = found.accepted  # guards whom nobody accepted do not count, whatever was said
    return Logged(
        security_level_2=said["C1"],
        access_points_guarded=guarded,
        declaration=str(held.one("declaration").get("outcome", "")),
        logged=said["C4"],
        reported=YES if held.one("report") else UNKNOWN,
        guarding=found,
        guarded_said=said["C2"],
    )


def guards(held: Standing, limits: RestLimits) -> Guarding | None:
    """The watches against posts, stay and hours of rest; None without a watch, or without the stay."""
    whole = stay(held)
    watches = [Watch(_text(one.content, "guard"), _text(one.content, "post"), span)
               for one in held.all_of("watch") if (span := stretch(one.content)) is not None]  # fmt: skip
    if whole is None or not watches:
        return None
    work: dict[str, list[Stretch]] = {}
    for one in held.all_of("work"):
        if (span := stretch(one.content)) is not None:
            work.setdefault(_text(one.content, "guard"), []).append(span)
    strangers = {
        _text(one.content, "guard"): Outsiders(_truth(one.content, "master"), _truth(one.content, "officer"))
        for one in held.all_of("outsider")
    }
    posts = [str(one) for one in held.one("posts").get("posts", [])]
    return guarding(whole, posts or None, watches, limits, other_work=work, outsiders=strangers)


def stay(held: Standing) -> Stretch | None:
    """From arrival in port until departure, where both are on record."""
    said = held.one("stay")
    return stretch({"from": said.get("arrived", ""), "until": said.get("departed", "")})


def stretch(content: Mapping[str, Any]) -> Stretch | None:
    """From `from` until `until`; None where one of them is missing or they are the wrong way round."""
    start, end = moment(_text(content, "from")), moment(_text(content, "until"))
    return Stretch(start, end) if start is not None and end is not None and start < end else None


def moment(text: str) -> datetime | None:
    """An instant in UTC; None for what is none."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo is not None else None


def _truth(content: Mapping[str, Any], name: str) -> Truth:
    return TRUTHS.get(_text(content, name), UNKNOWN)


def _text(content: Mapping[str, Any], name: str) -> str:
    return str(content.get(name, ""))
