"""The words of an agenda and of its pages in the host's language, beside English."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from roadstead.visits.enums import VisitKind

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "ur", "dv", "ckb"})
FILES = ("agenda_words", "agenda_page")
AS_GUEST = {"host": "guest", "prepare": "prepare_guest"}
DOT = mark_safe('\N{NO-BREAK SPACE}<span class="rs-agenda__dot" aria-hidden="true">·</span>')  # stays with the English
Words = dict[str, "Both"]


@dataclass(frozen=True, slots=True)
class Both:
    """A text in English and in the host's language; `local` is "" where there is none. {names} are filled in."""

    english: str
    local: str = ""
    language: str = ""

    def __str__(self) -> str:
        return f"{self.english} · {self.local}" if self.second else self.english

    @property
    def second(self) -> str:
        """What stands beside the English, "" where that is the same."""
        return self.local if self.local != self.english else ""

    @property
    def capital(self) -> "Both":
        """With a capital letter at the beginning."""
        return Both(self.english[:1].upper() + self.english[1:], self.local[:1].upper() + self.local[1:], self.language)

    def filled(self, **values: Any) -> "Both":
        """With values in place of the names, as plain text; a value in both languages is said in each."""
        return Both(
            self.english.format(**{name: _in(one, "english") for name, one in values.items()}),
            self.local.format(**{name: _in(one, "local") for name, one in values.items()}),
            self.language,
        )

    def shown(self, *, apart: bool = False, **values: Any) -> SafeString:
        """As a page shows it, with the language of each; apart: the second on a line of its own."""
        english = _html(self.english, {name: _in(one, "english") for name, one in values.items()})
        if not self.second:
            return english
        kept = {name: format_html("<bdi>{}</bdi>", _in(one, "local")) for name, one in values.items()}
        between = "" if apart else DOT
        return format_html(
            '{}{} <span class="rs-agenda__local{}" lang="{}" dir="{}">{}</span>',
            english,
            between,
            " rs-agenda__local--apart" if apart else "",
            self.language,
            direction(self.language),
            _html(self.local, kept),
        )


def both(language: str, kind: str = "") -> Words:
    """Every word, in both languages. kind: of the visit; the State of a reciprocal visit is the guest, not the host."""
    found = {key: Both(_(said["en"]), said.get(language, ""), language) for key, said in _authored().items()}
    return found | ({key: found[other] for key, other in AS_GUEST.items()} if kind == VisitKind.RECIPROCAL else {})


def direction(language: str) -> str:
    """Which way a language is written: rtl or ltr."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def authored(name: str) -> Any:
    """What stands in a file of words."""
    return yaml.safe_load(files("roadstead.visits").joinpath(f"data/{name}.yaml").read_text(encoding="utf-8"))


@cache
def _authored() -> dict[str, dict[str, str]]:
    return {key: said for name in FILES for key, said in authored(name).items()}


def _in(value: Any, side: str) -> Any:
    if not isinstance(value, Both):
        return value
    return value.local if side == "local" and value.local else value.english


def _html(text: str, values: dict[str, Any]) -> SafeString:
    return format_html(text, **values) if values else format_html("{}", text)
