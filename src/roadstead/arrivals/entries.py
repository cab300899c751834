"""What a device may write into a log: the kinds of entries with their fields, each checked, nothing else kept."""

from collections.abc import Mapping
from datetime import UTC
from typing import Any

from django.utils.translation import gettext as _

from roadstead.core.logged_measures import moment
from roadstead.core.notice import Declaration

LONGEST_WORDS, LONGEST_LINE, MOST_POSTS = 2_000, 200, 40
LINE, WORDS, TIME, ANSWER = "line", "words", "time", "answer"
FIELDS: dict[str, dict[str, str]] = {
    "stay": {"arrived": TIME, "departed": TIME, "facility": LINE, "number": LINE},
    "duty": {"code": "code", "done": ANSWER, "from": TIME, "until": TIME, "words": WORDS},
    "posts": {"posts": "posts"},
    "watch": {"guard": LINE, "post": LINE, "from": TIME, "until": TIME},
    "work": {"guard": LINE, "from": TIME, "until": TIME},
    "outsider": {"guard": LINE, "master": ANSWER, "officer": ANSWER},
    "declaration": {"outcome": "outcome", "who": LINE, "at": TIME, "words": WORDS},
    "note": {"at": TIME, "words": WORDS},
    "struck": {"words": WORDS},
}
NEEDED = {
    "duty": ("code", "done"),
    "posts": ("posts",),
    "watch": ("guard", "post", "from", "until"),
    "work": ("guard", "from", "until"),
    "outsider": ("guard",),
    "declaration": ("outcome",),
    "note": ("words",),
    "struck": ("words",),
}
WORDS_FOR = {"code": ("C1", "C2", "C4"), ANSWER: ("yes", "no"), "outcome": tuple(one.value for one in Declaration)}


class EntryError(ValueError):
    """What a device sent is no entry of a log; the message is for the person who typed it."""


def checked(kind: str, said: Mapping[str, Any]) -> dict[str, Any]:
    """The content of an entry, every field there as text. Raises EntryError."""
    if kind not in FIELDS or not isinstance(said, Mapping):
        raise EntryError(_("This is no entry of a log."))
    found = {name: _value(shape, said.get(name, "")) for name, shape in FIELDS[kind].items()}
    lacking = [name for name in NEEDED.get(kind, ()) if not found[name]]
    if lacking:
        raise EntryError(_("Something is missing: %(what)s.") % {"what": ", ".join(_named(one) for one in lacking)})
    if kind == "stay":
        _in_order(found["arrived"], found["departed"])
    _in_order(found.get("from", ""), found.get("until", ""))
    if kind == "declaration" and found["outcome"] == Declaration.REFUSED and not found["who"]:
        raise EntryError(_("Say who refused: an office or a post, as in “port facility security officer”."))
    return found


def _value(shape: str, said: Any) -> Any:
    if shape == "posts":
        return _posts(said)
    if not isinstance(said, str) or "\0" in said or any("\ud800" <= sign <= "\udfff" for sign in said):
        raise EntryError(_("A field cannot be read. Type it again."))
    text = said.strip()
    if shape == TIME:
        return _time(text)
    if shape == WORDS:
        return _short(text, LONGEST_WORDS)
    if shape == LINE:
        return _short(" ".join(text.split()), LONGEST_LINE)
    if text and text not in WORDS_FOR[shape]:
        raise EntryError(_("Choose one of the answers."))
    return text


def _posts(said: Any) -> list[str]:
    lines = said.splitlines() if isinstance(said, str) else said
    if not isinstance(lines, list) or len(lines) > MOST_POSTS:
        raise EntryError(_("Name the posts, one a line; at most %(most)s.") % {"most": MOST_POSTS})
    return list(dict.fromkeys(filter(None, (_value(LINE, one) for one in lines))))


def _time(text: str) -> str:
    found = moment(text) if text else None
    if text and found is None:
        raise EntryError(_("A time cannot be read. Choose the day and the hour again."))
    return found.astimezone(UTC).isoformat(timespec="minutes").replace("+00:00", "Z") if found else ""


def _short(text: str, most: int) -> str:
    if len(text) > most:
        raise EntryError(_("Write at most %(most)s characters.") % {"most": most})
    return text


def _in_order(first: str, last: str) -> None:
    if first and last and last <= first:
        raise EntryError(_("The end lies before the beginning. Is a day wrong?"))


def _named(field: str) -> str:
    names = {
        "done": _("whether it was done"),
        "code": _("the duty"),
        "posts": _("the posts"),
        "guard": _("the guard"),
        "post": _("the post"),
        "from": _("from when"),
        "until": _("until when"),
        "outcome": _("what became of it"),
        "words": _("the words"),
    }
    return names.get(field, field)
