"""Entries of a log as sentences."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.core.logged_measures import moment
from roadstead.core.texts import DUTIES

KINDS = {
    "stay": gettext_lazy("The call"),
    "duty": gettext_lazy("A duty"),
    "posts": gettext_lazy("Posts"),
    "watch": gettext_lazy("Guard"),
    "work": gettext_lazy("Other work"),
    "outsider": gettext_lazy("Guard from outside"),
    "declaration": gettext_lazy("Declaration of Security"),
    "note": gettext_lazy("Note"),
    "photo": gettext_lazy("Picture"),
    "report": gettext_lazy("Report"),
    "struck": gettext_lazy("Struck out"),
}
OUTCOMES = {
    "signed": gettext_lazy("signed"),
    "attempted": gettext_lazy("asked for, without an answer"),
    "refused": gettext_lazy("asked for, and refused"),
    "not_attempted": gettext_lazy("not asked for"),
}
ANSWERS = {"yes": gettext_lazy("yes"), "no": gettext_lazy("no"), "unknown": gettext_lazy("not known")}


def kind(name: str) -> str:
    """What an entry is."""
    return str(KINDS.get(name, name))


def sentence(name: str, content: Mapping[str, Any]) -> str:
    """What an entry says."""
    said = {key: value if isinstance(value, str) else "; ".join(map(str, value)) for key, value in content.items()}
    facts = ", ".join(part for part in (*_about(name, said), _when(said)) if part)
    return ". ".join(part for part in (facts, said.get("words", "")) if part) or _("nothing was written")


def time(text: str) -> str:
    """An instant of an entry, as people read it."""
    found = moment(text)
    return f"{found:%Y-%m-%d %H:%M} UTC" if found else ""


def _about(name: str, said: Mapping[str, str]) -> list[str]:
    if name == "duty":
        return [f"{said.get('code', '')}, {DUTIES.get(said.get('code', ''), '')}: {_answer(said.get('done', ''))}"]
    if name == "declaration":
        told = str(OUTCOMES.get(said.get("outcome", ""), ""))
        return [told, _("by %(who)s") % {"who": said["who"]} if said.get("who") else ""]
    if name in ("watch", "work"):
        return [" · ".join(filter(None, (said.get("guard", ""), said.get("post", ""))))]
    if name == "outsider":
        words = {"guard": said.get("guard", ""), "master": _answer(said.get("master", ""))}
        words["officer"] = _answer(said.get("officer", ""))
        told = _("%(guard)s: accepted by the master: %(master)s; by the company security officer: %(officer)s")
        return [told % words]
    if name == "stay":
        return [said.get("facility", ""), said.get("number", ""), _stay(said)]
    if name == "photo":
        return [said.get("name", ""), f"sha256:{said.get('sha256', '')[:12]}"]
    if name == "report":
        return [_("Reported to the Captain of the Port")]
    return [said.get("posts", "")]


def _stay(said: Mapping[str, str]) -> str:
    told = [
        _("in port from %(when)s") % {"when": time(said["arrived"])} if said.get("arrived") else "",
        _("left at %(when)s") % {"when": time(said["departed"])} if said.get("departed") else "",
    ]
    return ", ".join(filter(None, told))


def _when(said: Mapping[str, str]) -> str:
    if said.get("from") or said.get("until"):
        return _("from %(first)s until %(last)s") % {
            "first": time(said.get("from", "")) or "…",
            "last": time(said.get("until", "")) or "…",
        }
    return time(said.get("at", ""))


def _answer(value: str) -> str:
    return str(ANSWERS.get(value or "unknown", value))
