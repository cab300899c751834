"""A packet as its page and its paper say it: sections of lines and tables, out of its plain values."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.determinations.enums import Effect, Level, Part, Recipient, Rests
from roadstead.determinations.presenters.traffic import counted_lines

LABELS: Mapping[str, str | Promise] = {
    "finding": gettext_lazy("the finding"),
    "facilities": gettext_lazy("facilities"),
    "law": gettext_lazy("steps of the law"),
    "days": gettext_lazy("days"),
    "pauses": gettext_lazy("stops of the clock"),
    "sources": gettext_lazy("sources"),
    "traffic": gettext_lazy("the count of ships"),
    "transition": gettext_lazy("lines of the transition plan"),
    "signatures": gettext_lazy("signatures with names"),
    "notes": gettext_lazy("internal notes"),
}


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a packet: lines, or a table with its heads."""

    heading: str
    lines: Sequence[str] = ()
    heads: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()


def left_out(content: Mapping[str, Any]) -> list[str]:
    """What was left out, in numbers: “sources: 3”."""
    return [f"{LABELS.get(name, name)}: {number}" for name, number in content.get("left_out", {}).items()]


def recipient(content: Mapping[str, Any]) -> str:
    return str(Recipient(content["recipient"]).label)


def sections(content: Mapping[str, Any]) -> list[Section]:
    """What the packet says, in one order; what was left out has no section."""
    return [section for name, make in _MADE.items() if content.get(name) for section in make(content)]


def decision(content: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What was decided, as terms with what they mean here."""
    found = [
        (_("Country"), f"{content['country_name']} ({content['country']})"),
        (_("Decision"), str(Effect(content["effect"]).label)),
        (_("Judged"), str(Level(content["level"]).label) + (f": {content['port']}" if content["port"] else "")),
        (_("Frozen"), f"{content['frozen_at'][:16].replace('T', ' ')} UTC"),
        (_("Digest of what was signed"), content["signed"]),
    ]
    if "rests" in content:
        found.append((_("Rests on"), str(Rests(content["rests"]).label)))
    if "whole" in content:
        found.append((_("Digest of the whole packet"), content["whole"]))
    return found


def _finding(content: Mapping[str, Any]) -> Iterator[Section]:
    yield Section(_("What was found"), [line for line in content["finding"].split("\n") if line.strip()])


def _facilities(content: Mapping[str, Any]) -> Iterator[Section]:
    rows = [[one["name"] or str(one["entry"]), one["number"], one["tier"]] for one in content["facilities"]]
    yield Section(_("Facilities"), heads=[_("Name"), _("Number"), _("Kind")], rows=rows)


def _law(content: Mapping[str, Any]) -> Iterator[Section]:
    rows = [[one["step"], one["law"], one["address"]] for one in content["law"]]
    yield Section(_("The law"), heads=[_("Step"), _("Law"), _("Where to read it")], rows=rows)


def _days(content: Mapping[str, Any]) -> Iterator[Section]:
    rows = [[one["title"], one["day"] or one["left_out"], one["known_by"]] for one in content["days"]]
    yield Section(_("Days"), heads=[_("Step"), _("Day, or why it was left out"), _("How it is known")], rows=rows)


def _pauses(content: Mapping[str, Any]) -> Iterator[Section]:
    rows = [[one["from"], one["until"], one["why"]] for one in content["pauses"]]
    yield Section(_("Stops of the clock"), heads=[_("From"), _("Until"), _("Why")], rows=rows)


def _index(content: Mapping[str, Any]) -> Iterator[Section]:
    heads = [_("Number"), _("Title"), _("Source"), _("Day"), _("Digest")]
    names = ("number", "title", "source", "dated", "digest")
    yield Section(_("Index"), heads=heads, rows=[[str(one[name]) for name in names] for one in content["index"]])
    titles = {one["number"]: one["title"] for one in content["index"]}
    for one in content["sources"]:
        heading = f"{one['number']}. {titles.get(one['number'], '')}"
        yield Section(heading, [line for line in one["text"].split("\n") if line.strip()])


def _traffic(content: Mapping[str, Any]) -> Iterator[Section]:
    yield Section(_("What the decision does to ships"), counted_lines(content["traffic"]))


def _transition(content: Mapping[str, Any]) -> Iterator[Section]:
    rows = [[str(one["number"]), one["who"], one["when"], one["by"]] for one in content["transition"]]
    heads = [_("Number"), _("Who is told"), _("When"), _("By whom")]
    yield Section(_("Transition plan"), heads=heads, rows=rows)


def _signatures(content: Mapping[str, Any]) -> Iterator[Section]:
    rows = [
        [str(Part(one["part"]).label), one["name"], one["at"][:16].replace("T", " ")] for one in content["signatures"]
    ]
    yield Section(_("Three people"), heads=[_("Part"), _("Name"), _("When (UTC)")], rows=rows)


def _notes(content: Mapping[str, Any]) -> Iterator[Section]:
    yield Section(_("Internal notes"), [f"{Part(one['part']).label}: {one['words']}" for one in content["notes"]])


_MADE: Mapping[str, Callable[[Mapping[str, Any]], Iterator[Section]]] = {
    "finding": _finding,
    "facilities": _facilities,
    "law": _law,
    "days": _days,
    "pauses": _pauses,
    "index": _index,
    "traffic": _traffic,
    "transition": _transition,
    "signatures": _signatures,
    "notes": _notes,
}
