"""The notice of an arrival: what the law finds missing, how its versions differ, and what could not be read of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.arrivals.models import Received, Settled
from roadstead.wire.incoming.value import Incoming

SEVERITIES = {
    "missing": (gettext_lazy("missing"), "alarm"),
    "late": (gettext_lazy("late"), "alarm"),
    "unclear": (gettext_lazy("unclear"), "ask"),
    "note": (gettext_lazy("note"), "quiet"),
}
DOINGS = {"added": gettext_lazy("added"), "removed": gettext_lazy("removed"), "changed": gettext_lazy("changed")}
PLAIN = {
    "arrival": gettext_lazy("port of arrival"),
    "arrival.port": gettext_lazy("port of arrival"),
    "arrival.eta": gettext_lazy("time of arrival"),
}


@dataclass(frozen=True, slots=True)
class FindingShown:
    """One thing that the law asks. verified: the text of the rule was read."""

    paragraph: str
    word: Any
    tone: str
    what: str
    todo: str
    source: str
    verified: bool


def findings(version: Received) -> list[FindingShown]:
    """Those of a version, the weightiest first."""
    rows = sorted(version.findings, key=lambda one: list(SEVERITIES).index(one.get("severity", "note")))
    return [_finding(one) for one in rows]


def _finding(one: dict[str, Any]) -> FindingShown:
    word, tone = SEVERITIES[one.get("severity", "note")]
    return FindingShown(
        paragraph=one.get("paragraph", ""),
        word=word,
        tone=tone,
        what=one.get("what", ""),
        todo=one.get("todo", ""),
        source=one.get("source", ""),
        verified=one.get("status", "verified") == "verified",
    )


def differences(version: Received) -> list[dict[str, Any]]:
    """What a version changed of the one before, what can matter first."""
    rows = sorted(version.differences, key=lambda one: not one.get("matters", False))
    return [
        {
            "field": field_said(one.get("path", "")),
            "call": one.get("call", ""),
            "doing": DOINGS.get(one.get("doing", ""), one.get("doing", "")),
            "before": one.get("before", ""),
            "after": one.get("after", ""),
            "matters": one.get("matters", False),
        }
        for one in rows
    ]


def field_said(path: str) -> str:
    """A path of the notice in words, as far as there are some."""
    if path in PLAIN:
        return str(PLAIN[path])
    head, _dot, rest = path.partition(".")
    if head.startswith("calls["):
        number = head.removeprefix("calls[").removesuffix("]")
        told = _("call %(number)s") % {"number": int(number) + 1} if number.isdecimal() else head
        return f"{told}, {rest.replace('_', ' ').replace('.', ' ')}" if rest else told
    return path.replace("_", " ").replace(".", " ")


def asked(version: Received) -> list[dict[str, Any]]:
    """Places that nobody has settled, with the ports that they may be."""
    return [
        {
            "path": one["path"],
            "field": field_said(one["path"]),
            "said": one["said"],
            "ports": [(port["code"], f"{port['name']} ({port['code']})") for port in one.get("ports", ())],
            "id": f"place-{number}",
        }
        for number, one in enumerate(version.asked)
    ]


def not_read(version: Received, incoming: Incoming) -> dict[str, Any]:
    """All that was not understood, or that the judge was not given."""
    return {
        "asked": asked(version),
        "missing": [field_said(path) for path in version.missing],
        "remarks": list(incoming.remarks),
        "names": list(incoming.not_understood),
    }


def settled(version: Received) -> Sequence[Settled]:
    """The places that people settled, and who did."""
    rows = Settled.objects.filter(arrival=version.arrival_id).stated()
    return list(rows.select_related("settled_by"))


def versions(held: Sequence[Received]) -> Iterator[tuple[Received, list[dict[str, Any]]]]:
    """Every version with what it changed, the latest first."""
    return ((one, differences(one)) for one in held)
